package hostelry.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house as it stands keeps to its plan. */
class FloorsTest {
    static Plan plan() throws IOException {
        try (InputStream in = FloorsTest.class.getResourceAsStream("floors.txt")) {
            return new Plan(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void importsKeepToThePlan() throws IOException {
        List<Room> rooms = Source.here().rooms();
        assertFalse(rooms.isEmpty(), "no bundles were found");
        assertEquals("", String.join("\n", new Inspector(plan()).problems(rooms)));
    }

    @Test
    void everyPackageSaysWhyItExists() throws IOException {
        assertEquals("", String.join("\n", Source.here().silentPackages()));
    }
}
