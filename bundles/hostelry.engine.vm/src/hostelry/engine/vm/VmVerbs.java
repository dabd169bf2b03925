package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Vms.MigrationWish;
import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.spi.Sightings;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Vm;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** Makes the verbs of this room, each with what it needs, and lists their kinds. */
final class VmVerbs {
    private final Inventory inventory;
    private final DiskImages images;
    private final Sightings sightings;
    private final Reach reach;
    private final Clock clock;
    private final RandomGenerator random;
    private final Draftsman draftsman;

    VmVerbs(Inventory inventory, Nodes nodes, DiskImages images, Sightings sightings) {
        this(inventory, new Reach(inventory, nodes), images, sightings, Clock.tickMillis(ZoneOffset.UTC), new SecureRandom());
    }

    VmVerbs(Inventory inventory, Reach reach, DiskImages images, Sightings sightings, Clock clock, RandomGenerator random) {
        this.inventory = inventory;
        this.images = images;
        this.sightings = sightings;
        this.reach = reach;
        this.clock = clock;
        this.random = random;
        this.draftsman = new Draftsman(inventory, images, clock, random);
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of("AdoptVm", "Vm", "Adopt", "EDIT_VM_PROPERTIES").plain(this::adopt).remade(arguments -> adopt(arguments.get("vm"))),
                Kind.of("AddVm", "Vm", "Add", "CREATE_VM").remade(arguments -> new AddVm(inventory, images, Blueprint.of(arguments))),
                Kind.of("CloneVm", "Vm", "Clone", "CREATE_VM").plain(vm -> clone(vm, HostelryFactory.eINSTANCE.createVm())).remade(
                        arguments -> new CloneVm(inventory, images, Blueprint.of(arguments), arguments.get("from"))),
                Kind.of("UpdateVm", "Vm", "Edit", "EDIT_VM_PROPERTIES")
                        .plain(vm -> update(vm, new Patch<>(HostelryFactory.eINSTANCE.createVm(), Set.of())))
                        .remade(arguments -> update(arguments.get("vm"),
                                patch(arguments, Flat.get(arguments, "values.", HostelryFactory.eINSTANCE.createVm())), false)),
                Kind.of("DiscardNextRun", "Vm", "Discard next-run changes", "EDIT_VM_PROPERTIES").plain(this::discardNextRun),
                Kind.of("RemoveVm", "Vm", "Remove", "DELETE_VM").destructive().plain(vm -> remove(vm, false)).remade(
                        arguments -> remove(arguments.get("vm"), Boolean.parseBoolean(arguments.get("withDisks")))),
                Kind.of("StartVm", "Vm", "Start", "RUN_VM").plain(this::start)
                        .remade(arguments -> start(arguments.get("vm"), Once.of(arguments))),
                Kind.of("ShutdownVm", "Vm", "Shut down", "SHUT_DOWN_VM").plain(this::shutdown)
                        .remade(arguments -> shutdown(arguments.get("vm"), asked(arguments))),
                Kind.of("StopVm", "Vm", "Power off", "STOP_VM").destructive().plain(this::stop)
                        .remade(arguments -> stop(arguments.get("vm"))),
                Kind.of("RebootVm", "Vm", "Reboot", "REBOOT_VM").plain(this::reboot).remade(arguments -> reboot(arguments.get("vm"))),
                Kind.of("ResetVm", "Vm", "Reset", "RESET_VM").destructive().plain(this::reset)
                        .remade(arguments -> reset(arguments.get("vm"))),
                Kind.of("PauseVm", "Vm", "Pause", "HIBERNATE_VM").plain(this::pause).remade(arguments -> pause(arguments.get("vm"))),
                Kind.of("SuspendVm", "Vm", "Suspend", "HIBERNATE_VM").plain(this::suspend)
                        .remade(arguments -> suspend(arguments.get("vm"))),
                Kind.of("MigrateVm", "Vm", "Migrate", "MIGRATE_VM").plain(vm -> migrate(vm, MigrationWish.usual()))
                        .remade(this::migrateAnew),
                Kind.of("TicketVm", "Vm", "Open console", "CONNECT_TO_VM").plain(vm -> ticket(vm, null, 120)),
                Kind.of("TicketSerial", "Vm", "Open serial console", "CONNECT_TO_VM")
                        .plain(vm -> new TicketSerial(inventory, new SerialDesk(clock), vm, "", 60)),
                Kind.of("AttachDisk", "Vm", "Attach disk", "CONFIGURE_VM_STORAGE").remade(this::attachAnew),
                Kind.of("UpdateDiskAttachment", "Vm", "Edit disk", "CONFIGURE_VM_STORAGE").remade(arguments -> updateDisk(
                        arguments.get("vm"), arguments.get("disk"),
                        patch(arguments, Flat.get(arguments, "attachment.", HostelryFactory.eINSTANCE.createDiskAttachment())))),
                Kind.of("DetachDisk", "Vm", "Detach disk", "CONFIGURE_VM_STORAGE").destructive().remade(
                        arguments -> detach(arguments.get("vm"), arguments.get("disk"), Boolean.parseBoolean(arguments.get("delete")))),
                Kind.of("AddNic", "Vm", "Add NIC", "CONFIGURE_VM_NETWORK").remade(
                        arguments -> new AddNic(inventory, reach, Flat.get(arguments, "nic.", HostelryFactory.eINSTANCE.createNic()))),
                Kind.of("UpdateNic", "Vm", "Edit NIC", "CONFIGURE_VM_NETWORK").remade(arguments -> updateNic(arguments.get("vm"),
                        arguments.get("nic"), patch(arguments, Flat.get(arguments, "values.", HostelryFactory.eINSTANCE.createNic())))),
                Kind.of("RemoveNic", "Vm", "Remove NIC", "CONFIGURE_VM_NETWORK").destructive()
                        .remade(arguments -> removeNic(arguments.get("vm"), arguments.get("nic"))),
                Kind.of("ChangeCd", "Vm", "Change CD", "CHANGE_VM_CD").plain(vm -> changeCd(vm, null)).remade(
                        arguments -> changeCd(arguments.get("vm"), arguments.get("disc"))));
    }

    private static <T extends Entity> Patch<T> patch(Map<String, String> arguments, T values) {
        return new Patch<>(values, Set.of(arguments.get("features").split(" ")));
    }

    /** Those of what machines are made from. */
    TemplateVerbs templates() {
        return new TemplateVerbs(inventory, images, clock, draftsman);
    }

    AddVm add(NewVm request) {
        return new AddVm(inventory, images, draftsman.vm(request));
    }

    CloneVm clone(String vm, Vm wanted) {
        Guests guests = Guests.in(inventory);
        Vm named = EcoreUtil.copy(wanted);
        if (named.getName() == null || named.getName().isEmpty()) {
            named.setName(guests.name(vm) + "_clone");
        }
        // the check says where it is not there
        Vm source = guests.vm(vm).orElseGet(HostelryFactory.eINSTANCE::createVm);
        return new CloneVm(inventory, images, source.getId() == null ? Blueprint.nothing(named) : draftsman.clone(source, named), vm);
    }

    AdoptVm adopt(String vm) {
        return new AdoptVm(inventory, sightings, vm);
    }

    UpdateVm update(String vm, Patch<Vm> patch) {
        return update(vm, patch, false);
    }

    UpdateVm update(String vm, Patch<Vm> patch, boolean wait) {
        return new UpdateVm(inventory, reach, vm, patch, wait);
    }

    DiscardNextRun discardNextRun(String vm) {
        return new DiscardNextRun(inventory, vm);
    }

    RemoveVm remove(String vm, boolean withDisks) {
        return new RemoveVm(inventory, images, sightings, reach, vm, withDisks);
    }

    StartVm start(String vm) {
        return start(vm, Once.NOTHING);
    }

    StartVm start(String vm, Once once) {
        return new StartVm(inventory, sightings, reach, clock, vm, once);
    }

    ShutdownVm shutdown(String vm) {
        return shutdown(vm, clock.instant());
    }

    private ShutdownVm shutdown(String vm, Instant asked) {
        return new ShutdownVm(inventory, reach, ShutdownVm.PATIENCE, vm, asked);
    }

    /** An entry of an older version does not say it. */
    private Instant asked(Map<String, String> arguments) {
        return arguments.containsKey("asked") ? Instant.parse(arguments.get("asked")) : clock.instant();
    }

    StopVm stop(String vm) {
        return new StopVm(inventory, reach, clock, vm);
    }

    RebootVm reboot(String vm) {
        return new RebootVm(inventory, reach, clock, vm);
    }

    ResetVm reset(String vm) {
        return new ResetVm(inventory, reach, clock, vm);
    }

    PauseVm pause(String vm) {
        return new PauseVm(inventory, reach, vm);
    }

    SuspendVm suspend(String vm) {
        return new SuspendVm(inventory, reach, clock, vm, Duration.ofSeconds(1));
    }

    /** Where nobody named a host, the best one is chosen now: it stands in the journal, and after a crash it is still the same. */
    MigrateVm migrate(String vm, MigrationWish wish) {
        Guests guests = Guests.in(inventory);
        String host = wish.host() != null
                ? wish.host()
                : guests.vm(vm).flatMap(found -> new Destinations(guests).choose(found)).map(Host::getId).orElse(null);
        return new MigrateVm(inventory, images, reach, clock, vm,
                new MigrationWish(host, wish.policy(), wish.bandwidth(), wish.encrypted()), route(guests, vm, host), false);
    }

    MigrateVm migrateAnew(Map<String, String> journal) {
        String vm = String.valueOf(journal.get("vm"));
        MigrationWish wish = MigrateVm.wish(journal);
        Route route = Route.read(journal).orElseGet(() -> route(Guests.in(inventory), vm, wish.host()));
        return new MigrateVm(inventory, images, reach, clock, vm, wish, route, true);
    }

    private static @Nullable Route route(Guests guests, String vm, @Nullable String host) {
        return host == null ? null : guests.vm(vm).flatMap(found -> Route.of(guests, found, host)).orElse(null);
    }

    TicketVm ticket(String vm, @Nullable GraphicsType graphics, int seconds) {
        return new TicketVm(inventory, reach, random, vm, graphics, seconds);
    }

    AttachDisk attach(String vm, NewDisk disk) {
        Guests guests = Guests.in(inventory);
        List<Disk> there = new ArrayList<>(guests.disks(vm));
        String alias = guests.name(vm) + "_Disk" + (there.size() + 1);
        guests.vm(vm).flatMap(owner -> guests.find(Disk.class, owner.getCdrom())).ifPresent(there::add); // it is to run where its disc is
        Disk planned = draftsman.disk(disk.disk(), alias,
                Draftsman.reaching(guests, guests.vm(vm).map(Vm::getCluster).orElse(null), there));
        return new AttachDisk(inventory, images, reach, Draftsman.exists(disk.disk()) ? null : planned,
                draftsman.attachment(disk.attachment(), vm, planned.getId()));
    }

    private AttachDisk attachAnew(Map<String, String> arguments) {
        Disk fresh = arguments.containsKey("disk.id") ? Flat.get(arguments, "disk.", HostelryFactory.eINSTANCE.createDisk()) : null;
        return new AttachDisk(inventory, images, reach, fresh,
                Flat.get(arguments, "attachment.", HostelryFactory.eINSTANCE.createDiskAttachment()));
    }

    UpdateDiskAttachment updateDisk(String vm, String disk, Patch<DiskAttachment> patch) {
        return new UpdateDiskAttachment(inventory, reach, vm, disk, patch);
    }

    DetachDisk detach(String vm, String disk, boolean delete) {
        return new DetachDisk(inventory, images, reach, vm, disk, delete);
    }

    AddNic addNic(String vm, Nic nic) {
        Guests guests = Guests.in(inventory);
        Vm owner = guests.vm(vm).orElseGet(() -> {
            Vm nobody = HostelryFactory.eINSTANCE.createVm(); // the check says that it is not there
            nobody.setId(vm);
            return nobody;
        });
        return new AddNic(inventory, reach, draftsman.nics(owner, List.of(nic), guests.nics(vm)).get(0));
    }

    UpdateNic updateNic(String vm, String nic, Patch<Nic> patch) {
        return new UpdateNic(inventory, reach, vm, nic, patch);
    }

    RemoveNic removeNic(String vm, String nic) {
        return new RemoveNic(inventory, reach, vm, nic);
    }

    ChangeCd changeCd(String vm, @Nullable String disc) {
        return new ChangeCd(inventory, reach, vm, disc);
    }
}
