package hostelry.engine.work;

import hostelry.api.Catalogue.VerbInfo;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link VerbKind} made of its parts: a slice lists its verbs as values.
 *
 * <pre>{@code
 * Kind.of("StopVm", "Vm", "Power off", "STOP_VM").destructive().plain(verbs::stop).remade(arguments -> verbs.stop(arguments.get("vm")))
 * }</pre>
 */
public record Kind(VerbInfo info, Function<Map<String, String>, Verb<?>> remake,
        Function<String, @Nullable Verb<?>> onSubject) implements VerbKind {

    /** A verb that needs more than a subject, and touches nothing but the store: no dry run by name, nothing to make anew. */
    public static Kind of(String name, String noun, String label, String permit) {
        return new Kind(new VerbInfo(name, noun, label, permit, false), arguments -> {
            throw new IllegalStateException(name + " has no journal: nothing to make anew");
        }, subject -> null);
    }

    /** The window asks before it. */
    public Kind destructive() {
        return new Kind(new VerbInfo(info.name(), info.noun(), info.label(), info.permit(), true), remake, onSubject);
    }

    /** How it is made on a subject with nothing else said. */
    public Kind plain(Function<String, Verb<?>> made) {
        return new Kind(info, remake, made::apply);
    }

    /** How it is made anew after a crash. */
    public Kind remade(Function<Map<String, String>, Verb<?>> made) {
        return new Kind(info, made, onSubject);
    }

    @Override
    public Verb<?> make(Map<String, String> arguments) {
        return remake.apply(arguments);
    }

    @Override
    public @Nullable Verb<?> plain(String subject) {
        return onSubject.apply(subject);
    }
}
