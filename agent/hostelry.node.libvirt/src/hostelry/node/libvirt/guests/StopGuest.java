package hostelry.node.libvirt.guests;

import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.libvirt.link.LibvirtFault;

/** Pulls the plug. */
final class StopGuest {
    private final Guests guests;
    private final GuestHooks hooks;

    StopGuest(Guests guests, GuestHooks hooks) {
        this.guests = guests;
        this.hooks = hooks;
    }

    void run(String id) throws NodeFault {
        if (guests.active(id).orElse(false)) {
            hooks.at(HookPoint.BEFORE_DESTROY, id);
        }
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
