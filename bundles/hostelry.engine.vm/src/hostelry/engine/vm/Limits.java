package hostelry.engine.vm;

/**
 * What memory is promised to a machine, and what it may have at most: both go along with its memory where nothing is said of them. Pure.
 *
 * @param guaranteed bytes
 * @param most bytes
 */
record Limits(long guaranteed, long most) {
    /** All that it has stays promised where it was, and no more than it has; the most is never below what it has. */
    Limits along(long before, long memory) {
        return new Limits(guaranteed == before ? memory : Math.min(guaranteed, memory), Math.max(most, memory));
    }
}
