package hostelry.engine.spi;

import hostelry.api.Permissions.Permit;
import hostelry.model.HostelryFactory;
import hostelry.model.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The roles that every estate has, and nobody can change. The first twelve are those of the slide of seed 001, under the names that oVirt gave them later
 * (RHEVMUser became UserRole, VmAdmin UserVmManager, TemplateUser UserTemplateBasedVm); the others are the small ones of oVirt that makers of objects need. Ids are
 * oVirt's, and so are the permits, less those of what we don't have.
 */
public enum PredefinedRole {
    SUPER_USER("00000000-0000-0000-0000-000000000001", "SuperUser", "Roles management administrator", true, true, permit -> true),
    USER("00000000-0000-0000-0001-000000000001", "UserRole", "Standard user", false, true, only("LOGIN", "RUN_VM", "SHUT_DOWN_VM",
            "STOP_VM", "REBOOT_VM", "RESET_VM", "HIBERNATE_VM", "CHANGE_VM_CD", "CONNECT_TO_VM", "VM_POOL_BASIC_OPERATIONS",
            "ACCESS_IMAGE_STORAGE")),
    POWER_USER("00000000-0000-0000-0001-000000000002", "PowerUserRole", "User who may create VMs, templates and disks", false, false,
            only("LOGIN", "CREATE_VM", "CREATE_TEMPLATE", "CREATE_DISK", "ACCESS_IMAGE_STORAGE", "ATTACH_DISK_PROFILE",
                    "ASSIGN_CPU_PROFILE")),
    CLUSTER_ADMIN("def00001-0000-0000-0000-def000000001", "ClusterAdmin", "Administrator of all that is in a cluster", true, true,
            groups("VM", "VM pool", "Host").and(except("RECONNECT_TO_VM", "CONNECT_TO_SERIAL_CONSOLE", "CREATE_INSTANCE"))
                    .or(groups("Cluster").and(except("ASSIGN_CLUSTER_NETWORK"))).or(desk()).or(people())
                    .or(only("CREATE_DISK", "ATTACH_DISK", "EDIT_DISK_PROPERTIES", "CONFIGURE_DISK_STORAGE", "DELETE_DISK",
                            "DISK_LIVE_STORAGE_MIGRATION", "ATTACH_DISK_PROFILE"))),
    DATA_CENTER_ADMIN("def00002-0000-0000-0000-def000000002", "DataCenterAdmin",
            "Administrator of all that is in a data center, except storage", true, true,
            groups("Data center", "VM", "VM pool", "Host", "Cluster", "Template", "Quota")
                    .and(except("RECONNECT_TO_VM", "CONNECT_TO_SERIAL_CONSOLE", "CREATE_INSTANCE"))
                    .or(groups("Network").and(except("CREATE_MAC_POOL", "DELETE_MAC_POOL", "EDIT_MAC_POOL"))).or(desk()).or(people())
                    .or(only("CREATE_DISK", "ATTACH_DISK", "EDIT_DISK_PROPERTIES", "CONFIGURE_DISK_STORAGE", "DELETE_DISK",
                            "DISK_LIVE_STORAGE_MIGRATION", "CONFIGURE_SCSI_GENERIC_IO", "ATTACH_DISK_PROFILE"))),
    STORAGE_ADMIN("def00003-0000-0000-0000-def000000003", "StorageAdmin", "Administrator of storage domains and their disks", true, true,
            groups("Storage").or(groups("Disk").and(except("CONFIGURE_SCSI_GENERIC_IO"))).or(desk())),
    HOST_ADMIN("def00004-0000-0000-0000-def000000004", "HostAdmin", "Administrator of hosts and of the storage on them", true, true,
            groups("Host", "Storage").or(desk()).or(only("ATTACH_DISK_PROFILE"))),
    NETWORK_ADMIN("def00005-0000-0000-0000-def000000005", "NetworkAdmin", "Administrator of networks", true, true,
            only("CONFIGURE_HOST_NETWORK", "CONFIGURE_CLUSTER_NETWORK", "ASSIGN_CLUSTER_NETWORK", "CONFIGURE_STORAGE_POOL_NETWORK",
                    "CREATE_STORAGE_POOL_NETWORK", "DELETE_STORAGE_POOL_NETWORK", "CONFIGURE_VM_NETWORK", "CONFIGURE_TEMPLATE_NETWORK",
                    "CONFIGURE_NETWORK_VNIC_PROFILE", "CREATE_NETWORK_VNIC_PROFILE", "DELETE_NETWORK_VNIC_PROFILE").or(desk())),
    USER_VM_MANAGER("def00006-0000-0000-0000-def000000006", "UserVmManager", "User who may do all with a VM", false, true,
            only("LOGIN", "CREATE_VM", "DELETE_VM", "EDIT_VM_PROPERTIES", "CHANGE_VM_CD", "CONNECT_TO_VM", "CONNECT_TO_SERIAL_CONSOLE",
                    "CONFIGURE_VM_NETWORK", "CONFIGURE_VM_STORAGE", "MANIPULATE_VM_SNAPSHOTS", "RUN_VM", "SHUT_DOWN_VM", "STOP_VM",
                    "REBOOT_VM", "RESET_VM", "HIBERNATE_VM", "CREATE_DISK", "ATTACH_DISK", "EDIT_DISK_PROPERTIES", "DELETE_DISK",
                    "ASSIGN_CPU_PROFILE").or(people())),
    VM_POOL_ADMIN("def00007-0000-0000-0000-def000000007", "VmPoolAdmin", "Administrator of VM pools", true, true,
            groups("VM pool").or(desk()).or(only("CREATE_VM", "ASSIGN_CPU_PROFILE"))),
    TEMPLATE_ADMIN("def00008-0000-0000-0000-def000000008", "TemplateAdmin", "Administrator of templates", true, true,
            groups("Template").or(desk()).or(people()).or(only("ACCESS_IMAGE_STORAGE"))),
    USER_TEMPLATE_BASED_VM("def00009-0000-0000-0000-def000000009", "UserTemplateBasedVm", "User who may make VMs of a template", false,
            false, only("CREATE_VM", "ASSIGN_CPU_PROFILE")),
    DISK_OPERATOR("def0000a-0000-0000-0000-def00000000b", "DiskOperator", "User who may do all with a disk", false, true,
            only("LOGIN", "CREATE_DISK", "ATTACH_DISK", "EDIT_DISK_PROPERTIES", "DELETE_DISK", "SPARSIFY_DISK").or(people())),
    DISK_CREATOR("def0000a-0000-0000-0000-def00000000c", "DiskCreator", "User who may create disks", false, false,
            only("LOGIN", "CREATE_DISK")),
    VM_CREATOR("def0000a-0000-0000-0000-def00000000d", "VmCreator", "User who may create VMs", false, false,
            only("LOGIN", "CREATE_VM", "CREATE_DISK", "ASSIGN_CPU_PROFILE")),
    TEMPLATE_CREATOR("def0000a-0000-0000-0000-def00000000e", "TemplateCreator", "User who may create templates", false, false,
            only("LOGIN", "CREATE_TEMPLATE")),
    TEMPLATE_OWNER("def0000a-0000-0000-0000-def00000000f", "TemplateOwner", "User who may do all with a template", false, true,
            only("LOGIN", "EDIT_TEMPLATE_PROPERTIES", "DELETE_TEMPLATE", "COPY_TEMPLATE", "CONFIGURE_TEMPLATE_NETWORK").or(people())),
    VNIC_PROFILE_USER("def0000a-0000-0000-0000-def000000010", "VnicProfileUser", "User who may plug NICs into a vNIC profile", false,
            false, only("LOGIN", "CONFIGURE_VM_NETWORK", "CONFIGURE_TEMPLATE_NETWORK")),
    READ_ONLY_ADMIN("def0000c-0000-0000-0000-def00000000c", "ReadOnlyAdmin", "Administrator who may look at all, and change nothing", true,
            true, only("LOGIN"));

