package hostelry.engine.spi;

import hostelry.api.Permissions.Permit;
import hostelry.api.Permissions.PermitGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All permits that a role may have, in the groups of the role editor (the slide of seed 001). Names and numbers are oVirt's, so that its clients find what they know;
 * those of Gluster are left out. Some belong to nouns that are still to come (pools, quota): a role may have them already.
 */
public final class PermitCatalogue {
    private static final boolean ADMIN = true;
    private static final boolean USER = false;

    private static final List<PermitGroup> GROUPS = List.of(
            group("System", permit("LOGIN", 1300, "Log in", USER), permit("EDIT_PROFILE", 504, "Edit one's own profile", USER),
                    permit("MANIPULATE_USERS", 500, "Manipulate users and groups", ADMIN),
                    permit("ADD_USERS_AND_GROUPS_FROM_DIRECTORY", 503, "Add users and groups from a directory", USER),
                    permit("MANIPULATE_ROLES", 501, "Manipulate roles", ADMIN),
                    permit("MANIPULATE_PERMISSIONS", 502, "Manipulate permissions", USER),
                    permit("TAG_MANAGEMENT", 1301, "Manage tags", ADMIN), permit("BOOKMARK_MANAGEMENT", 1302, "Manage bookmarks", ADMIN),
                    permit("EVENT_NOTIFICATION_MANAGEMENT", 1303, "Manage notifications", ADMIN),
                    permit("AUDIT_LOG_MANAGEMENT", 1304, "Manage events", ADMIN),
                    permit("INJECT_EXTERNAL_EVENTS", 1400, "Add events from outside", ADMIN),
                    permit("INJECT_EXTERNAL_TASKS", 1500, "Add jobs from outside", ADMIN),
                    permit("CONFIGURE_ENGINE", 800, "Configure the engine", ADMIN)),
            group("Data center", permit("CREATE_STORAGE_POOL", 700, "Create", ADMIN),
                    permit("DELETE_STORAGE_POOL", 701, "Delete", ADMIN),
                    permit("EDIT_STORAGE_POOL_CONFIGURATION", 702, "Change configuration", ADMIN)),
            group("Network", permit("CREATE_STORAGE_POOL_NETWORK", 704, "Create", ADMIN),
                    permit("DELETE_STORAGE_POOL_NETWORK", 705, "Delete", ADMIN),
                    permit("CONFIGURE_STORAGE_POOL_NETWORK", 703, "Change configuration", ADMIN),
                    permit("CREATE_NETWORK_VNIC_PROFILE", 1204, "Create vNIC profiles", ADMIN),
                    permit("DELETE_NETWORK_VNIC_PROFILE", 1205, "Delete vNIC profiles", ADMIN),
                    permit("CONFIGURE_NETWORK_VNIC_PROFILE", 1203, "Change vNIC profiles", ADMIN),
                    permit("CREATE_MAC_POOL", 1660, "Create MAC pools", ADMIN), permit("DELETE_MAC_POOL", 1662, "Delete MAC pools", ADMIN),
                    permit("EDIT_MAC_POOL", 1661, "Change MAC pools", ADMIN),
                    permit("CONFIGURE_MAC_POOL", 1663, "Use MAC pools", ADMIN)),
            group("Storage", permit("CREATE_STORAGE_DOMAIN", 600, "Create", ADMIN), permit("DELETE_STORAGE_DOMAIN", 602, "Delete", ADMIN),
                    permit("EDIT_STORAGE_DOMAIN_CONFIGURATION", 601, "Change configuration", ADMIN),
                    permit("MANIPULATE_STORAGE_DOMAIN", 603, "Manipulate status", ADMIN),
                    permit("CREATE_STORAGE_DISK_PROFILE", 1561, "Create disk profiles", ADMIN),
                    permit("DELETE_STORAGE_DISK_PROFILE", 1562, "Delete disk profiles", ADMIN),
                    permit("CONFIGURE_STORAGE_DISK_PROFILE", 1560, "Change disk profiles", ADMIN)),
            group("Disk", permit("CREATE_DISK", 1100, "Create", USER), permit("ATTACH_DISK", 1101, "Attach", USER),
                    permit("EDIT_DISK_PROPERTIES", 1102, "Edit properties", USER),
                    permit("CONFIGURE_DISK_STORAGE", 1103, "Move and copy", USER), permit("DELETE_DISK", 1104, "Delete", USER),
                    permit("DISK_LIVE_STORAGE_MIGRATION", 1107, "Move while in use", USER),
                    permit("ACCESS_IMAGE_STORAGE", 1106, "Use image storage", USER), permit("SPARSIFY_DISK", 1108, "Sparsify", USER),
                    permit("REDUCE_DISK", 1109, "Reduce", ADMIN), permit("BACKUP_DISK", 1110, "Back up", ADMIN),
                    permit("CONFIGURE_SCSI_GENERIC_IO", 1105, "Configure SCSI generic I/O", ADMIN),
                    permit("ATTACH_DISK_PROFILE", 1563, "Use disk profiles", USER)),
            group("Template", permit("CREATE_TEMPLATE", 200, "Create", USER),
                    permit("EDIT_TEMPLATE_PROPERTIES", 201, "Edit properties", USER),
                    permit("DELETE_TEMPLATE", 202, "Delete", USER), permit("COPY_TEMPLATE", 203, "Copy", USER),
                    permit("CONFIGURE_TEMPLATE_NETWORK", 204, "Configure network", USER),
                    permit("EDIT_ADMIN_TEMPLATE_PROPERTIES", 205, "Edit administrator's properties", ADMIN)),
            group("Cluster", permit("CREATE_CLUSTER", 400, "Create", ADMIN), permit("DELETE_CLUSTER", 402, "Delete", ADMIN),
                    permit("EDIT_CLUSTER_CONFIGURATION", 401, "Change configuration", ADMIN),
                    permit("CONFIGURE_CLUSTER_NETWORK", 403, "Configure network", ADMIN),
                    permit("ASSIGN_CLUSTER_NETWORK", 404, "Assign networks", ADMIN),
                    permit("MANIPULATE_AFFINITY_GROUPS", 1550, "Manipulate affinity groups", ADMIN),
                    permit("CREATE_CPU_PROFILE", 1667, "Create CPU profiles", ADMIN),
                    permit("UPDATE_CPU_PROFILE", 1666, "Change CPU profiles", ADMIN),
                    permit("DELETE_CPU_PROFILE", 1665, "Delete CPU profiles", ADMIN),
                    permit("ASSIGN_CPU_PROFILE", 1668, "Use CPU profiles", USER)),
            group("Host", permit("CREATE_HOST", 100, "Create", ADMIN), permit("DELETE_HOST", 102, "Delete", ADMIN),
                    permit("EDIT_HOST_CONFIGURATION", 101, "Change configuration", ADMIN),
                    permit("MANIPULATE_HOST", 103, "Manipulate status", ADMIN),
                    permit("CONFIGURE_HOST_NETWORK", 104, "Configure network", ADMIN)),
            group("VM", permit("RUN_VM", 22, "Start", USER), permit("SHUT_DOWN_VM", 19, "Shut down", USER),
                    permit("STOP_VM", 18, "Power off", USER), permit("REBOOT_VM", 17, "Reboot", USER),
                    permit("RESET_VM", 23, "Reset", USER),
                    permit("HIBERNATE_VM", 21, "Suspend", USER), permit("CHANGE_VM_CD", 5, "Change CD", USER),
                    permit("CONNECT_TO_VM", 7, "Open the console", USER),
                    permit("RECONNECT_TO_VM", 13, "Take the console from another user", USER),
                    permit("CONNECT_TO_SERIAL_CONSOLE", 1664, "Open the serial console", USER), permit("CREATE_VM", 1, "Create", USER),
                    permit("CREATE_INSTANCE", 16, "Create instances", USER), permit("DELETE_VM", 2, "Delete", USER),
                    permit("EDIT_VM_PROPERTIES", 3, "Edit properties", USER),
                    permit("EDIT_ADMIN_VM_PROPERTIES", 15, "Edit administrator's properties", ADMIN),
                    permit("CHANGE_VM_CUSTOM_PROPERTIES", 14, "Change custom properties", ADMIN),
                    permit("CONFIGURE_VM_NETWORK", 9, "Configure network", USER),
                    permit("CONFIGURE_VM_STORAGE", 10, "Configure storage", USER),
                    permit("MANIPULATE_VM_SNAPSHOTS", 12, "Manipulate snapshots", USER), permit("MIGRATE_VM", 6, "Migrate", USER),
                    permit("MOVE_VM", 11, "Move", USER), permit("IMPORT_EXPORT_VM", 8, "Import and export", ADMIN)),
            group("VM pool", permit("VM_POOL_BASIC_OPERATIONS", 303, "Use", USER), permit("CREATE_VM_POOL", 300, "Create", USER),
                    permit("DELETE_VM_POOL", 302, "Delete", USER),
                    permit("EDIT_VM_POOL_CONFIGURATION", 301, "Change configuration", USER)),
            group("Quota", permit("CONFIGURE_QUOTA", 900, "Configure", ADMIN), permit("CONSUME_QUOTA", 901, "Consume", USER)));

