package hostelry.engine.access;

import hostelry.engine.spi.Inventory;
import hostelry.model.DiskAttachment;
import hostelry.model.Nic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is plugged into which VM or template, both ways round. The inventory gives the same collection until something in it changes: so the tables are made anew only then.
 * Thread-safe.
 */
final class Plugs {
    private record Disks(Collection<DiskAttachment> source, Map<String, List<String>> owners, Map<String, List<String>> disks) {}

    private record Nics(Collection<Nic> source, Map<String, List<String>> profiles) {}

    private final Inventory inventory;
    private volatile Disks disks = new Disks(List.of(), Map.of(), Map.of());
    private volatile Nics nics = new Nics(List.of(), Map.of());

    Plugs(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Ids of the VMs and templates that a disk belongs to. */
    List<String> owners(String disk) {
        return disks().owners().getOrDefault(disk, List.of());
    }

    /** Ids of the disks of a VM or template. */
    List<String> disks(String owner) {
        return disks().disks().getOrDefault(owner, List.of());
    }

    /** Ids of the vNIC profiles that the cards of a VM or template use. */
    List<String> profiles(String owner) {
        Collection<Nic> all = inventory.all(Nic.class);
        Nics known = nics;
        if (known.source() != all) {
            Map<String, List<String>> profiles = new HashMap<>();
            all.forEach(nic -> put(profiles, nic.getVm() == null ? nic.getTemplate() : nic.getVm(), nic.getVnicProfile()));
            known = new Nics(all, profiles);
            nics = known;
        }
        return known.profiles().getOrDefault(owner, List.of());
    }

    private Disks disks() {
        Collection<DiskAttachment> all = inventory.all(DiskAttachment.class);
        Disks known = disks;
        if (known.source() != all) {
            Map<String, List<String>> owners = new HashMap<>();
            Map<String, List<String>> byOwner = new HashMap<>();
            for (DiskAttachment attachment : all) {
                String owner = attachment.getVm() == null ? attachment.getTemplate() : attachment.getVm();
                put(owners, attachment.getDisk(), owner);
                put(byOwner, owner, attachment.getDisk());
            }
            known = new Disks(all, owners, byOwner);
            disks = known;
        }
        return known;
    }

    private static void put(Map<String, List<String>> table, String key, String value) {
        if (key != null && value != null) {
            table.computeIfAbsent(key, none -> new ArrayList<>(1)).add(value);
        }
    }
}
