package hostelry.engine.search.fields;

import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Permission;
import hostelry.model.StorageDomain;
import hostelry.model.User;
import hostelry.model.Virtualization;
import hostelry.model.Vm;

/** Hosts. */
final class HostFields {
    private static final double PERCENT = 100;

    private HostFields() {}

    static Table<Host> hosts() {
        return new Table<>(Host.class, "Hosts", "host").basics()
                .words("status", "", HostStatus.VALUES, Host::getStatus)
                .link("cluster", "", Cluster.class, Cluster::getName, Host::getCluster)
                .links("datacenter", "", DataCenter.class, DataCenter::getName, center())
                .main("address", "name or number of its node", Host::getAddress)
                .tags(Host::getTags)
                .number("cpu_usage", "percent", Unit.PERCENT, Host::getCpuUsage)
                .number("mem_usage", "percent of its memory", Unit.PERCENT,
                        host -> host.getMemory() == 0 ? Double.NaN : host.getMemoryUsed() * PERCENT / host.getMemory())
                .number("load", "of its CPUs, as Linux counts it", Unit.PLAIN, Host::getLoad)
                .number("memory", "in MB without a unit", Unit.MEGABYTES, Host::getMemory)
                .number("cpus", "number of CPUs", Unit.PLAIN, host -> host.getCpuSockets() * host.getCpuCores() * host.getCpuThreads())
                .number("cpu_speed", "in MHz", Unit.MEGAHERTZ, Host::getCpuSpeed)
                .text("cpu_model", "", Host::getCpuModel)
                .link("architecture", "of its cluster", Cluster.class, Cluster::getArchitecture, Host::getCluster)
                .number("active_vms", "number of guests that run", Unit.PLAIN, Host::getVmsActive)
                .text("version os_version", "of its operating system", Host::getOsVersion)
                .text("os os_type", "operating system", Host::getOsType)
                .text("kernel", "", Host::getKernel)
                .text("libvirt_version", "", Host::getLibvirtVersion)
                .text("qemu_version", "", Host::getQemuVersion)
                .words("virtualization", "what guests run on", Virtualization.VALUES, Host::getVirtualization)
                .date("last_seen", "when it was heard last", Host::getLastSeen)
                .beside(Vm.class, Way.back(Vm::getHost))
                .beside(Cluster.class, Way.forward(Host::getCluster))
                .beside(DataCenter.class, center())
                .beside(StorageDomain.class, Way.back(StorageDomain::getHost))
                .beside(User.class, Way.through(Permission.class, Way.back(PeopleFields.objectOf(Host.class)),
                        Way.forward(Permission::getUser)))
                .beside(Event.class, Way.back(Event::getHost));
    }

    private static Way<Host, DataCenter> center() {
        return Way.through(Cluster.class, Way.forward(Host::getCluster), Way.forward(Cluster::getDataCenter));
    }
}
