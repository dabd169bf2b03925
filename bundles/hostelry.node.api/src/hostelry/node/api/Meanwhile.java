package hostelry.node.api;

import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.Note;

/** Changes of guests in words, for an engine that was away when they happened: it is told the last state as a state, and how it came to that as notes. Pure. */
public final class Meanwhile {
    private Meanwhile() {}

    /** @param time when it came to this state, milliseconds since 1970 */
    public static Note changed(long time, DomainState now) {
        boolean bad = now.state().equals("crashed") || now.reason().equals("failed") || now.reason().equals("crashed")
                || now.reason().startsWith("io");
        return new Note(time, now.id(), bad ? "warning" : "normal",
                "Guest " + now.name() + " " + words(now) + " while no engine listened.");
    }

    /** @param name of a guest that the host does not know any more */
    public static Note gone(long time, String id, String name) {
        return new Note(time, id, "normal", "Guest " + name + " was removed from the host while no engine listened.");
    }

    private static String words(DomainState now) {
        return switch (now.state()) {
            case "running" -> switch (now.reason()) {
                case "user" -> "was resumed";
                case "migrated" -> "came from another host";
                case "restored" -> "was restored from a disk";
                default -> "was started" + because(now);
            };
            case "paused" -> "was paused" + because(now);
            case "saving" -> "is being written to a disk";
            case "shutting-down" -> "began to shut down";
            case "crashed" -> "crashed";
            default -> switch (now.reason()) {
                case "shutdown" -> "shut itself down";
                case "destroyed" -> "was powered off";
                case "crashed" -> "crashed";
                case "migrated" -> "went to another host";
                case "saved" -> "was written to a disk";
                case "failed" -> "ended by a failure of QEMU";
                default -> "ended" + because(now);
            };
        };
    }

    private static String because(DomainState now) {
        return now.reason().isEmpty() ? "" : " (" + now.reason() + ")";
    }
}
