package hostelry.wire;

/** Refuses documents that nobody writes in earnest. */
final class Limits {
    private Limits() {}

    static void check(int nodes, int depth, Tree place) {
        if (nodes > Format.MAX_NODES) {
            throw new WireProblem("The document has more than " + Format.MAX_NODES + " elements.", null, place.line(), place.column());
        }
        if (depth > Format.MAX_DEPTH) {
            throw new WireProblem("The document nests deeper than " + Format.MAX_DEPTH + ".", null, place.line(), place.column());
        }
    }
}
