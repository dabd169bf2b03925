package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.wire.Out;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Trouble as oVirt tells it: the status, what kind it is, and the sentences in brackets. */
record FaultText(int status, String reason, String detail, List<Problem> problems) implements Answer {
    static final String FAILED = "Operation Failed";

    static FaultText of(Refusal refusal) {
        return new FaultText(status(refusal.kind()), FAILED, detail(refusal.problems()), refusal.problems());
    }

    static FaultText of(int status, String sentence) {
        return new FaultText(status, FAILED, "[" + sentence + "]", List.of());
    }

    static String detail(List<Problem> problems) {
        return problems.stream().map(Problem::sentence).collect(Collectors.joining(", ", "[", "]"));
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case BAD_INPUT -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
            case FAILED -> 500;
        };
    }

    /** With each problem by itself for those who ask for extras. */
    Answer told(boolean extras) {
        return out -> write(out, extras);
    }

    @Override
    public void write(Out out) throws IOException {
        write(out, false);
    }

    private void write(Out out, boolean extras) throws IOException {
        out.start("fault");
        out.text("detail", detail);
        if (extras && !problems.isEmpty()) {
            Reasons.write(out, problems);
        }
        out.text("reason", reason);
        out.end();
    }
}
