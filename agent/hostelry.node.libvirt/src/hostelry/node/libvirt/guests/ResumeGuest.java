package hostelry.node.libvirt.guests;

import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.libvirt.link.LibvirtFault;

/** Lets a paused guest go on. */
final class ResumeGuest {
    private final Guests guests;
    private final GuestHooks hooks;

    ResumeGuest(Guests guests, GuestHooks hooks) {
        this.guests = guests;
        this.hooks = hooks;
    }

    void run(String id) throws NodeFault {
        guests.running(id);
        hooks.at(HookPoint.BEFORE_CONTINUE, id);
        guests.ask("To let the guest go on", virt -> {
            try {
                virt.resume(id);
            } catch (LibvirtFault e) {
                if (e.code() != LibvirtFault.OPERATION_INVALID || !virt.active(id)) { // it goes already
                    throw e;
                }
            }
            return true;
        });
        hooks.at(HookPoint.AFTER_CONTINUE, id);
    }
}
