package hostelry.engine.host;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.Hosts;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.spi.hardware.HardwareText;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Work;
import hostelry.model.Entity;
import hostelry.pki.Pki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Real keys in a folder of their own, for tests. */
public final class Keys {
    private Keys() {}

    public static Pki pki() {
        try {
            return new Pki(Files.createTempDirectory("keys"), Files::write, Clock.systemUTC(), List.of("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Impatient ones. */
    public static EnrolVerbs verbs(Inventory inventory, Nodes nodes) {
        return verbs(inventory, nodes, pki());
    }

    public static EnrolVerbs verbs(Inventory inventory, Nodes nodes, Pki pki) {
        return new EnrolVerbs(inventory, nodes, pki, Clock.systemUTC(), Duration.ofMillis(200));
    }

    public static Hosts hosts(Work work, Inventory inventory, Nodes nodes, EnrolVerbs verbs) {
        return new HostsService(work, new HostVerbs(inventory, nodes, new Reach(inventory, nodes, Duration.ofMillis(20)), serial -> {}),
                verbs, hooks(inventory, nodes), hardware(inventory));
    }

    static HostHooks hooks(Inventory inventory, Nodes nodes) {
        return new HostHooks(estate(inventory), new Reach(inventory, nodes, Duration.ofMillis(20)));
    }

    static HardwareOfHosts hardware(Inventory inventory) {
        return new HardwareOfHosts(estate(inventory), new HardwareText());
    }

    /** Everybody sees every host. */
    private static Estate estate(Inventory inventory) {
        return new Estate() {
            @Override
            public <T extends Entity> Optional<T> find(Caller caller, Class<T> noun, String id) {
                return inventory.find(noun, id);
            }

            @Override
            public <T extends Entity> List<T> list(Caller caller, Class<T> noun) {
                return List.copyOf(inventory.all(noun));
            }
        };
    }
}
