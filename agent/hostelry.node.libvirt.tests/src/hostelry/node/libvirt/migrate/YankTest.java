package hostelry.node.libvirt.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class YankTest {
    @Test
    void cutsTheLinesOfTheMigrationOnly() {
        assertEquals(Optional.of("{\"execute\":\"yank\",\"arguments\":{\"instances\":["
                + "{\"node-name\":\"migration-vda-storage\",\"type\":\"block-node\"},{\"type\":\"migration\"}]}}"),
                Yank.command("""
                        {"return":[{"type":"chardev","id":"charmonitor"},{"node-name":"migration-vda-storage","type":"block-node"},
                        {"node-name":"libvirt-1-storage","type":"block-node"},{"type":"migration"}],"id":"libvirt-1495"}"""));
    }

    @Test
    void whereThereAreNoneNothingIsCut() {
        assertEquals(Optional.empty(), Yank.command("{\"return\":[{\"type\":\"chardev\",\"id\":\"charmonitor\"}]}"));
        assertEquals(Optional.empty(), Yank.command("no JSON"));
    }
}
