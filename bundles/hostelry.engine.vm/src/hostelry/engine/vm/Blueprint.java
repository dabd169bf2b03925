package hostelry.engine.vm;

import hostelry.engine.spi.DiskImages.Copy;
import hostelry.engine.work.Flat;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A machine to be, complete to the last id: what the journal holds, so that a crash in the middle can be gone on from, or taken back.
 *
 * @param disks those that are to be made
 * @param attachments of these and of disks that exist
 */
record Blueprint(Vm vm, List<Disk> disks, List<DiskAttachment> attachments, List<Nic> nics, Map<String, String> sources) {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;

    Blueprint {
        disks = List.copyOf(disks);
        attachments = List.copyOf(attachments);
        nics = List.copyOf(nics);
        sources = Map.copyOf(sources);
    }

    /** Of a machine that can't be made. */
    static Blueprint nothing(Vm vm) {
        return new Blueprint(vm, List.of(), List.of(), List.of(), Map.of());
    }

    /** Those of its new disks that are to be empty. */
    List<Disk> empty() {
        return disks.stream().filter(disk -> !sources.containsKey(disk.getId())).toList();
    }

    /** Those that are to be copies, with what they are copied from; what is gone is left out, and the check has said so. */
    List<Copy> copies(Guests guests) {
        return disks.stream()
                .flatMap(disk -> guests.find(Disk.class, sources.get(disk.getId())).map(source -> new Copy(source, disk)).stream())
                .toList();
    }

    Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        Flat.put(arguments, "vm.", vm);
        for (int i = 0; i < disks.size(); i++) {
            Flat.put(arguments, "disk" + i + ".", disks.get(i));
        }
        for (int i = 0; i < attachments.size(); i++) {
            Flat.put(arguments, "attachment" + i + ".", attachments.get(i));
        }
        for (int i = 0; i < nics.size(); i++) {
            Flat.put(arguments, "nic" + i + ".", nics.get(i));
        }
        sources.forEach((disk, source) -> arguments.put("source." + disk, source));
        return arguments;
    }

    static Blueprint of(Map<String, String> arguments) {
        return new Blueprint(Flat.get(arguments, "vm.", MODEL.createVm()), all(arguments, "disk", MODEL::createDisk),
                all(arguments, "attachment", MODEL::createDiskAttachment), all(arguments, "nic", MODEL::createNic), sources(arguments));
    }

    static Map<String, String> sources(Map<String, String> arguments) {
        Map<String, String> sources = new HashMap<>();
        arguments.forEach((key, value) -> {
            if (key.startsWith("source.")) {
                sources.put(key.substring("source.".length()), value);
            }
        });
        return sources;
    }

    static <T extends hostelry.model.Entity> List<T> all(Map<String, String> arguments, String prefix, Supplier<T> empty) {
        List<T> all = new ArrayList<>();
        for (int i = 0; arguments.containsKey(prefix + i + ".id"); i++) {
            all.add(Flat.get(arguments, prefix + i + ".", empty.get()));
        }
        return all;
    }
}
