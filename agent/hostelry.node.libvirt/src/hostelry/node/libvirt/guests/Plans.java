package hostelry.node.libvirt.guests;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.disks.Storages;
import hostelry.node.libvirt.xml.Plan;
import hostelry.node.libvirt.xml.Plug;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds where the parts of a guest are on this host: disks, networks, logs. */
public final class Plans {
    private static final Path HARDWARE_RANDOM = Path.of("/dev/hwrng");
    private final Storages storages;
    private final BooleanSupplier kvm;
    private final Plugs plugs;
    private final Supplier<Path> logs;
    private final String listen;
    private final Seeds seeds;
    private final ConsoleTls tls;

    /**
     * @param kvm whether KVM was proven; waits for the proof
     * @param listen address of all graphics
     * @param tls how they speak TLS
     */
    public Plans(Storages storages, BooleanSupplier kvm, Plugs plugs, Supplier<Path> logs, String listen, ConsoleTls tls, Seeds seeds) {
        this.storages = storages;
        this.kvm = kvm;
        this.plugs = plugs;
        this.logs = logs;
        this.listen = listen;
        this.seeds = seeds;
        this.tls = tls;
    }

    /** @throws NodeFault NOT_FOUND (a disk that is not here), FAILED (a device that the host lacks, a disc that can't be made) */
    public Plan of(DomainSpec spec) throws NodeFault {
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
        Path seed = spec.seed == null ? null : seeds.make(spec.id, spec.seed);
        return new Plan(spec, kvm.getAsBoolean(), drives, cd, kernel, cards, logs.get().resolve(spec.id + ".serial.log"), listen,
                passwords, seed, tls.only());
    }

    private @Nullable Path file(@Nullable String storage, @Nullable String disk) throws NodeFault {
        return storage == null || disk == null ? null : storages.image(storage, disk);
    }

    private Plan.Image image(String storage, String disk) throws NodeFault {
        return new Plan.Image(storages.image(storage, disk), storages.get(storage).direct());
    }
}
