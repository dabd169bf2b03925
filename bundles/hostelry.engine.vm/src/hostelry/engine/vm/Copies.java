package hostelry.engine.vm;

import hostelry.engine.spi.DiskImages;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Nic;
import hostelry.model.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Copies of disks as they would be made for a machine or a template. Touches nothing.
 *
 * @param sources ids of the disks that are copied, by the ids of the copies
 */
record Copies(List<Disk> disks, List<DiskAttachment> attachments, Map<String, String> sources) {

    /** Each on the storage domain of its source, named after the owner. */
    static Copies plan(Guests guests, DiskImages images, List<DiskAttachment> from, Entity owner) {
        List<Disk> disks = new ArrayList<>();
        List<DiskAttachment> attachments = new ArrayList<>();
        Map<String, String> sources = new HashMap<>();
        for (DiskAttachment attachment : from) {
            Optional<Disk> source = guests.find(Disk.class, attachment.getDisk());
            if (source.isEmpty()) {
                continue;
            }
            Disk wanted = EcoreUtil.copy(source.get());
            wanted.setId(null);
            wanted.setName(null);
            wanted.setAlias(null);
            Disk disk = images.plan(wanted, owner.getName() + "_Disk" + (disks.size() + 1), Set.of());
            DiskAttachment plug = EcoreUtil.copy(attachment);
            plug.setId(disk.getId());
            plug.setDisk(disk.getId());
            plug.setVm(owner instanceof Template ? null : owner.getId());
            plug.setTemplate(owner instanceof Template ? owner.getId() : null);
            plug.setActive(true);
            disks.add(disk);
            attachments.add(plug);
            sources.put(disk.getId(), source.get().getId());
        }
        return new Copies(List.copyOf(disks), List.copyOf(attachments), Map.copyOf(sources));
    }

    /** Cards like these without addresses; one that was asked for stands for that of its name. */
    static List<Nic> nics(List<Nic> from, List<Nic> asked) {
        List<Nic> nics = new ArrayList<>();
        for (Nic nic : from) {
            if (asked.stream().noneMatch(other -> Objects.equals(other.getName(), nic.getName()))) {
                Nic copy = EcoreUtil.copy(nic);
                copy.setId(null);
                copy.setVm(null);
                copy.setTemplate(null);
                copy.setMac(null);
                nics.add(copy);
            }
        }
        return nics;
    }
}
