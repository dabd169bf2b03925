package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.wire.Out;
import java.io.IOException;
import java.util.List;

/** Problems one by one, each with its kind, advice and subject: for those who ask for extras; all others get sentences. */
final class Reasons {
    private Reasons() {}

    static void write(Out out, List<Problem> problems) throws IOException {
        out.start("problems");
        out.startList("problem");
        for (Problem problem : problems) {
            out.start("problem");
            out.text("kind", problem.kind().name());
            out.text("text", problem.text());
            out.text("advice", problem.advice());
            out.text("subject", problem.subject());
            out.end();
        }
        out.endList();
        out.end();
    }
}
