package hostelry.console.host;

import hostelry.api.Hosts;
import hostelry.api.NetworkSetup;
import hostelry.api.Networks;
import hostelry.console.host.networks.HostFacts;
import hostelry.console.host.networks.SetupNetworksDialog;
import hostelry.console.host.plan.Facts;
import hostelry.console.host.plan.WillHappen;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.states.HostMove;
import hostelry.model.states.HostMoves;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What can be done to hosts. */
final class HostVerbs {
    /** Where the engine sets up networks: not where it is silent or only asks to be let in. */
    private static final Set<HostStatus> REACHED = EnumSet.of(HostStatus.UP, HostStatus.NON_OPERATIONAL, HostStatus.MAINTENANCE);
    private final Desk desk;

    HostVerbs(Desk desk) {
        this.desk = desk;
    }

    List<Verb<Host>> all() {
        return List.of(
                new Verb<>("host.maintenance", "Maintenance", Icon.MAINTAIN, Host.class, Needs.SOME, "DeactivateHost",
                        unless(HostMove.MAINTENANCE), "", true,
                        hosts -> hosts.forEach(host -> desk.acts().ask("Put " + host.getName() + " into maintenance",
                                engine -> engine.service(Hosts.class).deactivate(engine.caller(), host.getId())))),
                new Verb<>("host.activate", "Activate", Icon.ACTIVATE, Host.class, Needs.SOME, "ActivateHost", unless(HostMove.ACTIVATE),
                        "", true,
                        hosts -> hosts.forEach(host -> desk.acts().ask("Activate " + host.getName(),
                                engine -> engine.service(Hosts.class).activate(engine.caller(), host.getId())))),
                new Verb<>("host.refresh", "Refresh", Icon.REFRESH, Host.class, Needs.SOME, "", host -> "", "", true,
                        hosts -> hosts.forEach(host -> desk.acts().ask("Refresh " + host.getName(),
                                engine -> engine.service(Hosts.class).refresh(engine.caller(), host.getId())))),
                new Verb<>("host.networks", "Set up networks…", Icon.NETWORK, Host.class, Needs.ONE, "SetupNetworks", HostVerbs::notReached,
                        "",
                        true, hosts -> new SetupNetworksDialog(desk, hosts.get(0)).open()),
                new Verb<>("host.syncnetworks", "Sync networks", Icon.REFRESH, Host.class, Needs.SOME, "SetupNetworks", this::notOutOfSync,
                        "",
                        false, this::sync),
                Verb.fresh("host.add", "Add host…", Icon.NEW, Host.class, "", () -> new AddHostDialog(desk).open()),
                new Verb<>("host.approve", "Approve…", Icon.ACTIVATE, Host.class, Needs.ONE, "", HostVerbs::notAsking, "", true,
                        hosts -> new ApproveDialog(desk, hosts.get(0)).open()),
                new Verb<>("host.refuse", "Refuse…", Icon.CANCEL, Host.class, Needs.SOME, "RefuseHost", HostVerbs::notAsking, "", false,
                        hosts -> refuse(desk, hosts)),
                new Verb<>("host.revoke", "Revoke certificate…", Icon.KEY, Host.class, Needs.ONE, "RevokeHost", host -> "", "", false,
                        this::revoke),
                new Verb<>("host.delete", "Remove…", Icon.DELETE, Host.class, Needs.SOME, "RemoveHost", unless(HostMove.REMOVE), "Del",
                        false, this::remove));
    }

    private static Function<Host, String> unless(HostMove move) {
        return host -> HostMoves.permits(host.getStatus(), move)
                ? ""
                : host.getName() + " is " + Objects.requireNonNull(StatusWord.of(host)).word().toLowerCase(Locale.ROOT) + ".";
    }

    private static String notAsking(Host host) {
        return host.getStatus() == HostStatus.PENDING_APPROVAL || host.getRequestFingerprint() != null
                ? ""
                : host.getName() + " does not wait for approval.";
    }

    /** Empty: the engine can set up its networks now. */
    static String notReached(Host host) {
        return REACHED.contains(host.getStatus())
                ? ""
                : host.getName() + " is " + Objects.requireNonNull(StatusWord.of(host)).word().toLowerCase(Locale.ROOT)
                        + ": its networks can't be set up now.";
    }

    /** Empty: it has lost something of its networks. */
    String notOutOfSync(Host host) {
        Facts facts = HostFacts.of(desk.estate(), host);
        String away = notReached(host);
        return !away.isEmpty() || new WillHappen(facts, facts.before()).any()
                ? away
                : host.getName() + " has its networks as they are to be.";
    }

    void sync(List<Host> hosts) {
        hosts.forEach(host -> desk.acts().ask("Sync networks of " + host.getName(),
                engine -> engine.service(Networks.class).setUp(engine.caller(), host.getId(), NetworkSetup.sync())));
    }

    static void refuse(Desk desk, List<Host> hosts) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Refuse hosts", "These machines are told that they won't become hosts:",
                        hosts.stream().map(Entity::getName).toList(), "Refuse", true))
                .ask();
        if (sure) {
            hosts.forEach(host -> desk.acts().ask("Refuse " + host.getName(),
                    engine -> engine.service(Hosts.class).refuse(engine.caller(), host.getId())));
        }
    }

    private void revoke(List<Host> hosts) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Revoke certificate",
                "Nobody speaks with these hosts any more, until they have asked for a new certificate and somebody has approved. Their machines run on:",
                hosts.stream().map(Entity::getName).toList(), "Revoke", true)).ask();
        if (sure) {
            hosts.forEach(host -> desk.acts().ask("Revoke the certificate of " + host.getName(),
                    engine -> engine.service(Hosts.class).revoke(engine.caller(), host.getId())));
        }
    }

    private void remove(List<Host> hosts) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Remove hosts", "The engine forgets them; nothing changes on the machines themselves:",
                        hosts.stream().map(Entity::getName).toList(), "Remove", true))
                .ask();
        if (sure) {
            hosts.forEach(host -> desk.acts().ask("Remove " + host.getName(),
                    engine -> engine.service(Hosts.class).remove(engine.caller(), host.getId())));
        }
    }
}
