package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Catalogue.VerbInfo;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Verb;
import hostelry.model.Entity;
import hostelry.model.Permission;
import hostelry.model.Severity;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the authority for a verb, and refuses: an object that the caller does not see is one that there is not. */
final class Guard {
    private final Inventory inventory;
    private final Supplier<Optional<Authority>> authority;
    private final Subjects subjects;
    private final Records records;

    /** @param authority the one that is there now */
    Guard(Inventory inventory, Supplier<Optional<Authority>> authority, Subjects subjects, Records records) {
        this.inventory = inventory;
        this.authority = authority;
        this.subjects = subjects;
        this.records = records;
    }

    /**
     * @param attempt it is meant to be done, not only tried: a refusal is an event
     * @throws Refusal FORBIDDEN, or NOT_FOUND for what the caller does not see
     */
    void admit(Caller caller, Verb<?> verb, VerbInfo info, boolean attempt) {
        Authority judge = authority.get().orElseThrow(
                () -> new Refusal(Problem.unavailable(null, "The engine is still starting: nobody knows yet who may do what.",
                        "Try again in a few seconds.")));
        judge(judge, caller, verb, info, new Verb.Need(info.permit(), verb.place()), attempt);
        for (Verb.Need need : verb.needs()) {
            if (need.object() != null && !need.object().isEmpty()) {
                judge(judge, caller, verb, info, need, attempt);
            }
        }
    }

    private void judge(Authority judge, Caller caller, Verb<?> verb, VerbInfo info, Verb.Need need, boolean attempt) {
        Optional<Entity> object = subjects.find(need.object());
        String permit = need.permit();
        if (permit == null) {
            if (object.isEmpty() || judge.sees(caller, object.get())) {
                return; // one that there is not is the verb's own trouble
            }
        } else if (judge.holds(caller, permit, object.orElse(null))) {
            return;
        }
        String title = title(verb, info);
        if (attempt) {
            records.event(new Records.Said(Severity.WARNING, Sentences.NOT_PERMITTED,
                    Sentences.notPermitted(title, caller.userName(), permit == null ? "to see it" : permit)), caller, verb.place());
        }
        if (need.object() != null && object.filter(found -> judge.sees(caller, found)).isEmpty()) {
            throw new Refusal(Problem.notFound(info.noun().isEmpty() || !need.object().equals(verb.subject()) ? "object" : info.noun(),
                    need.object()));
        }
        String where = object.map(Entity::getName).map(name -> " It takes the permit " + permit + " on " + name + ".")
                .orElse(" It takes the permit " + permit + ".");
        // the title names all that the verb is about
        boolean hidden = verb.needs().stream().flatMap(other -> subjects.find(other.object()).stream())
                .anyMatch(other -> !judge.sees(caller, other));
        throw new Refusal(Problem.forbidden(caller.userName() + " may not do this: " + (hidden ? info.label() : title) + "." + where));
    }

    /** A verb whose subject is gone may not know its name any more. */
    private static String title(Verb<?> verb, VerbInfo info) {
        try {
            return verb.title();
        } catch (Refusal | NoSuchElementException e) {
            return info.label();
        }
    }

    /**
     * Whoever began an act may cancel it, and whoever may do the same to its object.
     *
     * @param over what is said where there is nobody to judge
     */
    void admitToCancel(Caller caller, Ticket ticket, Supplier<Problem> over) {
        Authority judge = authority.get().orElseThrow(() -> new Refusal(over.get()));
        boolean own = caller.userId().equals(ticket.caller().userId());
        Entity subject = subjects.find(ticket.subject()).orElse(null);
        if (own || judge.holds(caller, ticket.verb().permit(), subject)) {
            return;
        }
        records.event(new Records.Said(Severity.WARNING, Sentences.NOT_PERMITTED,
                Sentences.notPermitted("Cancel “" + ticket.title() + "”", caller.userName(), ticket.verb().permit())), caller,
                ticket.subject());
        if (subject == null || !judge.sees(caller, subject)) {
            throw new Refusal(Problem.notFound("job", ticket.jobId()));
        }
        throw new Refusal(Problem.forbidden(caller.userName() + " may not cancel what " + ticket.caller().userName() + " began."));
    }

    /** Gives the maker of a new object what it needs to use it. After a crash it is asked again, and given once. */
    void endow(Ticket ticket, @Nullable Entity made) {
        if (made == null || made.getId().equals(ticket.subject())) {
            return;
        }
        Optional<Permission> due = authority.get().flatMap(judge -> judge.ofMaker(ticket.caller(), made));
        due.ifPresent(permission -> inventory.change(draft -> {
            if (draft.all(Permission.class).stream().noneMatch(known -> same(known, permission))) {
                draft.add(permission);
            }
            return null;
        }));
    }

    private static boolean same(Permission one, Permission other) {
        return other.getUser().equals(one.getUser()) && other.getRole().equals(one.getRole()) && other.getObject().equals(one.getObject());
    }
}
