package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource({
            // guaranteed, most, before, memory, and what they become
            "4, 4, 4, 8, 8, 8", // all of it stays promised
            "4, 16, 4, 2, 2, 16", // less of it
            "2, 16, 4, 8, 2, 16", // what was less stays
            "2, 4, 4, 1, 1, 4", // but never more than there is
            "2, 4, 4, 8, 2, 8"}) // nor the most less
    void goAlongWithTheMemory(long guaranteed, long most, long before, long memory, long thenGuaranteed, long thenMost) {
        assertEquals(new Limits(thenGuaranteed, thenMost), new Limits(guaranteed, most).along(before, memory));
    }
}
