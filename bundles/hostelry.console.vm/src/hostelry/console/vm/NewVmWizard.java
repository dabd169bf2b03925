package hostelry.console.vm;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.api.Vms;
import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Target;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.BootDevice;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.DiskInterface;
import hostelry.model.DiskStatus;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.NicInterface;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Asks for a new machine: a name is enough. The engine's own check speaks while one types. */
final class NewVmWizard extends FormDialog {
    private static final int PAUSE_MILLIS = 250;

    private final Desk desk;
    private final List<Cluster> clusters;
    private final List<StorageDomain> domains;
    private final List<Disk> discs;
    private final List<VnicProfile> profiles;
    private final List<Offer> templates;
    private final @Nullable Template chosen;
    private @Nullable Combo template;
    private @Nullable Text name;
    private @Nullable Text description;
    private @Nullable Combo cluster;
    private @Nullable Text memory;
    private @Nullable Text cpus;
    private @Nullable Text size;
    private @Nullable Combo domain;
    private @Nullable Combo disc;
    private @Nullable Combo network;
    private List<String> said = List.of();
    private int question;

    NewVmWizard(Desk desk) {
        this(desk, null);
    }

    /** @param chosen the template that it begins with; null: Blank */
    NewVmWizard(Desk desk, @Nullable Template chosen) {
        super(desk.shell(), desk.look(), Icon.VM, "New virtual machine", "Create");
        this.desk = desk;
        this.clusters = sorted(desk.estate().all(Cluster.class).stream());
        this.domains = sorted(desk.estate().all(StorageDomain.class).stream()
                .filter(one -> one.getType() == StorageDomainType.DATA && one.getStatus() == StorageDomainStatus.ACTIVE));
        this.discs = sorted(desk.estate().all(Disk.class).stream()
                .filter(disk -> disk.getContentType() == DiskContentType.ISO && disk.getStatus() == DiskStatus.OK));
        this.profiles = sorted(desk.estate().all(VnicProfile.class).stream());
        this.templates = Offer.all(desk);
        this.chosen = chosen;
    }

