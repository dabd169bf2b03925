package hostelry.client.remote;

import hostelry.api.Problem;
import hostelry.api.Problem.Kind;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.model.nextrun.Postponed;
import hostelry.wire.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems as the door tells them: with kind, text, advice and subject each where it knows them, otherwise as oVirt's one sentence. */
final class Reasons {
    private Reasons() {}

    /** Of an answer that is a fault, or has one inside. */
    static Refusal refusal(Tree answer, int status) {
        Tree fault = answer.child("fault").orElse(answer);
        List<Problem> problems = problems(fault);
        if (!problems.isEmpty()) {
            return new Refusal(problems);
        }
        String detail = fault.value("detail").or(() -> fault.value("reason")).orElse("").strip();
        if (detail.startsWith("[") && detail.endsWith("]")) {
            detail = detail.substring(1, detail.length() - 1);
        }
        return new Refusal(
                new Problem(kind(status), detail.isEmpty() ? "The engine answers with status " + status + "." : detail, "", null));
    }

    static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.FORBIDDEN;
            case 404, 405 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 502, 503, 504 -> Kind.UNAVAILABLE;
            default -> status < 500 ? Kind.BAD_INPUT : Kind.FAILED;
        };
    }

    /** What stands under {@code problems}. */
    static List<Problem> problems(Tree place) {
        return place.all("problems", "problem").stream()
                .map(problem -> new Problem(Kind.valueOf(problem.value("kind").orElse(Kind.FAILED.name())),
                        problem.value("text").orElse(""), problem.value("advice").orElse(""), problem.value("subject").orElse(null)))
                .toList();
    }

    /** The answer to a dry run. */
    static Verdict verdict(Tree answer) {
        Map<String, List<Problem>> hosts = new LinkedHashMap<>();
        for (Tree host : answer.all("hosts", "host")) {
            hosts.put(host.value("name").orElse(""), problems(host));
        }
        return new Verdict(problems(answer), hosts, answer.all("changes", "change").stream().map(Tree::text).toList(),
                answer.all("waiting", "change").stream()
                        .map(change -> new Postponed(change.value("field").orElse(""), change.value("now").orElse(""),
                                change.value("next").orElse(""), change.value("reason").orElse("")))
                        .toList());
    }
}
