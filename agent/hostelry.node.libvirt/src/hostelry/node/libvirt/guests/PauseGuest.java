package hostelry.node.libvirt.guests;

import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.libvirt.link.StateOfGuest;

/** Lets a guest stand still. */
final class PauseGuest {
    private final Guests guests;
    private final GuestHooks hooks;

    PauseGuest(Guests guests, GuestHooks hooks) {
        this.guests = guests;
        this.hooks = hooks;
    }

    void run(String id) throws NodeFault {
        guests.running(id);
        if (guests.ask("To look whether the guest stands still", virt -> virt.state(id)).state() == StateOfGuest.PAUSED) {
            return; // hooks are told of what happens, and nothing does
        }
        hooks.at(HookPoint.BEFORE_PAUSE, id);
        guests.ask("To let the guest stand still", virt -> {
            virt.pause(id);
            return true;
        });
        hooks.at(HookPoint.AFTER_PAUSE, id);
    }
}
