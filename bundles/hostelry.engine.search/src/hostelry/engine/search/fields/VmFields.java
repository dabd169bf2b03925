package hostelry.engine.search.fields;

import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.Network;
import hostelry.model.Nic;
import hostelry.model.Permission;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.VmType;
import hostelry.model.VnicProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Machines, and what they are made from. */
final class VmFields {
    private static final Set<VmStatus> OFF = EnumSet.of(VmStatus.DOWN, VmStatus.SUSPENDED, VmStatus.IMAGE_LOCKED, VmStatus.IMAGE_ILLEGAL,
            VmStatus.UNASSIGNED);
    private static final double PERCENT = 100;

    private VmFields() {}

    static Table<Vm> vms() {
        Table<Vm> table = new Table<>(Vm.class, "Vms", "vm").basics()
                .words("status", "", VmStatus.VALUES, Vm::getStatus)
                .mainTexts("ip address addresses", "an address of its guest", Vm::getAddresses)
                .link("on_host host", "where it runs", Host.class, Host::getName, Vm::getHost)
                .link("cluster", "", Cluster.class, Cluster::getName, Vm::getCluster)
                .links("datacenter", "", DataCenter.class, DataCenter::getName,
                        Way.through(Cluster.class, Way.forward(Vm::getCluster), Way.forward(Cluster::getDataCenter)))
                .link("template", "what it was made from", Template.class, Template::getName, Vm::getTemplate)
                .tags(Vm::getTags)
                .main("fqdn", "name that its guest gives itself", Vm::getFqdn)
                .counted("uptime", "time since its start", Unit.SECONDS, question -> {
                    Instant now = question.clock().instant();
                    return vm -> uptime(vm, now);
                })
                .text("os os_type", "operating system that it was made for", Vm::getOsType)
                .texts("loggedinuser", "name of a user who is logged in to its guest", Vm::getGuestUsers)
                .text("guest_os", "operating system that its guest reports", Vm::getGuestOs)
                .date("creationdate creation_time", "when it was made", Vm::getCreationTime)
                .date("start_time", "when it was started last", Vm::getStartTime)
                .date("stop_time", "when it was stopped last", Vm::getStopTime)
                .number("cpu_usage", "percent", Unit.PERCENT, Vm::getCpuUsage)
                .number("mem_usage", "percent of its memory", Unit.PERCENT,
                        vm -> vm.getMemory() == 0 ? Double.NaN : vm.getMemoryUsed() * PERCENT / vm.getMemory())
                .number("memory", "in MB without a unit", Unit.MEGABYTES, Vm::getMemory)
                .number("guaranteed_memory memory_guaranteed", "in MB without a unit", Unit.MEGABYTES, Vm::getMemoryGuaranteed)
                .number("vcpus cpus", "number of CPUs", Unit.PLAIN, vm -> vm.getCpuSockets() * vm.getCpuCores() * vm.getCpuThreads())
                .text("architecture", "", Vm::getArchitecture)
                .words("type", "", VmType.VALUES, Vm::getType)
                .text("origin", "", Vm::getOrigin)
                .text("stop_reason", "", Vm::getStopReason)
                .flag("delete_protected", "", Vm::isDeleteProtected)
                .text("bios_type", "", Vm::getBiosType)
                .flag("next_run_config_exists", "changes wait for its next start", Vm::isNextRunConfigurationExists)
                .properties(Vm::getCustomProperties);
        return table.beside(Host.class, Way.forward(Vm::getHost))
                .beside(Cluster.class, Way.forward(Vm::getCluster))
                .beside(DataCenter.class,
                        Way.through(Cluster.class, Way.forward(Vm::getCluster), Way.forward(Cluster::getDataCenter)))
                .beside(Template.class, Way.forward(Vm::getTemplate))
                .beside(Disk.class, disks())
                .beside(StorageDomain.class, Way.through(Disk.class, disks(), Way.forward(Disk::getStorageDomain)))
                .beside(VnicProfile.class, profiles())
                .beside(Network.class, Way.through(VnicProfile.class, profiles(), Way.forward(VnicProfile::getNetwork)))
                .beside(User.class,
                        Way.through(Permission.class, Way.back(PeopleFields.objectOf(Vm.class)), Way.forward(Permission::getUser)))
                .beside(Event.class, Way.back(Event::getVm));
    }

    private static Way<Vm, Disk> disks() {
        return Way.through(DiskAttachment.class, Way.back(DiskAttachment::getVm), Way.forward(DiskAttachment::getDisk));
    }

    private static Way<Vm, VnicProfile> profiles() {
        return Way.through(Nic.class, Way.back(Nic::getVm), Way.forward(Nic::getVnicProfile));
    }

    private static double uptime(Vm vm, Instant now) {
        return vm.getStartTime() == null || OFF.contains(vm.getStatus())
                ? Double.NaN
                : Duration.between(vm.getStartTime(), now).toSeconds();
    }

    static Table<Template> templates() {
        return new Table<>(Template.class, "Templates", "template").basics()
                .text("status", "ok, locked or illegal", Template::getStatus)
                .date("creationdate creation_time", "when it was made", Template::getCreationTime)
                .counted("childcount", "number of machines made from it", Unit.PLAIN, question -> {
                    Map<String, Integer> children = new HashMap<>();
                    question.all(Vm.class).forEach(vm -> children.merge(String.valueOf(vm.getTemplate()), 1, Integer::sum));
                    return template -> children.getOrDefault(template.getId(), 0);
                })
                .text("os os_type", "operating system that it was made for", Template::getOsType)
                .number("mem memory", "in MB without a unit", Unit.MEGABYTES, Template::getMemory)
                .number("vcpus cpus", "number of CPUs", Unit.PLAIN,
                        template -> template.getCpuSockets() * template.getCpuCores() * template.getCpuThreads())
                .text("version_name", "name of the version", Template::getVersionName)
                .number("version_number", "1 for what was made first", Unit.PLAIN, Template::getVersionNumber)
                .link("cluster", "", Cluster.class, Cluster::getName, Template::getCluster)
                .links("datacenter", "", DataCenter.class, DataCenter::getName, centers())
                .tags(Template::getTags)
                .beside(Vm.class, Way.back(Vm::getTemplate))
                .beside(Cluster.class, Way.forward(Template::getCluster))
                .beside(DataCenter.class, centers())
                .beside(Disk.class,
                        Way.through(DiskAttachment.class, Way.back(DiskAttachment::getTemplate), Way.forward(DiskAttachment::getDisk)));
    }

    private static Way<Template, DataCenter> centers() {
        return Way.through(Cluster.class, Way.forward(Template::getCluster), Way.forward(Cluster::getDataCenter));
    }
}
