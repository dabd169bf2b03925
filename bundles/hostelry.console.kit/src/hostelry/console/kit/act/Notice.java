package hostelry.console.kit.act;

import hostelry.api.Problem;
import java.util.List;

/**
 * What must be said to whoever clicked, without a dialog: shown above the page.
 *
 * @param title what did not happen: {@code web1 was not started.}
 */
public record Notice(String title, List<Problem> problems) {
    public Notice {
        problems = List.copyOf(problems);
    }

    /** All of it, to copy into a mail. */
    public String details() {
        StringBuilder text = new StringBuilder(title);
        for (Problem problem : problems) {
            text.append('\n').append(problem.kind()).append(": ").append(problem.sentence());
            if (problem.subject() != null) {
                text.append(" [").append(problem.subject()).append(']');
            }
        }
        return text.toString();
    }
}
