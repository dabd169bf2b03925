package hostelry.node.api.hook;

import java.util.Set;
import java.util.function.Consumer;

/**
 * A hook as an OSGi service of a plug-in on a node; {@code service.ranking} gives the order, the highest first, and the scripts of the host come with 0.
 *
 * <pre>{@code
 * @Component
 * public final class PinToFirstCpu implements VmHook {
 *     public String name() { return "pin"; }
 *     public Set<HookPoint> points() { return Set.of(HookPoint.BEFORE_START); }
 *     public String run(HookPoint point, HookCall call, Consumer<HookNote> notes) {
 *         return call.properties().containsKey("pin") ? call.xml().replace("<vcpu>", "<vcpu cpuset='0'>") : call.xml();
 *     }
 * }
 * }</pre>
 *
 * <p>Plug-ins implement it. Called from any thread, for different guests at the same time.
 */
public interface VmHook {
    /** A word for lists and notes. */
    String name();

    /** Where it wants to be called. */
    Set<HookPoint> points();

    /**
     * Does what it is for.
     *
     * @param notes takes what an administrator may want to read
     * @return the XML to go on with; what it was given where it changes nothing
     * @throws HookRefused the act shall not be done; noted only at a point that {@link HookPoint.Effect#TELLS}
     */
    String run(HookPoint point, HookCall call, Consumer<HookNote> notes) throws HookRefused;
}
