package hostelry.engine.storage;

import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.TransferDirection;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the verbs of this room, each with what it needs, and lists their kinds. One for the whole room, because its verbs share which transfers move. */
@Component(service = StorageVerbs.class)
public final class StorageVerbs {
    private final Inventory inventory;
    private final Reach reach;
    private final Images images;
    private final Lives lives;

    @Activate
    public StorageVerbs(@Reference Inventory inventory, @Reference Nodes nodes) {
        this(inventory, new Reach(inventory, nodes), Clock.systemUTC());
    }

    StorageVerbs(Inventory inventory, Reach reach, Clock clock) {
        this.inventory = inventory;
        this.reach = reach;
        this.images = new Images(inventory, reach);
        this.lives = new Lives(clock);
    }

    Images images() {
        return images;
    }

    Lives lives() {
        return lives;
    }

    List<Kind> kinds() {
        HostelryFactory model = HostelryFactory.eINSTANCE;
        return List.of(
                Kind.of("AddStorageDomain", "StorageDomain", "Add", "CREATE_STORAGE_DOMAIN").remade(
                        arguments -> new AddStorageDomain(inventory, reach, Flat.get(arguments, "domain.", model.createStorageDomain()))),
                Kind.of("UpdateStorageDomain", "StorageDomain", "Edit", "EDIT_STORAGE_DOMAIN_CONFIGURATION").plain(
                        domain -> update(domain, new Patch<>(model.createStorageDomain(), Set.of()))),
                Kind.of("RemoveStorageDomain", "StorageDomain", "Remove", "DELETE_STORAGE_DOMAIN").destructive().plain(this::remove).remade(
                        arguments -> remove(arguments.get("domain"))),
                Kind.of("ActivateStorageDomain", "StorageDomain", "Activate", "MANIPULATE_STORAGE_DOMAIN").plain(this::activate).remade(
                        arguments -> activate(arguments.get("domain"))),
                Kind.of("DeactivateStorageDomain", "StorageDomain", "Maintenance", "MANIPULATE_STORAGE_DOMAIN").plain(this::deactivate),
                Kind.of("AddDisk", "Disk", "Add", "CREATE_DISK")
                        .remade(arguments -> new AddDisk(inventory, images, Flat.get(arguments, "disk.", model.createDisk()))),
                Kind.of("UpdateDisk", "Disk", "Edit", "EDIT_DISK_PROPERTIES")
                        .plain(disk -> updateDisk(disk, new Patch<>(model.createDisk(), Set.of()))),
                Kind.of("RemoveDisk", "Disk", "Remove", "DELETE_DISK").destructive().plain(this::removeDisk)
                        .remade(arguments -> removeDisk(arguments.get("disk"))),
                Kind.of("StartTransfer", "Disk", "Upload", Permits.TRANSFER).plain(disk -> start(disk, TransferDirection.UPLOAD)),
                Kind.of("PauseTransfer", "ImageTransfer", "Pause", Permits.TRANSFER).plain(this::pause),
                Kind.of("ResumeTransfer", "ImageTransfer", "Resume", Permits.TRANSFER).plain(this::resume),
                Kind.of("FinishTransfer", "ImageTransfer", "Finish", Permits.TRANSFER).plain(this::finish)
                        .remade(arguments -> finish(arguments.get("transfer"))),
                Kind.of("CancelTransfer", "ImageTransfer", "Cancel", Permits.TRANSFER).destructive().plain(this::cancel).remade(
                        arguments -> cancel(arguments.get("transfer"))));
    }

    AddStorageDomain add(StorageDomain wanted) {
        StorageDomain domain = EcoreUtil.copy(wanted);
        domain.setId(UUID.randomUUID().toString());
        domain.setStatus(StorageDomainStatus.LOCKED);
        domain.setStatusDetail(null);
        domain.setMaster(false);
        domain.setHost(reference(Host.class, domain.getHost()));
        return new AddStorageDomain(inventory, reach, domain);
    }

    private <T extends Entity> @Nullable String reference(Class<T> noun, @Nullable String idOrName) {
        if (idOrName == null || idOrName.isEmpty() || inventory.find(noun, idOrName).isPresent()) {
            return idOrName;
        }
        return inventory.named(noun, idOrName).map(Entity::getId).orElse(idOrName);
    }

    UpdateStorageDomain update(String domain, Patch<StorageDomain> patch) {
        return new UpdateStorageDomain(inventory, domain, patch);
    }

    RemoveStorageDomain remove(String domain) {
        return new RemoveStorageDomain(inventory, reach, domain);
    }

    ActivateStorageDomain activate(String domain) {
        return new ActivateStorageDomain(inventory, reach, domain);
    }

    DeactivateStorageDomain deactivate(String domain) {
        return new DeactivateStorageDomain(inventory, domain);
    }

    AddDisk addDisk(Disk wanted) {
        return new AddDisk(inventory, images, images.plan(wanted, "disk", Set.of()));
    }

    UpdateDisk updateDisk(String disk, Patch<Disk> patch) {
        return new UpdateDisk(inventory, disk, patch);
    }

    RemoveDisk removeDisk(String disk) {
        return new RemoveDisk(inventory, images, disk);
    }

    StartTransfer start(String disk, TransferDirection direction) {
        return new StartTransfer(inventory, lives, disk, direction);
    }

    PauseTransfer pause(String transfer) {
        return new PauseTransfer(inventory, lives, transfer);
    }

    ResumeTransfer resume(String transfer) {
        return new ResumeTransfer(inventory, lives, transfer);
    }

    FinishTransfer finish(String transfer) {
        return new FinishTransfer(inventory, images, lives, transfer);
    }

    CancelTransfer cancel(String transfer) {
        return new CancelTransfer(inventory, images, lives, transfer);
    }
}
