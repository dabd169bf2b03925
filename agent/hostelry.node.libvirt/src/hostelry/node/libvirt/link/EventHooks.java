package hostelry.node.libvirt.link;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers for a connection's events, and keeps the callbacks from the garbage collector as long as libvirt may call them. */
final class EventHooks {
    private static final int LIFECYCLE = 0;
    private static final int REBOOT = 1;
    private static final int GRAPHICS = 5;
    private static final int REMOVED = 15;
    private static final int AGENT = 18;
    private static final int REMOVAL_FAILED = 22;

    private final Native libvirt;
    private final Pointer connection;
    private final List<Integer> ids = new ArrayList<>();
    private final List<Callback> callbacks = new ArrayList<>();

    interface Lifecycle extends Callback {
        void happened(Pointer connection, Pointer domain, int event, int detail, @Nullable Pointer opaque);
    }

    interface Reboot extends Callback {
        void happened(Pointer connection, Pointer domain, @Nullable Pointer opaque);
    }

    interface Graphics extends Callback {
        void happened(Pointer connection, Pointer domain, int phase, @Nullable Pointer local, @Nullable Pointer remote,
                @Nullable Pointer scheme,
                @Nullable Pointer subject, @Nullable Pointer opaque);
    }

    interface Agent extends Callback {
        void happened(Pointer connection, Pointer domain, int state, int reason, @Nullable Pointer opaque);
    }

    interface Removal extends Callback {
        void happened(Pointer connection, Pointer domain, String alias, @Nullable Pointer opaque);
    }

    EventHooks(Native libvirt, Pointer connection, LibvirtEvents events) {
        this.libvirt = libvirt;
        this.connection = connection;
        Lifecycle lifecycle = (c, domain, event, detail, opaque) -> events.lifecycle(id(domain), libvirt.virDomainGetName(domain), event,
                detail);
        Reboot reboot = (c, domain, opaque) -> events.rebooted(id(domain));
        Graphics graphics = (c, domain, phase, local, remote, scheme, subject, opaque) -> events.viewer(id(domain), phase);
        Agent agent = (c, domain, state, reason, opaque) -> events.agent(id(domain), state == 1);
        Removal removed = (c, domain, alias, opaque) -> events.removal(id(domain), alias, true);
        Removal kept = (c, domain, alias, opaque) -> events.removal(id(domain), alias, false);
        register(REMOVED, removed);
        register(REMOVAL_FAILED, kept);
        register(LIFECYCLE, lifecycle);
        register(REBOOT, reboot);
        register(GRAPHICS, graphics);
        register(AGENT, agent);
    }

    private void register(int event, Callback callback) {
        int id = libvirt.virConnectDomainEventRegisterAny(connection, null, event, callback, null, null);
        if (id >= 0) { // an old libvirt may lack one: its news then come with the next look at all guests
            callbacks.add(callback);
            ids.add(id);
        }
    }

    private String id(Pointer domain) {
        byte[] buffer = new byte[37];
        libvirt.virDomainGetUUIDString(domain, buffer);
        return new String(buffer, 0, 36, StandardCharsets.US_ASCII);
    }

    void close() {
        ids.forEach(id -> libvirt.virConnectDomainEventDeregisterAny(connection, id));
        Reference.reachabilityFence(callbacks);
    }
}
