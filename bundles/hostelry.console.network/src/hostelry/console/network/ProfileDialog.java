package hostelry.console.network;

import hostelry.api.Act;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.VnicProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A new vNIC profile of a network, or another name for one; it stays with its network. */
final class ProfileDialog extends FormDialog {
    private final Desk desk;
    private final @Nullable VnicProfile old;
    private final List<Network> networks;
    private @Nullable Text name;
    private @Nullable Text description;
    private @Nullable Combo network;

    ProfileDialog(Desk desk, @Nullable VnicProfile old) {
        super(desk.shell(), desk.look(), Icon.NIC, old == null ? "New vNIC profile" : "Edit " + old.getName(),
                old == null ? "Create" : "Save");
        this.desk = desk;
        this.old = old;
        this.networks = desk.estate().all(Network.class).stream().sorted(Comparator.comparing(Network::getName, Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        VnicProfile before = old;
        if (before == null) {
            network = combo("profile.network", "Network", networks.stream().map(Network::getName).toList(), 0);
        }
        name = text("profile.name", "Name", before == null ? "" : Words.orEmpty(before.getName()), "");
        description = text("profile.description", "Description", before == null ? "" : Words.orEmpty(before.getDescription()), "");
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        return networks.isEmpty() && old == null
                ? List.of("There is no network yet.")
                : value(name).isEmpty() ? List.of("Give it a name.") : List.of();
    }

    @Override
    protected void finish() {
        VnicProfile profile = HostelryFactory.eINSTANCE.createVnicProfile();
        profile.setName(value(name));
        profile.setDescription(value(description));
        Combo chosen = network;
        if (chosen != null) {
            profile.setNetwork(networks.get(Math.max(0, chosen.getSelectionIndex())).getId());
        }
        desk.acts().ask((old == null ? "Create " : "Edit ") + profile.getName(), engine -> ask(engine, profile), made -> {
            done();
            desk.reveal(made);
        }, problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    private Act<VnicProfile> ask(EngineConnection engine, VnicProfile profile) {
        VnicProfile before = old;
        Networks service = engine.service(Networks.class);
        return before == null
                ? service.addProfile(engine.caller(), profile)
                : service.updateProfile(engine.caller(), before.getId(), new Patch<>(profile, Set.of("name", "description")));
    }
}
