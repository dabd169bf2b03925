package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Vms.ConsoleTicket;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.model.states.VmMove;
import hostelry.node.api.Display;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A one-time ticket for the screen of a guest. The secret is made here, told to the host and to who asked, and to nobody else: it stands in no argument, title or
 * event, and so the act has no journal either. After a crash one asks for another.
 */
final class TicketVm implements Verb<ConsoleTicket> {
    /** Without those that look alike: people read them from one screen and type them into another. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int SPICE_LENGTH = 20;
    /** VNC's own limit. */
    private static final int VNC_LENGTH = 8;
    private final Inventory inventory;
    private final Reach reach;
    private final RandomGenerator random;
    private final String id;
    private final @Nullable GraphicsType wanted;
    private final int seconds;

    TicketVm(Inventory inventory, Reach reach, RandomGenerator random, String id, @Nullable GraphicsType wanted, int seconds) {
        this.inventory = inventory;
        this.reach = reach;
        this.random = random;
        this.id = id;
        this.wanted = wanted;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "TicketVm";
    }

    @Override
    public String title() {
        return "Open the console of VM " + Guests.in(inventory).name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.shared(id));
    }

    @Override
    public void check(Problems problems) {
        VmChecks checks = new VmChecks(Guests.in(inventory), problems);
        checks.vm(id).ifPresent(vm -> {
            checks.permits(vm, VmMove.TICKET, "looked at");
            problems.require(wanted == null || vm.getGraphics().contains(wanted),
                    () -> Problem.conflict(id, "VM " + vm.getName() + " has no "
                            + wanted.getLiteral().toUpperCase(Locale.ROOT) + " console.",
                            "Ask for " + vm.getGraphics().get(0).getLiteral().toUpperCase(Locale.ROOT) + "."));
        });
        problems.require(seconds >= 5 && seconds <= 7200, () -> Problem.badInput("expiry", "A ticket can't be valid for " + seconds + " s.",
                "Take 5 to 7200 seconds; 120 is usual."));
    }

    @Override
    public ConsoleTicket perform(Progress progress) {
        Vm vm = Shutdowns.present(inventory, id);
        GraphicsType graphics = wanted != null
                ? wanted
                : vm.getGraphics().contains(GraphicsType.SPICE) ? GraphicsType.SPICE : vm.getGraphics().get(0);
        String secret = secret(graphics == GraphicsType.VNC ? VNC_LENGTH : SPICE_LENGTH);
        try {
            Display display = reach.node(vm.getHost()).domains().ticket(progress.jobId(), id, graphics.getLiteral(), secret, seconds);
            return new ConsoleTicket(graphics, address(display.address, vm.getHost()), display.port, display.tlsPort, display.tlsSubject,
                    display.tlsAuthority, secret, seconds);
        } catch (NodeFault e) {
            throw Reach.refusal(e, id, "The console of VM " + vm.getName() + " can't be opened");
        }
    }

    /** A host that listens everywhere is found where the engine finds it. */
    private String address(String told, String host) {
        boolean everywhere = told.isEmpty() || told.equals("0.0.0.0") || told.equals("::");
        return everywhere ? inventory.find(Host.class, host).map(Host::getAddress).orElse(told) : told;
    }

    private String secret(int length) {
        StringBuilder secret = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }
}
