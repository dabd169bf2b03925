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
 * What is plugged into which VM, both ways round. The inventory gives the same collection until something in it changes: so the tables are made anew only then.
 * Thread-safe.
 */
final class Plugs {
    private record Disks(Collection<DiskAttachment> source, Map<String, List<String>> vms, Map<String, List<String>> disks) {}

    private record Nics(Collection<Nic> source, Map<String, List<String>> profiles) {}

    private final Inventory inventory;
    private volatile Disks disks = new Disks(List.of(), Map.of(), Map.of());
    private volatile Nics nics = new Nics(List.of(), Map.of());

    Plugs(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Ids of the VMs that a disk is attached to. */
    List<String> vms(String disk) {
        return disks().vms().getOrDefault(disk, List.of());
    }

    /** Ids of the disks that are attached to a VM. */
    List<String> disks(String vm) {
        return disks().disks().getOrDefault(vm, List.of());
    }

    /** Ids of the vNIC profiles that the cards of a VM use. */
    List<String> profiles(String vm) {
        Collection<Nic> all = inventory.all(Nic.class);
        Nics known = nics;
        if (known.source() != all) {
            Map<String, List<String>> profiles = new HashMap<>();
            all.forEach(nic -> put(profiles, nic.getVm(), nic.getVnicProfile()));
            known = new Nics(all, profiles);
            nics = known;
        }
        return known.profiles().getOrDefault(vm, List.of());
    }

    private Disks disks() {
        Collection<DiskAttachment> all = inventory.all(DiskAttachment.class);
        Disks known = disks;
        if (known.source() != all) {
            Map<String, List<String>> vms = new HashMap<>();
            Map<String, List<String>> byVm = new HashMap<>();
            for (DiskAttachment attachment : all) {
                put(vms, attachment.getDisk(), attachment.getVm());
                put(byVm, attachment.getVm(), attachment.getDisk());
            }
            known = new Disks(all, vms, byVm);
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
