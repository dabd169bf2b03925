package hostelry.engine.vm;

import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.model.BootDevice;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.data.MacRange;
import hostelry.model.data.Origins;
import hostelry.model.nextrun.NextRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** Completes what people ask for: every default that a machine, a disk or a card takes is chosen here, and nowhere else. Touches nothing. */
final class Draftsman {
    private static final long MEMORY = 1L << 30;
    /** oVirt's maximum: four times the memory. */
    private static final int GROWTH = 4;
    private final Inventory inventory;
    private final DiskImages images;
    private final Clock clock;
    private final Macs macs;

    Draftsman(Inventory inventory, DiskImages images, Clock clock, RandomGenerator random) {
        this.inventory = inventory;
        this.images = images;
        this.clock = clock;
        this.macs = new Macs(random);
    }

    Blueprint vm(NewVm request) {
        Vm vm = EcoreUtil.copy(request.vm());
        vm.setId(id(vm.getId()));
        vm.setStatus(VmStatus.DOWN);
        vm.setHost(null);
        vm.setOrigin(Origins.HOSTELRY);
        vm.setCreationTime(clock.instant());
        vm.setStartTime(null);
        vm.setStopTime(null);
        vm.setTemplate(template(vm.getTemplate()));
        Guests guests = Guests.in(inventory);
        Optional<Template> template = guests.find(Template.class, vm.getTemplate());
        template.ifPresent(found -> Hardware.inherit(vm, found, request.said()));
        vm.setCluster(cluster(vm.getCluster()));
        hardware(vm);

        Copies copies = Copies.plan(guests, images, guests.attachments(vm.getTemplate()), vm);
        List<Disk> disks = new ArrayList<>(copies.disks());
        List<DiskAttachment> attachments = new ArrayList<>(copies.attachments());
        Set<String> hosts = hosts(vm, request.disks(), disks);
        for (NewDisk wanted : request.disks()) {
            Disk disk = disk(wanted.disk(), vm.getName() + "_Disk" + (attachments.size() + 1), hosts);
            if (!exists(wanted.disk())) {
                disks.add(disk);
            }
            attachments.add(attachment(wanted.attachment(), vm.getId(), disk.getId()));
        }
        if (!attachments.isEmpty() && attachments.stream().noneMatch(DiskAttachment::isBootable)) {
            attachments.get(0).setBootable(true);
        }
        boot(vm, attachments.size() > disks.size() || !copies.disks().isEmpty());
        List<Nic> cards = new ArrayList<>(Copies.nics(guests.nics(vm.getTemplate()), request.nics()));
        cards.addAll(request.nics());
        return new Blueprint(vm, disks, attachments, nics(vm, cards, List.of()), copies.sources());
    }

    /** A machine like another one: with copies of its disks, and cards with addresses of their own. */
    Blueprint clone(Vm source, Vm wanted) {
        Vm vm = NextRun.applied(source);
        vm.setId(id(wanted.getId()));
        vm.setName(wanted.getName());
        vm.setDescription(wanted.getDescription() == null ? source.getDescription() : wanted.getDescription());
        vm.setComment(wanted.getComment() == null ? source.getComment() : wanted.getComment());
        vm.setStatus(VmStatus.DOWN);
        vm.setStatusDetail(null);
        vm.setStopReason(null);
        vm.setHost(null);
        vm.setCreationTime(clock.instant());
        vm.setStartTime(null);
        vm.setStopTime(null);
        vm.setDeleteProtected(false);
        vm.setInitialized(false); // another guest, with keys and a name of its own
        vm.getTags().clear();
        Guests guests = Guests.in(inventory);
        Copies copies = Copies.plan(guests, images, guests.attachments(source.getId()), vm);
        return new Blueprint(vm, copies.disks(), copies.attachments(),
                nics(vm, Copies.nics(guests.nics(source.getId()), List.of()), List.of()),
                copies.sources());
    }

    /** The id that was chosen before, so that whoever asked can look for it at once; a new one where that is none, or is taken. */
    String id(@Nullable String wanted) {
        try {
            String id = wanted == null ? "" : UUID.fromString(wanted).toString();
            boolean taken = inventory.find(Vm.class, id).isPresent() || inventory.find(Template.class, id).isPresent();
            return id.equals(wanted) && !taken ? id : UUID.randomUUID().toString();
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID().toString();
        }
    }

    /** By id or name; of several versions with that name the newest. */
    private String template(@Nullable String wanted) {
        String asked = wanted == null || wanted.isEmpty() ? "Blank" : wanted;
        if (inventory.find(Template.class, asked).isPresent()) {
            return asked;
        }
        return inventory.all(Template.class).stream().filter(template -> asked.equals(template.getName()))
                .max(Comparator.comparingInt(Template::getVersionNumber)).map(Template::getId).orElse(asked);
    }

