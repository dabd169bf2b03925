package hostelry.engine.watch;

import hostelry.model.Severity;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.Report.DomainState;
import java.util.Set;

/** Why a guest is down, in words. Pure. */
record StopWords(String reason, Severity severity, int code, String event) {

    /** Ends of which libvirt tells how they came; of a host that was without power in between it knows nothing. */
    private static final Set<String> KNOWN_END = Set.of("shutdown", "destroyed", "failed", "saved", "migrated");

    /** @param told the state {@code off} or {@code crashed} and libvirt's reason */
    static StopWords of(Vm vm, DomainState told, String host) {
        String name = "VM " + vm.getName();
        if (told.state().equals("crashed") || told.reason().equals("crashed")) {
            String why = told.reason().isEmpty() || told.reason().equals("crashed") ? "" : ": " + told.reason();
            return new StopWords("Crashed" + why, Severity.ERROR, Codes.VM_CRASHED, name + " crashed on host " + host + why + ".");
        }
        if (vm.getStatus() == VmStatus.UNKNOWN && !KNOWN_END.contains(told.reason())) {
            return new StopWords("Ended while its host did not answer", Severity.WARNING, Codes.VM_DOWN,
                    name + " ended while host " + host + " did not answer.");
        }
        boolean asked = vm.getStatus() == VmStatus.POWERING_DOWN;
        return switch (told.reason()) {
            case "shutdown" -> new StopWords(asked ? "Shut down" : "Shut down by the guest", Severity.NORMAL, Codes.VM_DOWN,
                    asked ? name + " is down." : name + " was shut down from inside.");
            case "destroyed" -> new StopWords("Powered off outside of Hostelry", Severity.WARNING, Codes.VM_STOPPED_OUTSIDE,
                    name + " was powered off on host " + host + " outside of Hostelry.");
            case "failed" -> new StopWords("Ended by a failure of the host", Severity.ERROR, Codes.VM_CRASHED,
                    name + " was ended by a failure on host " + host + ".");
            case "saved" -> new StopWords("Saved outside of Hostelry", Severity.WARNING, Codes.VM_STOPPED_OUTSIDE,
                    name + " was saved to disk on host " + host + " outside of Hostelry.");
            case "migrated" -> new StopWords("Moved away outside of Hostelry", Severity.WARNING, Codes.VM_STOPPED_OUTSIDE,
                    name + " was moved away from host " + host + " outside of Hostelry.");
            default -> new StopWords(asked ? "Shut down" : "Ended", Severity.NORMAL, Codes.VM_DOWN, name + " is down.");
        };
    }
}
