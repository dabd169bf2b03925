package hostelry.cxf;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;

/** JSON as both ends speak it: with limits, unknown properties skipped (the other end may be newer), null left out. */
public final class Json {
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final long LONGEST_DOCUMENT = 64L * 1024 * 1024;

    private final ObjectMapper mapper;

    public Json() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT).maxDocumentLength(LONGEST_DOCUMENT).build();
        mapper = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION) // an error's text must not show what was sent
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }

    public ObjectMapper mapper() {
        return mapper;
    }

    /** For JAX-RS services. */
    public Object provider() {
        return new JacksonJsonProvider(mapper);
    }
}
