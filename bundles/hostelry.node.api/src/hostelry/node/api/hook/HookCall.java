package hostelry.node.api.hook;

import java.util.Map;

/**
 * What a hook is called with.
 *
 * @param guest id of the guest, a UUID; empty at the points of the node itself
 * @param xml of the guest's domain, or of the one device at the points of hot-plug; empty at the points of the node itself
 * @param properties custom properties of the VM; a script finds each in its environment
 */
public record HookCall(String guest, String xml, Map<String, String> properties) {
    public HookCall {
        properties = Map.copyOf(properties);
    }

    /** A call at a point of the node itself. */
    public static HookCall ofNode() {
        return new HookCall("", "", Map.of());
    }

    /** The same call with what a hook made of the XML. */
    public HookCall with(String changed) {
        return new HookCall(guest, changed, properties);
    }
}
