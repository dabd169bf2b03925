package hostelry.node.libvirt.guests;

import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.link.LibvirtFault;

/** Pulls the plug. */
final class StopGuest {
    private final Guests guests;

    StopGuest(Guests guests) {
        this.guests = guests;
    }

    void run(String id) throws NodeFault {
        guests.ask("To power off the guest", virt -> {
            try {
                virt.destroy(id);
            } catch (LibvirtFault e) {
                boolean done = e.code() == LibvirtFault.NO_DOMAIN || e.code() == LibvirtFault.OPERATION_INVALID && !virt.active(id);
                if (!done) {
                    throw e;
                }
            }
            return true;
        });
    }
}
