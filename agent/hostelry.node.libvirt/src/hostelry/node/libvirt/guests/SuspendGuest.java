package hostelry.node.libvirt.guests;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookPoint;

/** Writes a guest's memory to libvirt's own folder of this host and ends the guest; and throws such memory away. */
final class SuspendGuest {
    private final Guests guests;
    private final GuestHooks hooks;

    SuspendGuest(Guests guests, GuestHooks hooks) {
        this.guests = guests;
        this.hooks = hooks;
    }

    void run(String id) throws NodeFault {
        boolean active = guests.active(id).orElseThrow(() -> LibvirtDomains.notThere(id));
        if (active) {
            hooks.at(HookPoint.BEFORE_HIBERNATE, id);
            guests.ask("To write the guest's memory to a disk", virt -> {
                virt.save(id);
                return true;
            });
            hooks.at(HookPoint.AFTER_HIBERNATE, id);
        } else if (!saved(id)) {
            throw new NodeFault(FaultCode.CONFLICT, "The guest does not run.");
        }
    }

    void discard(String id) throws NodeFault {
        if (guests.active(id).isPresent() && saved(id)) {
            guests.ask("To throw away the guest's memory", virt -> {
                virt.discardSaved(id);
                return true;
            });
        }
    }

    private boolean saved(String id) throws NodeFault {
        return guests.ask("To look whether the guest's memory is on a disk", virt -> virt.saved(id));
    }
}
