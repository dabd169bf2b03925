package hostelry.model.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
    @Test
    void isReadAsItWasWritten() {
        Screen secret = new Screen("spice", "10.0.0.7", 5900, 5901, "O=Hostelry, CN=box 1");
        assertEquals(Optional.of(secret), Screen.parse(secret.text()));
        Screen plain = new Screen("vnc", "::1", -1, -1, "");
        assertEquals(Optional.of(plain), Screen.parse(plain.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spice", "spice here 1 2", "spice here one two CN=x", "spice here 5900 123456 CN=x"})
    void nothingElseIsOne(String text) {
        assertEquals(Optional.empty(), Screen.parse(text));
    }
}
