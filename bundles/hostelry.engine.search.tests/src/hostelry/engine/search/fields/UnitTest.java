package hostelry.engine.search.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hostelry.engine.search.language.Misread;
import hostelry.engine.search.language.Value;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    private static double read(Unit unit, String text) {
        return unit.read(new Value(List.of(text), 0, text.length()));
    }

    @ParameterizedTest
    @CsvSource({"MEGABYTES,512,536870912", "MEGABYTES,2gb,2147483648", "MEGABYTES,2 GiB,2147483648", "MEGABYTES,1.5g,1610612736",
            "MEGABYTES,4k,4096",
            "MEGABYTES,100b,100", "GIGABYTES,20,21474836480", "GIGABYTES,512MB,536870912", "GIGABYTES,1t,1099511627776", "PERCENT,80,80",
            "PERCENT,80%,80",
            "MEGAHERTZ,2.4ghz,2400", "PLAIN,4,4", "SECONDS,90,90", "SECONDS,30m,1800", "SECONDS,2d,172800", "SECONDS,1w,604800",
            "SECONDS,6:30:00,23400",
            "SECONDS,1.06:30:00,109800", "SECONDS,06:30,23400"})
    void numbers(Unit unit, String text, double value) {
        assertEquals(value, read(unit, text));
    }

    @ParameterizedTest
    @CsvSource({"PLAIN,4gb", "PLAIN,x", "PLAIN,''", "PLAIN,-1", "PERCENT,5mb", "MEGABYTES,2h", "MEGABYTES,2xb", "SECONDS,2gb",
            "SECONDS,1:2:3:4",
            "PLAIN,1e9", "PLAIN,9999999999999999999"})
    void noNumbers(Unit unit, String text) {
        assertThrows(Misread.class, () -> read(unit, text));
    }
}
