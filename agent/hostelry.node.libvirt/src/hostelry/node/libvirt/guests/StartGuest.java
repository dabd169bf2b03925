package hostelry.node.libvirt.guests;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.libvirt.disks.Storages;
import hostelry.node.libvirt.xml.DomainWriter;
import hostelry.node.libvirt.xml.Plan;
import hostelry.node.libvirt.xml.Plug;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Defines a guest anew and starts it. */
public final class StartGuest {
    private static final Path HARDWARE_RANDOM = Path.of("/dev/hwrng");
    private final Guests guests;
    private final Storages storages;
    private final BooleanSupplier kvm;
    private final LongSupplier hostMemory;
    private final Plugs plugs;
    private final Supplier<Path> logs;
    private final String listen;
    private final Hush hush;
    private final GuestHooks hooks;

    /** Who must know that what he sees of a guest just now is no news. */
    public interface Hush {
        void starting(String id, boolean now);
    }

    /**
     * @param kvm whether KVM was proven; waits for the proof
     * @param listen address of all graphics
     */
    public StartGuest(Guests guests, Storages storages, BooleanSupplier kvm, LongSupplier hostMemory, Plugs plugs, Supplier<Path> logs,
            String listen, Hush hush, GuestHooks hooks) {
        this.guests = guests;
        this.storages = storages;
        this.kvm = kvm;
        this.hostMemory = hostMemory;
        this.plugs = plugs;
        this.logs = logs;
        this.listen = listen;
        this.hush = hush;
        this.hooks = hooks;
    }

    void run(DomainSpec spec) throws NodeFault {
        Optional<Boolean> active = guests.active(spec.id);
        if (active.isPresent() && active.get()) {
            return;
        }
        long memory = hostMemory.getAsLong();
        if (spec.memory > memory) {
            throw new NodeFault(FaultCode.NO_MEMORY,
                    "The guest wants " + mib(spec.memory) + " MiB of memory, and the host has " + mib(memory) + " in all.");
        }
        String other = guests.ask("To look for the name", virt -> virt.idOf(spec.name));
        if (other != null && !other.equals(spec.id)) {
            throw new NodeFault(FaultCode.CONFLICT, "Another guest of this host has the name '" + spec.name + "' (" + other + ").");
        }
        boolean wakes = active.isPresent() && guests.ask("To look whether its memory is on a disk", virt -> virt.saved(spec.id));
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
        hooks.at(wakes ? HookPoint.AFTER_DEHIBERNATE : HookPoint.AFTER_START, spec.id);
    }

    /** What is to be defined. A guest that wakes up goes on as it fell asleep: its hooks may refuse that, and change nothing. */
    private String hooked(boolean wakes, DomainSpec spec) throws NodeFault {
        Map<String, String> properties = new LinkedHashMap<>();
        spec.properties.forEach(property -> properties.put(property.name, property.value));
        return hooks.before(wakes ? HookPoint.BEFORE_DEHIBERNATE : HookPoint.BEFORE_START, spec.id, DomainWriter.write(plan(spec)),
                properties);
    }

    private Plan plan(DomainSpec spec) throws NodeFault {
        List<Plan.Image> drives = new ArrayList<>();
        for (DomainSpec.Drive drive : spec.drives) {
            drives.add(image(drive.storage, drive.disk));
        }
        boolean disc = spec.cdDisk != null && !spec.cdDisk.isEmpty();
        Plan.Image cd = disc ? image(String.valueOf(spec.cdStorage), String.valueOf(spec.cdDisk)) : null;
        List<Plug> cards = new ArrayList<>();
        for (DomainSpec.Card card : spec.cards) {
            cards.add(plugs.of(card.network));
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String kind : spec.graphics) {
            passwords.put(kind, Passwords.unknowable());
        }
        if (spec.rng.equals("hwrng") && !Files.exists(HARDWARE_RANDOM)) {
            throw new NodeFault(FaultCode.FAILED,
                    "The guest wants random numbers of the host's hardware, and the host has no " + HARDWARE_RANDOM + ".");
        }
        Plan.Kernel kernel = new Plan.Kernel(file(spec.kernelStorage, spec.kernelDisk), file(spec.initrdStorage, spec.initrdDisk));
        return new Plan(spec, kvm.getAsBoolean(), drives, cd, kernel, cards, logs.get().resolve(spec.id + ".serial.log"), listen,
                passwords);
    }

    private @Nullable Path file(@Nullable String storage, @Nullable String disk) throws NodeFault {
        return storage == null || disk == null ? null : storages.image(storage, disk);
    }

    private Plan.Image image(String storage, String disk) throws NodeFault {
        return new Plan.Image(storages.image(storage, disk), storages.get(storage).direct());
    }

    private static long mib(long bytes) {
        return bytes >> 20;
    }
}
