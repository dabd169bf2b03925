package hostelry.node.api;

/** How the id under which somebody's wish goes through engine, nodes and logs is handed on. It says nothing to a node; it only stands in what is logged on the way. */
public final class Correlation {
    /** Its name in what a thread logs ({@code org.slf4j.MDC}), in the engine and on a node alike. */
    public static final String LOGGED = "correlation";
    /** The header of a request to a node that carries it: 1 to 100 printable ASCII characters. */
    public static final String HEADER = "Correlation-Id";

    private Correlation() {}

    /** May this be one? Whatever else comes is left out, so that nobody writes lines into a log. */
    public static boolean fits(String id) {
        return id.matches("[\\x20-\\x7e]{1,100}");
    }
}
