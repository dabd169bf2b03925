package hostelry.node.api.hook;

import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.function.Consumer;

/**
 * All hooks of this host, in their order.
 *
 * <pre>{@code
 * String xml = hooks.run(HookPoint.BEFORE_START, new HookCall(id, written, properties), notes);
 * }</pre>
 */
public interface Hooks {
    /** Nobody has any. */
    Hooks NONE = new Hooks() {
        @Override
        public String run(HookPoint point, HookCall call, Consumer<HookNote> notes) {
            return call.xml();
        }

        @Override
        public List<HookFacts> list() {
            return List.of();
        }
    };

    /**
     * Calls those of that point, one after the other.
     *
     * @param notes takes what an administrator should read: hooks that failed, and those that wrote something; from this thread
     * @return the XML to go on with
     * @throws NodeFault FAILED: a hook refused, with what it said; never at a point that only tells
     */
    String run(HookPoint point, HookCall call, Consumer<HookNote> notes) throws NodeFault;

    /** Those that there are now, in the order of points and then of calls. */
    List<HookFacts> list();
}
