package hostelry.engine.host;

import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes a host's certificate worthless, as when its key may have been stolen. Present connections are broken off; its guests run on. The host is silent from then on,
 * until it asks for a new one and somebody approves.
 */
final class RevokeHost implements Verb<Host> {
    private final Inventory inventory;
    private final Nodes nodes;
    private final Consumer<String> revoke;
    private final String id;

    /** @param revoke takes the serial of a certificate */
    RevokeHost(Inventory inventory, Nodes nodes, Consumer<String> revoke, String id) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.revoke = revoke;
        this.id = id;
    }

    @Override
    public String name() {
        return "RevokeHost";
    }

    @Override
    public String title() {
        return "Revoke the certificate of host " + Floors.in(inventory).name(Host.class, id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("host", id);
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        new Checks(Floors.in(inventory), problems).there(Host.class, "host", id).ifPresent(host -> {
            problems.require(host.getPort() > 0, () -> Problem.conflict(id,
                    "Host " + host.getName() + " is part of the engine's own process: it shows its certificate to nobody.",
                    "There is nothing to do."));
            problems.require(host.getPort() == 0 || host.getCertificateSerial() != null, () -> Problem.conflict(id,
                    "The certificate of host " + host.getName() + " is not known.", "Wait until the host was heard, then try again."));
        });
    }

    @Override
    public Host perform(Progress progress) {
        Host host = inventory.find(Host.class, id).orElseThrow();
        Certificates.serials(host).forEach(revoke);
        // what is connected stays so by itself: it is called anew, and then the certificate is looked at
        nodes.forget(id);
        nodes.keep(id, host.getAddress(), host.getPort());
        return host;
    }
}
