package hostelry.node.libvirt.guests;

import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Virt;

/** Asks a guest to shut down. */
final class ShutdownGuest {
    private final Guests guests;

    ShutdownGuest(Guests guests) {
        this.guests = guests;
    }

    void run(String id) throws NodeFault {
        if (!guests.active(id).orElseThrow(() -> LibvirtDomains.notThere(id))) {
            return; // it is what was asked for
        }
        boolean agent = guests.xml(id).agent();
        guests.ask("To ask the guest to shut down", virt -> {
            if (agent) {
                try {
                    virt.shutdown(id, Virt.SHUTDOWN_AGENT);
                    return true;
                } catch (LibvirtFault e) {
                    // it said it was there and does not answer: the power button is next
                }
            }
            try {
                virt.shutdown(id, Virt.SHUTDOWN_ACPI);
            } catch (LibvirtFault e) {
                if (e.code() != LibvirtFault.OPERATION_INVALID) { // it ended by itself
                    throw e;
                }
            }
            return true;
        });
    }
}
