package hostelry.node.api.hook;

import java.util.Arrays;
import java.util.Optional;

/**
 * A point at which hooks are called. Names, order and consequences are those of VDSM's hooks (seed 001, <i>Hook scripts are called at specific VM lifecycle
 * events</i>), so that a folder of theirs can be taken over as it is.
 */
public enum HookPoint {
    NODE_START("before_vdsm_start", Effect.TELLS),
    NODE_STOP("after_vdsm_stop", Effect.TELLS),
    BEFORE_START("before_vm_start", Effect.CHANGES),
    AFTER_START("after_vm_start", Effect.TELLS),
    BEFORE_PAUSE("before_vm_pause", Effect.REFUSES),
    AFTER_PAUSE("after_vm_pause", Effect.TELLS),
    BEFORE_CONTINUE("before_vm_cont", Effect.REFUSES),
    AFTER_CONTINUE("after_vm_cont", Effect.TELLS),
    BEFORE_HIBERNATE("before_vm_hibernate", Effect.REFUSES),
    AFTER_HIBERNATE("after_vm_hibernate", Effect.TELLS),
    BEFORE_DEHIBERNATE("before_vm_dehibernate", Effect.REFUSES),
    AFTER_DEHIBERNATE("after_vm_dehibernate", Effect.TELLS),
    BEFORE_MIGRATE_SOURCE("before_vm_migrate_source", Effect.REFUSES),
    AFTER_MIGRATE_SOURCE("after_vm_migrate_source", Effect.TELLS),
    BEFORE_MIGRATE_DESTINATION("before_vm_migrate_destination", Effect.REFUSES),
    AFTER_MIGRATE_DESTINATION("after_vm_migrate_destination", Effect.TELLS),
    BEFORE_DESTROY("before_vm_destroy", Effect.TELLS),
    AFTER_DESTROY("after_vm_destroy", Effect.TELLS),
    BEFORE_DISK_HOTPLUG("before_disk_hotplug", Effect.CHANGES),
    AFTER_DISK_HOTPLUG("after_disk_hotplug", Effect.TELLS),
    BEFORE_DISK_HOTUNPLUG("before_disk_hotunplug", Effect.REFUSES),
    AFTER_DISK_HOTUNPLUG("after_disk_hotunplug", Effect.TELLS),
    BEFORE_NIC_HOTPLUG("before_nic_hotplug", Effect.CHANGES),
    AFTER_NIC_HOTPLUG("after_nic_hotplug", Effect.TELLS),
    BEFORE_NIC_HOTUNPLUG("before_nic_hotunplug", Effect.REFUSES),
    AFTER_NIC_HOTUNPLUG("after_nic_hotunplug", Effect.TELLS),
    BEFORE_SET_CPUS("before_set_num_of_cpus", Effect.REFUSES),
    AFTER_SET_CPUS("after_set_num_of_cpus", Effect.TELLS),
    BEFORE_MEMORY_HOTPLUG("before_memory_hotplug", Effect.CHANGES),
    AFTER_MEMORY_HOTPLUG("after_memory_hotplug", Effect.TELLS);

    /** What a hook can bring about. */
    public enum Effect {
        /** It may hand back other XML, and refuse the act by failing. */
        CHANGES,
        /** It may refuse the act by failing; the XML is for reading. */
        REFUSES,
        /** It is told what happened; a failure is noted, and nothing else comes of it. */
        TELLS
    }

    private final String folder;
    private final Effect effect;

    HookPoint(String folder, Effect effect) {
        this.folder = folder;
        this.effect = effect;
    }

    /** VDSM's name of the point: the folder of its scripts, and {@code event_name} over REST. */
    public String folder() {
        return folder;
    }

    public Effect effect() {
        return effect;
    }

    public static Optional<HookPoint> of(String folder) {
        return Arrays.stream(values()).filter(point -> point.folder.equals(folder)).findFirst();
    }
}
