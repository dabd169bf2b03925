package hostelry.api;

import java.util.List;
import java.util.stream.Collectors;

/** Expected trouble on its way to whoever asked: never empty, all reasons and not the first alone. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public Refusal(List<Problem> problems) {
        super(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        this.problems = List.copyOf(problems);
    }

    public Refusal(Problem problem) {
        this(List.of(problem));
    }

    public Refusal(Problem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The kind of the first problem: what decides the status code. */
    public Problem.Kind kind() {
        return problems.get(0).kind();
    }
}
