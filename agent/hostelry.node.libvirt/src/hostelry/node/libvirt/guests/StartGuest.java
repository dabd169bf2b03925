package hostelry.node.libvirt.guests;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.libvirt.xml.DomainWriter;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Defines a guest anew and starts it. */
public final class StartGuest {
    private final Guests guests;
    private final Plans plans;
    private final LongSupplier hostMemory;
    private final Hush hush;
    private final GuestHooks hooks;
    private final Seeds seeds;

    /** Who must know that what he sees of a guest just now is no news. */
    public interface Hush {
        void starting(String id, boolean now);
    }

    /** @param hostMemory bytes */
    public StartGuest(Guests guests, Plans plans, LongSupplier hostMemory, Hush hush, GuestHooks hooks, Seeds seeds) {
        this.guests = guests;
        this.plans = plans;
        this.hostMemory = hostMemory;
        this.hush = hush;
        this.hooks = hooks;
        this.seeds = seeds;
    }

    void run(DomainSpec spec) throws NodeFault {
        Optional<Boolean> active = guests.active(spec.id);
        if (active.isPresent() && active.get()) {
            return;
        }
        if (spec.asDefined) {
            asDefined(spec.id, active.isPresent());
            return;
        }
        mayBeHere(spec);
        boolean wakes = active.isPresent() && guests.ask("To look whether its memory is on a disk", virt -> virt.saved(spec.id));
        boolean started = false;
        try {
            launch(wakes, spec);
            started = true;
        } finally {
            if (!started) {
                seeds.forget(spec.id);
            }
        }
        hooks.at(wakes ? HookPoint.AFTER_DEHIBERNATE : HookPoint.AFTER_START, spec.id);
    }

    private void launch(boolean wakes, DomainSpec spec) throws NodeFault {
        String xml = hooked(wakes, spec);
        hush.starting(spec.id, true);
        try {
            guests.ask("To define the guest", virt -> {
                virt.define(xml);
                return true;
            });
            guests.ask("To start the guest", virt -> {
                if (spec.paused && !wakes) {
                    virt.startPaused(spec.id);
                } else {
                    virt.start(spec.id);
                }
                return true;
            });
        } finally {
            hush.starting(spec.id, false);
        }
    }

    /** Whether there is room for it, and nobody has its name. */
    public void mayBeHere(DomainSpec spec) throws NodeFault {
        long memory = hostMemory.getAsLong();
        if (spec.memory > memory) {
            throw new NodeFault(FaultCode.NO_MEMORY,
                    "The guest wants " + mib(spec.memory) + " MiB of memory, and the host has " + mib(memory) + " in all.");
        }
        String other = guests.ask("To look for the name", virt -> virt.idOf(spec.name));
        if (other != null && !other.equals(spec.id)) {
            throw new NodeFault(FaultCode.CONFLICT, "Another guest of this host has the name '" + spec.name + "' (" + other + ").");
        }
    }

    /** One that somebody else has defined. Its definition stays as it is: hooks may refuse the start, and change nothing. */
    private void asDefined(String id, boolean known) throws NodeFault {
        if (!known) {
            throw new NodeFault(FaultCode.NOT_FOUND,
                    "The host does not know the guest " + id + " any more: nothing says how it is to be started.");
        }
        boolean wakes = guests.ask("To look whether its memory is on a disk", virt -> virt.saved(id));
        hooks.at(wakes ? HookPoint.BEFORE_DEHIBERNATE : HookPoint.BEFORE_START, id);
        hush.starting(id, true);
        try {
            guests.ask("To start the guest", virt -> {
                virt.start(id);
                return true;
            });
        } finally {
            hush.starting(id, false);
        }
        hooks.at(wakes ? HookPoint.AFTER_DEHIBERNATE : HookPoint.AFTER_START, id);
    }

    /** What is to be defined. A guest that wakes up goes on as it fell asleep: its hooks may refuse that, and change nothing. */
    private String hooked(boolean wakes, DomainSpec spec) throws NodeFault {
        return hooks.before(wakes ? HookPoint.BEFORE_DEHIBERNATE : HookPoint.BEFORE_START, spec.id, DomainWriter.write(plans.of(spec)),
                GuestHooks.properties(spec));
    }

    private static long mib(long bytes) {
        return bytes >> 20;
    }
}
