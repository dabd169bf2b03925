package hostelry.console.storage;

import hostelry.api.Problem;
import hostelry.api.Storage;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainType;
import hostelry.model.StorageType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A folder on a host becomes a storage domain. */
final class NewDomainDialog extends FormDialog {
    private final Desk desk;
    private final List<Host> hosts;
    private @Nullable Text name;
    private @Nullable Combo type;
    private @Nullable Combo host;
    private @Nullable Text path;

    NewDomainDialog(Desk desk) {
        super(desk.shell(), desk.look(), Icon.STORAGE, "New storage domain", "Create");
        this.desk = desk;
        this.hosts = desk.estate().all(Host.class).stream().filter(one -> one.getStatus() == HostStatus.UP)
                .sorted(Comparator.comparing((Host one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        name = text("newdomain.name", "Name", "", "");
        type = combo("newdomain.type", "Holds", List.of("Disks of machines (data)", "Discs to boot from (ISO)"), 0);
        host = combo("newdomain.host", "Host", hosts.stream().map(Entity::getName).toList(), 0);
        path = text("newdomain.path", "Folder on the host", "", "");
    }

    @Override
    protected String hint() {
        return "The folder must be there, empty, and writable for the host's node.";
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        if (value(name).isEmpty()) {
            return List.of("Give it a name.");
        }
        if (hosts.isEmpty()) {
            return List.of("No host is up now.");
        }
        return value(path).startsWith("/") ? List.of() : List.of("Name a folder on the host, from its root: /srv/hostelry.");
    }

    @Override
    protected void finish() {
        StorageDomain domain = HostelryFactory.eINSTANCE.createStorageDomain();
        domain.setName(value(name));
        domain.setType(Objects.requireNonNull(type).getSelectionIndex() == 1 ? StorageDomainType.ISO : StorageDomainType.DATA);
        domain.setStorageType(StorageType.LOCALFS);
        domain.setHost(hosts.get(Math.max(0, Objects.requireNonNull(host).getSelectionIndex())).getId());
        domain.setPath(value(path));
        desk.acts().ask("Create " + domain.getName(), engine -> engine.service(Storage.class).add(engine.caller(), domain), made -> {
            done();
            desk.reveal(made);
        }, problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
