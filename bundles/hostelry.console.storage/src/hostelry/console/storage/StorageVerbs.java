package hostelry.console.storage;

import hostelry.api.Storage;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.model.Disk;
import hostelry.model.DiskStatus;
import hostelry.model.Entity;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.states.StorageDomainMove;
import hostelry.model.states.StorageDomainMoves;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** What can be done to storage domains and disks. */
final class StorageVerbs {
    private final Desk desk;

    StorageVerbs(Desk desk) {
        this.desk = desk;
    }

    List<Verb<StorageDomain>> domains() {
        return List.of(
                Verb.fresh("domain.new", "New storage domain…", Icon.NEW, StorageDomain.class, "", () -> new NewDomainDialog(desk).open()),
                new Verb<>("domain.maintenance", "Maintenance", Icon.MAINTAIN, StorageDomain.class, Needs.SOME, "DeactivateStorageDomain",
                        unless(StorageDomainMove.DEACTIVATE), "", true,
                        domains -> domains.forEach(domain -> desk.acts().ask("Put " + domain.getName() + " into maintenance",
                                engine -> engine.service(Storage.class).deactivate(engine.caller(), domain.getId())))),
                new Verb<>("domain.activate", "Activate", Icon.ACTIVATE, StorageDomain.class, Needs.SOME, "ActivateStorageDomain",
                        unless(StorageDomainMove.ACTIVATE), "", true,
                        domains -> domains.forEach(
                                domain -> desk.acts().ask("Activate " + domain.getName(),
                                        engine -> engine.service(Storage.class).activate(engine.caller(), domain.getId())))),
                new Verb<>("domain.delete", "Remove…", Icon.DELETE, StorageDomain.class, Needs.SOME, "RemoveStorageDomain",
                        domain -> domain.getStatus() == StorageDomainStatus.MAINTENANCE
                                || domain.getStatus() == StorageDomainStatus.UNATTACHED
                                        ? ""
                                        : "Put " + domain.getName() + " into maintenance first.",
                        "Del", false, this::removeDomains));
    }

    List<Verb<Disk>> disks() {
        return List.of(Verb.fresh("disk.upload", "Upload ISO…", Icon.UPLOAD, Disk.class, "Ctrl+U", () -> new UploadDialog(desk).open()),
                new Verb<>("disk.delete", "Delete…",
                        Icon.DELETE, Disk.class, Needs.SOME, "RemoveDisk",
                        disk -> disk.getStatus() == DiskStatus.LOCKED ? disk.getName() + " is locked." : "", "Del", true,
                        this::removeDisks));
    }

    private static Function<StorageDomain, String> unless(StorageDomainMove move) {
        return domain -> StorageDomainMoves.permits(domain.getStatus(), move)
                ? ""
                : domain.getName() + " is " + Objects.requireNonNull(StatusWord.of(domain)).word().toLowerCase(Locale.ROOT) + ".";
    }

    private void removeDomains(List<StorageDomain> domains) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Remove storage domains", "The engine forgets them; their folders stay:", names(domains),
                        "Remove", true))
                .ask();
        if (sure) {
            domains.forEach(domain -> desk.acts().ask("Remove " + domain.getName(),
                    engine -> engine.service(Storage.class).remove(engine.caller(), domain.getId())));
        }
    }

    private void removeDisks(List<Disk> disks) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Delete disks", "This deletes what is on them for good:", names(disks), "Delete", true)).ask();
        if (sure) {
            disks.forEach(disk -> desk.acts().ask("Delete " + disk.getName(),
                    engine -> engine.service(Storage.class).removeDisk(engine.caller(), disk.getId())));
        }
    }

    private static List<String> names(List<? extends Entity> entities) {
        return entities.stream().map(Entity::getName).toList();
    }
}
