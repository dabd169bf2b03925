package hostelry.model.nextrun;

import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * What becomes of a change to a machine that runs: what is done at once, and what waits. Compared here, done elsewhere.
 *
 * @param wanted the machine as it is to be from its next start on
 * @param atOnce fields that change now
 * @param later those that wait, also of earlier changes
 */
public record EditPlan(Vm wanted, Set<String> atOnce, List<Postponed> later) {
    private static final String CHOSEN = "It was kept for the next start.";

    public EditPlan {
        atOnce = Set.copyOf(atOnce);
        later = List.copyOf(later);
    }

    /**
     * @param vm as it runs
     * @param wanted as it is to be, with what was to be before
     * @param asked fields of which somebody speaks now: what waited before waits on
     * @param wait do nothing at once
     */
    public static EditPlan of(Vm vm, Vm wanted, Collection<String> asked, boolean wait) {
        Set<String> atOnce = new LinkedHashSet<>();
        List<Postponed> later = new ArrayList<>();
        for (String field : NextRun.different(vm, wanted)) {
            String reason = EditRules.waits(field, vm, wanted).orElse("");
            if (reason.isEmpty() && asked.contains(field) && (!wait || EditRules.neverWaits(field))) {
                atOnce.add(field);
            } else {
                later.add(new Postponed(field, NextRun.text(vm, field), NextRun.text(wanted, field), reason.isEmpty() ? CHOSEN : reason));
            }
        }
        return new EditPlan(EcoreUtil.copy(wanted), atOnce, later);
    }

    /** What waits of a machine now. */
    public static List<Postponed> waiting(Vm vm) {
        return of(vm, NextRun.applied(vm), Set.of(), true).later;
    }

    /** Does the host of the guest take part in it? */
    public boolean plugs() {
        return atOnce.contains("cpuSockets") || atOnce.contains("memory");
    }

    /** Writes down those of these fields that were to change now, because its host has changed them: the others follow when all is done. */
    public void done(Vm vm, Collection<String> fields) {
        for (String field : fields) {
            if (atOnce.contains(field)) {
                NextRun.copy(wanted, vm, Set.of(field));
                NextRun.forget(vm, field);
            }
        }
    }

    /** Sets what changes now, and keeps the rest for the next start. */
    public void apply(Vm vm) {
        NextRun.copy(wanted, vm, atOnce);
        NextRun.keep(vm, wanted);
    }
}
