package hostelry.node.libvirt.guests;

import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Virt;

/** Lets a guest boot anew: asks it, or presses the reset button. */
final class RebootGuest {
    private final Guests guests;

    RebootGuest(Guests guests) {
        this.guests = guests;
    }

    void ask(String id) throws NodeFault {
        boolean agent = guests.running(id).agent();
        guests.ask("To ask the guest to boot anew", virt -> {
            if (agent) {
                try {
                    virt.reboot(id, Virt.SHUTDOWN_AGENT);
                    return true;
                } catch (LibvirtFault e) {
                    // it said it was there and does not answer: the power button is next
                }
            }
            virt.reboot(id, Virt.SHUTDOWN_ACPI);
            return true;
        });
    }

    void reset(String id) throws NodeFault {
        guests.running(id);
        guests.ask("To reset the guest", virt -> {
            virt.reset(id);
            return true;
        });
    }
}
