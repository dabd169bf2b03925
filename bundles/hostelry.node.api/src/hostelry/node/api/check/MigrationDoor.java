package hostelry.node.api.check;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Landing;
import hostelry.node.api.Migration;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door before moves of guests. */
final class MigrationDoor implements Migration {
    private static final List<String> POLICIES = List.of("minimal-downtime", "post-copy", "suspend");
    private static final List<String> PLUGS = List.of("bridge", "vswitch", "network", "user");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,45}");
    private static final Pattern FILE = Pattern.compile("/[^\\p{Cntrl}]{1,4000}");
    private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}");
    private static final int MOST = 256;
    private static final long MOST_BANDWIDTH = 1L << 20;

    private final Migration node;

    MigrationDoor(Migration node) {
        this.node = node;
    }

    @Override
    public Landing receive(String key, DomainSpec spec) throws NodeFault {
        DomainDoor.key(key);
        DomainDoor.check(spec);
        return node.receive(key, spec);
    }

    @Override
    public MigrationFacts send(String key, String id, MigrationOrder order) throws NodeFault {
        DomainDoor.key(key);
        DomainDoor.id(id);
        check(order);
        return node.send(key, id, order);
    }

    @Override
    public void cancel(String key, String id) throws NodeFault {
        DomainDoor.key(key);
        DomainDoor.id(id);
        node.cancel(key, id);
    }

    @Override
    public MigrationFacts received(String key, String id) throws NodeFault {
        DomainDoor.key(key);
        DomainDoor.id(id);
        return node.received(key, id);
    }

    private static void check(@Nullable MigrationOrder order) throws NodeFault {
        if (order == null) {
            throw Words.bad("How the guest is to be sent is missing.");
        }
        Words.uuid("The id of a host", order.host);
        if (order.address == null || !ADDRESS.matcher(order.address).matches()) {
            throw Words.bad("The address of a host is a name or an IP address, and not " + Words.quoted(order.address) + ".");
        }
        Words.oneOf("The policy of a migration", order.policy, POLICIES);
        Words.between("The bandwidth of a migration in MiB a second", order.bandwidth, 0, MOST_BANDWIDTH);
        if (order.moved == null || order.moved.size() > MOST) {
            throw Words.bad("At most " + MOST + " disks are sent along.");
        }
        for (MigrationOrder.Moved moved : order.moved) {
            if (moved == null) {
                throw Words.bad("A disk that is sent along is missing.");
            }
            DiskDoor.image(moved.storage, moved.disk);
        }
        if (!order.look) {
            landing(order.landing);
        }
    }

    private static void landing(@Nullable Landing landing) throws NodeFault {
        if (landing == null || landing.images == null || landing.plugs == null || landing.images.size() > MOST
                || landing.plugs.size() > MOST) {
            throw Words.bad("Where the guest's parts will be is missing.");
        }
        if (landing.listen == null || !ADDRESS.matcher(landing.listen).matches()) {
            throw Words.bad("The address of graphics is a name or an IP address, and not " + Words.quoted(landing.listen) + ".");
        }
        file(landing.serialLog);
        for (Landing.Image image : landing.images) {
            if (image == null) {
                throw Words.bad("A disk of the guest is missing.");
            }
            DiskDoor.image(image.storage, image.disk);
            file(image.file);
        }
        for (Landing.Plug plug : landing.plugs) {
            if (plug == null || plug.mac == null || !MAC.matcher(plug.mac).matches()) {
                throw Words.bad("The MAC address of a network card is none.");
            }
            Words.oneOf("How a card is plugged in", plug.kind, PLUGS);
            if (!"user".equals(plug.kind)) {
                Words.name("The name of a network", plug.source);
            }
        }
    }

    private static void file(@Nullable String path) throws NodeFault {
        if (path == null || !FILE.matcher(path).matches() || path.contains("/../") || path.endsWith("/..")) {
            throw Words.bad("The file of a guest has an absolute path, and not " + Words.quoted(path) + ".");
        }
    }
}
