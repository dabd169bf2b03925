package hostelry.console.network;

import hostelry.api.Networks;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.DetailsPage;
import hostelry.console.kit.page.DetailsPage.Line;
import hostelry.console.kit.page.DetailsPage.Section;
import hostelry.console.kit.page.PageKind;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Words;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Network;
import hostelry.model.Nic;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Set;

/** The vNIC profiles of a data center: what NICs plug into, and what people are permitted to use. */
final class ProfileShelf {
    private final Desk desk;

    ProfileShelf(Desk desk) {
        this.desk = desk;
    }

    void furnish(Furniture furniture) {
        furniture.add(new Shelf<>("profiles", "vNIC profiles", "vNIC profiles", Icon.NIC, VnicProfile.class, DataCenter.class,
                (profile, center) -> desk.estate().find(Network.class, profile.getNetwork())
                        .map(network -> center.getId().equals(network.getDataCenter())).orElse(false),
                Set.of(VnicProfile.class, Network.class, Nic.class), false, 55,
                new Shelf.Empty("No vNIC profiles yet.\nA NIC plugs into a network through one of its profiles.", "profile.new"),
                columns()));
        verbs().forEach(furniture::add);
        furniture.add(new PageKind<>("profile.general", "General", VnicProfile.class, parent -> new DetailsPage<>(parent, desk.look(),
                List.of(new Section<>("", List.of(new Line<>("", "Name", profile -> Words.orEmpty(profile.getName())),
                        new Line<>("", "Network", this::network),
                        new Line<>("", "Description", profile -> Words.orEmpty(profile.getDescription())),
                        new Line<>("", "Id", Entity::getId)))))));
    }

    private String network(VnicProfile profile) {
        return desk.estate().name(Network.class, profile.getNetwork());
    }

    private long nics(VnicProfile profile) {
        return desk.estate().all(Nic.class).stream().filter(nic -> profile.getId().equals(nic.getVnicProfile())).count();
    }

    private List<Column<VnicProfile>> columns() {
        return List.of(
                Column.<VnicProfile>text("name", "Name", 180, profile -> Words.orEmpty(profile.getName()))
                        .with(profile -> desk.look().icons().of(Icon.NIC)),
                Column.text("network", "Network", 160, this::network),
                Column.number("nics", "NICs", 70, profile -> Long.toString(nics(profile)), profile -> (double) nics(profile)),
                Column.text("description", "Description", 260, profile -> Words.orEmpty(profile.getDescription())));
    }

    private List<Verb<VnicProfile>> verbs() {
        return List.of(
                Verb.fresh("profile.new", "New profile…", Icon.NEW, VnicProfile.class, "", () -> new ProfileDialog(desk, null).open()),
                new Verb<>("profile.edit", "Edit…", Icon.EDIT, VnicProfile.class, Needs.ONE, "UpdateVnicProfile", profile -> "", "F2", true,
                        profiles -> new ProfileDialog(desk, profiles.get(0)).open()),
                new Verb<>("profile.delete", "Remove…", Icon.DELETE, VnicProfile.class, Needs.SOME, "RemoveVnicProfile", profile -> "",
                        "Del", true, this::remove));
    }

    private void remove(List<VnicProfile> profiles) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Remove vNIC profiles", "This removes them from the estate:",
                        profiles.stream().map(profile -> Words.orEmpty(profile.getName())).toList(), "Remove", true))
                .ask();
        if (sure) {
            profiles.forEach(profile -> desk.acts().ask("Remove " + profile.getName(),
                    engine -> engine.service(Networks.class).removeProfile(engine.caller(), profile.getId())));
        }
    }
}
