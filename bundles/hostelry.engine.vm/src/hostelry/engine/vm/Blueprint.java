package hostelry.engine.vm;

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
record Blueprint(Vm vm, List<Disk> disks, List<DiskAttachment> attachments, List<Nic> nics) {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;

    Blueprint {
        disks = List.copyOf(disks);
        attachments = List.copyOf(attachments);
        nics = List.copyOf(nics);
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
        return arguments;
    }

    static Blueprint of(Map<String, String> arguments) {
        return new Blueprint(Flat.get(arguments, "vm.", MODEL.createVm()), all(arguments, "disk", MODEL::createDisk),
                all(arguments, "attachment", MODEL::createDiskAttachment), all(arguments, "nic", MODEL::createNic));
    }

    private static <T extends hostelry.model.Entity> List<T> all(Map<String, String> arguments, String prefix, Supplier<T> empty) {
        List<T> all = new ArrayList<>();
        for (int i = 0; arguments.containsKey(prefix + i + ".id"); i++) {
            all.add(Flat.get(arguments, prefix + i + ".", empty.get()));
        }
        return all;
    }
}
