package hostelry.bench;

import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import java.util.List;
import java.util.Map;

/** A verb that does nothing, to an object of its own: what is left is what every verb costs. */
record NoOp(String subject) implements Verb<String> {
    @Override
    public String name() {
        return "NoOp";
    }

    @Override
    public String title() {
        return "Do nothing to " + subject;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("subject", subject);
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(subject));
    }

    @Override
    public void check(Problems problems) {
        problems.require(!subject.isEmpty(), () -> hostelry.api.Problem.notFound("object", subject));
    }

    @Override
    public String perform(Progress progress) {
        return subject;
    }
}