    private static final Map<String, Permit> BY_NAME = byName();

    /** A role with nothing but these does not show what is below the object that it was given on: to make something there one need not see the neighbours. */
    private static final Set<String> BLIND = Set.of("CREATE_VM", "CREATE_INSTANCE", "CREATE_TEMPLATE", "CREATE_VM_POOL", "CREATE_DISK",
            "ACCESS_IMAGE_STORAGE", "ATTACH_DISK_PROFILE", "ASSIGN_CPU_PROFILE", "CONSUME_QUOTA", "LOGIN", "EDIT_PROFILE",
            "TAG_MANAGEMENT", "BOOKMARK_MANAGEMENT", "EVENT_NOTIFICATION_MANAGEMENT", "AUDIT_LOG_MANAGEMENT", "INJECT_EXTERNAL_EVENTS",
            "INJECT_EXTERNAL_TASKS");

    private PermitCatalogue() {}

    public static List<PermitGroup> groups() {
        return GROUPS;
    }

    public static Stream<Permit> all() {
        return BY_NAME.values().stream();
    }

    public static Optional<Permit> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** By oVirt's number. */
    public static Optional<Permit> numbered(int id) {
        return all().filter(permit -> permit.id() == id).findFirst();
    }

    /** Does a role with this permit show what is below the object that it was given on? */
    public static boolean shows(String permit) {
        return !BLIND.contains(permit);
    }

    private static PermitGroup group(String label, Permit... permits) {
        return new PermitGroup(label, List.of(permits));
    }

    private static Permit permit(String name, int id, String label, boolean administrative) {
        return new Permit(name, id, label, administrative);
    }

    private static Map<String, Permit> byName() {
        Map<String, Permit> permits = new LinkedHashMap<>();
        GROUPS.forEach(group -> group.permits().forEach(permit -> permits.put(permit.name(), permit)));
        return permits;
    }
}