    private static void hardware(Vm vm) {
        vm.setMemory(vm.getMemory() == 0 ? MEMORY : vm.getMemory());
        vm.setMemoryGuaranteed(vm.getMemoryGuaranteed() == 0 ? vm.getMemory() : vm.getMemoryGuaranteed());
        vm.setMemoryMax(vm.getMemoryMax() == 0 ? vm.getMemory() * GROWTH : vm.getMemoryMax());
        vm.setCpuSockets(vm.getCpuSockets() == 0 ? 1 : vm.getCpuSockets());
        vm.setCpuCores(vm.getCpuCores() == 0 ? 1 : vm.getCpuCores());
        vm.setCpuThreads(vm.getCpuThreads() == 0 ? 1 : vm.getCpuThreads());
        vm.setOsType(vm.getOsType() == null || vm.getOsType().isEmpty() ? "other" : vm.getOsType());
        if (vm.getGraphics().isEmpty()) {
            vm.getGraphics().add(GraphicsType.SPICE);
        }
    }

    /** A disc and no disk that could boot yet: the disc comes first. */
    private static void boot(Vm vm, boolean installed) {
        if (vm.getBootDevices().isEmpty()) {
            boolean disc = vm.getCdrom() != null && !vm.getCdrom().isEmpty();
            vm.getBootDevices()
                    .addAll(disc && !installed ? List.of(BootDevice.CDROM, BootDevice.HD) : List.of(BootDevice.HD, BootDevice.CDROM));
        }
    }

    /** Hosts of the cluster that reach what the machine has already: its new disks should be there too. */
    private Set<String> hosts(Vm vm, List<NewDisk> wanted, List<Disk> copies) {
        Guests guests = Guests.in(inventory);
        List<Disk> there = new ArrayList<>(copies);
        guests.find(Disk.class, vm.getCdrom()).ifPresent(there::add);
        wanted.stream().filter(disk -> exists(disk.disk()))
                .forEach(disk -> guests.find(Disk.class, disk.disk().getId()).ifPresent(there::add));
        return reaching(guests, vm.getCluster(), there);
    }

    /** The cluster's hosts that reach all these disks; all of the cluster where none does, and {@code check} says what is wrong. */
    static Set<String> reaching(Guests guests, @Nullable String cluster, List<Disk> disks) {
        List<Host> hosts = guests.hosts(cluster);
        Set<String> reaching = hosts.stream()
                .filter(host -> disks.stream()
                        .allMatch(disk -> guests.domain(disk).map(domain -> Placement.reaches(host, domain)).orElse(true)))
                .map(Host::getId).collect(Collectors.toSet());
        return reaching.isEmpty() ? hosts.stream().map(Host::getId).collect(Collectors.toSet()) : reaching;
    }

    static boolean exists(Disk disk) {
        return disk.getId() != null && !disk.getId().isEmpty();
    }

    Disk disk(Disk wanted, String alias, Set<String> hosts) {
        return exists(wanted) ? wanted : images.plan(wanted, alias, hosts);
    }

    DiskAttachment attachment(DiskAttachment wanted, String vm, String disk) {
        DiskAttachment attachment = EcoreUtil.copy(wanted);
        attachment.setId(disk);
        attachment.setVm(vm);
        attachment.setDisk(disk);
        attachment.setActive(true);
        return attachment;
    }

    /** @param others cards that the machine has already */
    List<Nic> nics(Vm vm, List<Nic> wanted, List<Nic> others) {
        Set<String> taken = new HashSet<>(Macs.taken(inventory.all(Nic.class)));
        List<MacRange> ranges = Guests.in(inventory).ranges(vm);
        Set<String> names = new HashSet<>();
        others.forEach(other -> names.add(other.getName()));
        wanted.forEach(nic -> names.add(nic.getName()));
        List<Nic> nics = new ArrayList<>();
        for (Nic asked : wanted) {
            Nic nic = EcoreUtil.copy(asked);
            nic.setId(UUID.randomUUID().toString());
            nic.setVm(vm.getId());
            nic.setName(nic.getName() == null || nic.getName().isEmpty() ? free(names) : nic.getName());
            nic.setMac(nic.getMac() == null || nic.getMac().isEmpty() ? macs.next(ranges, taken) : Macs.normal(nic.getMac()));
            nic.setPlugged(true);
            nic.setLinked(true);
            if (nic.getMac() != null) { // else the pool has none left, and the check says so
                taken.add(nic.getMac());
            }
            nics.add(nic);
        }
        return nics;
    }

    private static String free(Set<String> names) {
        int number = 1;
        while (!names.add("nic" + number)) {
            number++;
        }
        return "nic" + number;
    }

    private @Nullable String cluster(@Nullable String wanted) {
        if (wanted != null && !wanted.isEmpty()) {
            return reference(Cluster.class, wanted);
        }
        List<Cluster> all = List.copyOf(inventory.all(Cluster.class));
        return all.size() == 1 ? all.get(0).getId() : null;
    }

    /** An id as it is; a name becomes the id. What is neither stays, and {@code check} says so. */
    private <T extends Entity> String reference(Class<T> noun, String idOrName) {
        return inventory.find(noun, idOrName).isPresent() ? idOrName : inventory.named(noun, idOrName).map(Entity::getId).orElse(idOrName);
    }
}