    private final String id;
    private final String label;
    private final String description;
    private final boolean administrative;
    private final boolean shows;
    private final List<String> permits;

    PredefinedRole(String id, String label, String description, boolean administrative, boolean shows, Predicate<String> permits) {
        this.id = id;
        this.label = label;
        this.description = description;
        this.administrative = administrative;
        this.shows = shows;
        this.permits = PermitCatalogue.all().map(Permit::name).filter(permits).toList();
    }

    public String id() {
        return id;
    }

    /** As people know it. */
    public String label() {
        return label;
    }

    public List<String> permits() {
        return permits;
    }

    /** A fresh one. */
    public Role role() {
        Role role = HostelryFactory.eINSTANCE.createRole();
        role.setId(id);
        role.setName(label);
        role.setDescription(description);
        role.setAdministrative(administrative);
        role.setMutable(false);
        role.getPermits().addAll(permits);
        return role;
    }

    public static Optional<PredefinedRole> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** Who has this role on an object, sees what is below it too; without that the object alone. */
    public static boolean shows(Role role) {
        return of(role.getId()).map(known -> known.shows).orElseGet(() -> role.getPermits().stream().anyMatch(PermitCatalogue::shows));
    }

    // -- what permits are told by

    private static Predicate<String> only(String... names) {
        return List.of(names)::contains;
    }

    private static Predicate<String> except(String... names) {
        return Predicate.not(only(names));
    }

    private static Predicate<String> groups(String... labels) {
        List<String> names = new ArrayList<>();
        PermitCatalogue.groups().stream().filter(group -> List.of(labels).contains(group.label()))
                .forEach(group -> group.permits().forEach(permit -> names.add(permit.name())));
        return names::contains;
    }

    /** What each administrator needs at the desk. */
    private static Predicate<String> desk() {
        return only("LOGIN", "TAG_MANAGEMENT", "BOOKMARK_MANAGEMENT", "EVENT_NOTIFICATION_MANAGEMENT", "AUDIT_LOG_MANAGEMENT");
    }

    /** For giving others a part of what one has. */
    private static Predicate<String> people() {
        return only("MANIPULATE_PERMISSIONS", "ADD_USERS_AND_GROUPS_FROM_DIRECTORY");
    }
}
