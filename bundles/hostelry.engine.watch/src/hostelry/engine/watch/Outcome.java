package hostelry.engine.watch;

import java.util.List;
import java.util.Set;

/**
 * What a comparison came to.
 *
 * @param unsettled guests that could not be judged yet, and are to be looked at again with the next report
 */
record Outcome(List<Move> moves, List<Said> events, Set<String> unsettled) {}
