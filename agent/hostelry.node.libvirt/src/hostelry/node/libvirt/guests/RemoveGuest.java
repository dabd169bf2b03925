package hostelry.node.libvirt.guests;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.Optional;

/** Forgets a guest that does not run. */
final class RemoveGuest {
    private final Guests guests;

    RemoveGuest(Guests guests) {
        this.guests = guests;
    }

    void run(String id) throws NodeFault {
        Optional<Boolean> active = guests.active(id);
        if (active.isEmpty()) {
            return;
        }
        if (active.get()) {
            throw new NodeFault(FaultCode.CONFLICT, "The guest runs; power it off first.");
        }
        guests.ask("To forget the guest", virt -> {
            virt.undefine(id);
            return true;
        });
    }
}
