package hostelry.engine.spi.hardware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hostelry.api.HostHardware;
import hostelry.node.api.Hardware;
import org.jspecify.annotations.Nullable;

/** Hardware as the inventory keeps it: one text in JSON, since nothing but the whole of it is ever asked for. Thread-safe. */
public final class HardwareText {
    private final ObjectMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public String write(Hardware hardware) {
        try {
            return json.writeValueAsString(hardware);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("hardware is made of texts and numbers alone", e);
        }
    }

    /** @param text null where the host has told nothing; what an older version has written is read as far as it goes */
    public HostHardware read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return HostHardware.UNKNOWN;
        }
        try {
            return json.readValue(text, HostHardware.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inventory holds hardware that it can't have written", e);
        }
    }
}
