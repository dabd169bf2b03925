package hostelry.console.activity;

import hostelry.client.Asked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last requests of this window, the newest first. Thread-safe. */
final class ApiLog {
    private static final int MOST = 500;

    /** A request and its number in this window, for it has no id of its own. */
    record Line(long number, Asked asked) {
        String id() {
            return Long.toString(number);
        }

        /** How it came out, in a word or two. */
        String answer() {
            int status = asked.status();
            return status == 0 ? "No answer" : status < 300 ? "OK " + status : status < 500 ? "Refused " + status : "Failed " + status;
        }
    }

    private final Deque<Line> lines = new ArrayDeque<>();
    private long number;

    synchronized void add(Asked asked) {
        lines.addFirst(new Line(++number, asked));
        if (lines.size() > MOST) {
            lines.removeLast();
        }
    }

    synchronized List<Line> lines() {
        return new ArrayList<>(lines);
    }

    synchronized void clear() {
        lines.clear();
    }
}
