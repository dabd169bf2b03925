package hostelry.crash;

import java.util.concurrent.atomic.AtomicInteger;

/** Where this engine ends: at the n-th passing of one kind of point. The Java is halted there: nothing is flushed, nobody says goodbye. */
final class Points {
    /** {@code write:} of the ledger, {@code call:} of a host. */
    static final String[] KINDS = {"write:before", "write:after", "call:before", "call:sent", "call:after"};

    private final String kind;
    private final AtomicInteger left;

    /** @param point such as {@code write:after:17}; anything else: this engine is not killed from within */
    Points(String point) {
        int colon = point.lastIndexOf(':');
        boolean counts = point.indexOf(':') != colon;
        this.kind = counts ? point.substring(0, colon) : "";
        this.left = new AtomicInteger(counts ? Integer.parseInt(point.substring(colon + 1)) : 0);
    }

    void pass(String here) {
        if (here.equals(kind) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
