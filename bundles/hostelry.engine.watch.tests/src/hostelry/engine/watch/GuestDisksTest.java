package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hostelry.node.api.Report.FileSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestDisksTest {
    @Test
    void areToldAsOvirtTellsThem() {
        assertEquals(
                "[{\"path\":\"/\",\"total\":\"100\",\"used\":\"40\",\"fs\":\"ext4\"},{\"path\":\"/a\\\"b\\\\c\",\"total\":\"0\",\"used\":\"0\",\"fs\":\"\"}]",
                GuestDisks.json(List.of(new FileSystem("/", "ext4", 100, 40), new FileSystem("/a\"b\\c", "", 0, 0))));
        assertNull(GuestDisks.json(List.of()));
    }
}