    private static <T extends Entity> List<T> sorted(Stream<T> all) {
        return all.sorted(Comparator.comparing((T one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        name = text("newvm.name", "Name", "", "");
        description = text("newvm.description", "Description", "", "");
        cluster = combo("newvm.cluster", "Cluster", names(clusters), 0);
        template = combo("newvm.template", "Template", templates.stream().map(Offer::label).toList(), Offer.index(templates, chosen));
        section("Hardware");
        memory = text("newvm.memory", "Memory", "1 GiB", "such as 512 MiB or 4 GiB");
        cpus = text("newvm.cpus", "CPUs", "1", "cores");
        section("Disk and disc");
        size = text("newvm.disk", "Disk size", "10 GiB", "takes space as it fills; 0 for none");
        List<String> where = domains.stream().map(one -> one.getName() + "  —  " + Bytes.text(one.getAvailable()) + " free").toList();
        domain = combo("newvm.domain", "Storage domain", where, 0);
        disc = combo("newvm.iso", "Boot from ISO", with("None", names(discs)), discs.isEmpty() ? 0 : 1);
        section("Network");
        network = combo("newvm.network", "Network", with("None", names(profiles)), usual() + 1);
        Objects.requireNonNull(template).addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> offer()));
        if (chosen != null) {
            offer();
        }
    }

    /** Shows what comes from the template; more can be asked for beside it. */
    private void offer() {
        Offer offer = offered();
        Objects.requireNonNull(memory).setText(Bytes.text(offer.template().getMemory()));
        Objects.requireNonNull(cpus).setText(Integer.toString(TemplateFurniture.cpus(offer.template())));
        Objects.requireNonNull(size).setText(offer.disks() > 0 ? "0" : "10 GiB");
        Objects.requireNonNull(disc).select(offer.disks() > 0 || discs.isEmpty() ? 0 : 1);
        Objects.requireNonNull(network).select(offer.nics() > 0 ? 0 : usual() + 1);
        changed();
    }

    private Offer offered() {
        return templates.get(Math.max(0, index(template)));
    }

    /** The management network is what everybody has; -1 where there is none at all. */
    private int usual() {
        for (int i = 0; i < profiles.size(); i++) {
            if (desk.estate().find(Network.class, profiles.get(i).getNetwork())
                    .map(one -> one.getUsages().contains(NetworkUsage.MANAGEMENT)).orElse(false)) {
                return i;
            }
        }
        return profiles.isEmpty() ? -1 : 0;
    }

    private static List<String> names(List<? extends Entity> entities) {
        return entities.stream().map(entity -> Words.orEmpty(entity.getName())).toList();
    }

    private static List<String> with(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    @Override
    protected String hint() {
        if (template != null && !offered().gives().isEmpty()) {
            return offered().gives();
        }
        return discs.isEmpty()
                ? "No ISO is there to boot from: upload one first, or let it boot from the network."
                : "Enter creates it; it is down then.";
    }

    @Override
    protected List<String> problems() {
        List<String> problems = new ArrayList<>(quick());
        if (problems.isEmpty()) {
            askSoon();
            problems.addAll(said);
        } else {
            said = List.of();
        }
        return problems;
    }

    private List<String> quick() {
        List<String> problems = new ArrayList<>();
        if (value(name).isBlank()) {
            problems.add("Give it a name.");
        } else if (Bytes.parse(value(memory), Bytes.MIB) < 0) {
            problems.add("Memory is a number with a unit, such as 512 MiB or 4 GiB.");
        } else if (number(value(cpus)) < 1) {
            problems.add("CPUs is a whole number from 1 on.");
        } else if (!none(value(size)) && Bytes.parse(value(size), Bytes.GIB) < 0) {
            problems.add("Disk size is a number with a unit, such as 10 GiB, or 0 for none.");
        } else if (!none(value(size)) && domains.isEmpty()) {
            problems.add("There is no active data domain for the disk; make one first, or set the disk size to 0.");
        }
        return problems;
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    private static int index(@Nullable Combo combo) {
        return Objects.requireNonNull(combo).getSelectionIndex();
    }

    private static boolean none(String text) {
        return text.isEmpty() || text.matches("0+\\s*\\p{Alpha}*");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Asks the engine when typing pauses; an answer to an older question is not looked at. */
    private void askSoon() {
        int mine = ++question;
        getShell().getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (mine != question || getShell() == null || getShell().isDisposed() || !quick().isEmpty()) {
                return;
            }
            NewVm request = request();
            desk.estate().connection().ifPresent(engine -> Thread.startVirtualThread(() -> {
                List<String> answer = reasons(() -> engine.service(Vms.class).check(engine.caller(), request));
                desk.shell().getDisplay().asyncExec(() -> {
                    if (mine == question && getShell() != null && !getShell().isDisposed() && !answer.equals(said)) {
                        said = answer;
                        changed();
                    }
                });
            }));
        });
    }

    private static List<String> reasons(java.util.function.Supplier<Verdict> check) {
        try {
            return check.get().problems().stream().map(Problem::sentence).distinct().toList();
        } catch (Refusal e) {
            return e.problems().stream().map(Problem::sentence).toList();
        }
    }

    private NewVm request() {
        HostelryFactory make = HostelryFactory.eINSTANCE;
        Vm vm = make.createVm();
        vm.setName(value(name));
        vm.setDescription(value(description));
        if (!clusters.isEmpty()) {
            vm.setCluster(clusters.get(Math.max(0, index(cluster))).getId());
        }
        Offer offer = offered();
        vm.setTemplate(offer.template().getId());
        // the text of a size is rounded: what was not touched comes from the template as it is
        if (!value(memory).equals(Bytes.text(offer.template().getMemory()))) {
            vm.setMemory(Bytes.parse(value(memory), Bytes.MIB));
        }
        if (number(value(cpus)) != TemplateFurniture.cpus(offer.template())) {
            vm.setCpuSockets(1);
            vm.setCpuCores(number(value(cpus)));
            vm.setCpuThreads(1);
        }
        List<NewDisk> disks = new ArrayList<>();
        if (!none(value(size))) {
            disks.add(disk(vm));
        }
        if (index(disc) > 0) {
            vm.setCdrom(discs.get(index(disc) - 1).getId());
            vm.getBootDevices().add(BootDevice.CDROM);
        }
        if (!disks.isEmpty() || offer.disks() > 0 && !vm.getBootDevices().isEmpty()) {
            vm.getBootDevices().add(BootDevice.HD);
        }
        if (vm.getBootDevices().isEmpty() && offer.disks() == 0) {
            vm.getBootDevices().add(BootDevice.NETWORK);
        }
        List<Nic> nics = new ArrayList<>();
        if (index(network) > 0) {
            Nic nic = make.createNic();
            nic.setName("nic" + (1 + offered().nics()));
            nic.setInterface(NicInterface.VIRTIO);
            nic.setVnicProfile(profiles.get(index(network) - 1).getId());
            nic.setLinked(true);
            nic.setPlugged(true);
            nics.add(nic);
        }
        return new NewVm(vm, disks, nics);
    }

    private NewDisk disk(Vm vm) {
        Disk disk = HostelryFactory.eINSTANCE.createDisk();
        disk.setName(vm.getName() + "_Disk" + (1 + offered().disks()));
        disk.setAlias(disk.getName());
        disk.setProvisionedSize(Bytes.parse(value(size), Bytes.GIB));
        disk.setFormat(DiskFormat.COW);
        disk.setSparse(true);
        disk.setContentType(DiskContentType.DATA);
        if (index(domain) >= 0) {
            disk.setStorageDomain(domains.get(index(domain)).getId());
        }
        DiskAttachment attachment = HostelryFactory.eINSTANCE.createDiskAttachment();
        attachment.setInterface(DiskInterface.VIRTIO);
        attachment.setBootable(offered().disks() == 0);
        attachment.setActive(true);
        return new NewDisk(disk, attachment);
    }

    @Override
    protected void finish() {
        NewVm request = request();
        boolean copies = offered().disks() > 0;
        desk.acts().ask("Create " + request.vm().getName(), engine -> {
            Act<Vm> act = engine.service(Vms.class).add(engine.caller(), request);
            if (copies) {
                desk.shell().getDisplay().asyncExec(this::done); // disks are copied: that is seen in the tasks
            }
            return act;
        }, made -> {
            done();
            desk.estate().find(Cluster.class, made.getCluster()).ifPresent(home -> desk.navigator().go(Target.shelf("vms", home)));
            desk.furniture().shelf("vms").ifPresent(shelf -> desk.reveal(made));
        }, problems -> refuse(problems.stream().map(Problem::sentence).collect(Collectors.toList())));
    }

    @Override
    protected int getShellStyle() {
        return SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL;
    }
}
