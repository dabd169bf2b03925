package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.SerialConsoles.Ticket;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.data.Origins;
import hostelry.model.states.VmMove;
import java.util.List;
import java.util.Map;

/** A one-time ticket for the serial line of a guest. Like {@link TicketVm} it has no journal: the secret is told to who asked, and to nobody else. */
final class TicketSerial implements Verb<Ticket> {
    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 600;
    private final Inventory inventory;
    private final SerialDesk desk;
    private final String id;
    private final String user;
    private final int seconds;

    /** @param user whom the ticket is for */
    TicketSerial(Inventory inventory, SerialDesk desk, String id, String user, int seconds) {
        this.inventory = inventory;
        this.desk = desk;
        this.id = id;
        this.user = user;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "TicketSerial";
    }

    @Override
    public String title() {
        return "Open the serial console of VM " + Guests.in(inventory).name(id);
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
            // how a machine is that others define, its host knows
            problems.require(vm.isConsole() || Origins.external(vm) || Origins.adopted(vm),
                    () -> Problem.conflict(id, "VM " + vm.getName() + " has no serial console.",
                            "Give it one while it is down, and start it again."));
            desk.other(id, user).ifPresent(seat -> problems.add(SerialDesk.taken(id, seat)));
        });
        problems.require(seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS, () -> Problem.badInput("expiry",
                "A ticket for a serial console can't be valid for " + seconds + " s.",
                "Take " + LEAST_SECONDS + " to " + MOST_SECONDS + " seconds; 60 is usual."));
    }

    @Override
    public Ticket perform(Progress progress) {
        return new Ticket(desk.grant(id, user, seconds), seconds);
    }
}
