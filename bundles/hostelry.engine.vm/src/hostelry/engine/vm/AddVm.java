package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines a machine with its disks and cards: all of it or nothing. */
final class AddVm implements Verb<Vm> {
    private final Inventory inventory;
    private final Blueprint plan;
    private final Assembly assembly;

    AddVm(Inventory inventory, DiskImages images, Blueprint plan) {
        this.inventory = inventory;
        this.plan = plan;
        this.assembly = new Assembly(inventory, images, plan);
    }

    @Override
    public String name() {
        return "AddVm";
    }

    @Override
    public String title() {
        return "Add VM " + VmChecks.clipped(String.valueOf(plan.vm().getName()));
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public @Nullable String place() {
        return plan.vm().getCluster();
    }

    /** Of the template, the storage of new disks, the disks that exist and the networks; the disc in the drive must be seen. */
    @Override
    public List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        needs.add(new Need("CREATE_VM", plan.vm().getTemplate()));
        plan.disks().forEach(disk -> needs.add(new Need("CREATE_DISK", disk.getStorageDomain())));
        Set<String> fresh = newIds();
        plan.attachments().stream().map(DiskAttachment::getDisk).filter(disk -> !fresh.contains(disk))
                .forEach(disk -> needs.add(new Need("ATTACH_DISK", disk)));
        plan.nics().forEach(nic -> needs.add(new Need("CONFIGURE_VM_NETWORK", nic.getVnicProfile())));
        needs.add(new Need(null, plan.vm().getCdrom()));
        needs.add(new Need(null, plan.vm().getKernel()));
        needs.add(new Need(null, plan.vm().getInitrd()));
        return needs;
    }

    @Override
    public Map<String, String> arguments() {
        return plan.arguments();
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>();
        locks.add(Lock.exclusive(plan.vm().getId()));
        locks.add(Lock.exclusive("vm-name:" + plan.vm().getName()));
        plan.attachments().forEach(attachment -> locks.add(Lock.exclusive(attachment.getDisk())));
        if (!plan.sources().isEmpty()) {
            locks.add(Lock.shared(plan.vm().getTemplate()));
            plan.sources().values().forEach(source -> locks.add(Lock.shared(source)));
        }
        if (plan.vm().getCluster() != null) {
            locks.add(Lock.shared(plan.vm().getCluster()));
        }
        plan.disks().stream().map(Disk::getStorageDomain).filter(domain -> domain != null && !domain.isEmpty()).distinct().forEach(
                domain -> locks.add(Lock.shared(domain)));
        return locks;
    }

    @Override
    public void check(Problems problems) {
        check(problems, Guests.in(inventory));
        assembly.check(problems);
    }

    /** What the estate itself says; asked once more when it is put there, because names and addresses may have been taken meanwhile. */
    private void check(Problems problems, Guests guests) {
        VmChecks checks = new VmChecks(guests, problems);
        checks.name(plan.vm().getName(), null);
        checks.texts(plan.vm());
        checks.cluster(plan.vm());
        checks.template(plan.vm());
        checks.hardware(plan.vm());
        new BoardChecks(problems).all(plan.vm());
        checks.disc(plan.vm().getCdrom());
        checks.kernels(plan.vm());
        checks.bounds(plan.vm());
        List<Nic> before = new ArrayList<>();
        for (Nic nic : plan.nics()) {
            new NicChecks(guests, problems).nic(nic, plan.vm(), before);
            before.add(nic);
        }
        plan.sources().values().forEach(source -> guests.find(Disk.class, source).ifPresent(checks::usable));
        new DiskChecks(guests, problems).attachable(plan.vm(), plan.attachments(), newIds());
        together(problems, guests);
    }

    private Set<String> newIds() {
        Set<String> ids = new HashSet<>();
        plan.disks().forEach(disk -> ids.add(disk.getId()));
        return ids;
    }

    /** Is there one host that reaches them all? Otherwise it could never start. */
    private void together(Problems problems, Guests guests) {
        List<Disk> all = new ArrayList<>(plan.disks());
        plan.attachments().forEach(attachment -> guests.find(Disk.class, attachment.getDisk()).ifPresent(all::add));
        all.addAll(guests.aside(plan.vm()));
        List<StorageDomain> domains = all.stream().flatMap(disk -> guests.domain(disk).stream()).distinct().toList();
        boolean hostless = guests.hosts(plan.vm().getCluster()).isEmpty();
        problems.require(domains.isEmpty() || hostless || guests.hosts(plan.vm().getCluster()).stream().anyMatch(
                host -> domains.stream().allMatch(domain -> Placement.reaches(host, domain))),
                () -> Problem.conflict(null,
                        "No host of cluster " + guests.cluster(plan.vm().getCluster()) + " reaches all of "
                                + String.join(", ", domains.stream().map(StorageDomain::getName).toList()) + ".",
                        "Choose disks and disc on storage domains of the same host."));
    }

    @Override
    public Vm perform(Progress progress) throws InterruptedException {
        return assembly.make(progress, this::check);
    }

    @Override
    public void compensate() throws NodeFault {
        assembly.undo();
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
