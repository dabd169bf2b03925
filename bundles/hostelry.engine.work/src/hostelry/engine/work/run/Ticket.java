package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Catalogue.VerbInfo;
import hostelry.engine.work.Verb.Lock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records need to know of an act, asked of its verb once, while all that it names is still there. */
record Ticket(String jobId, Caller caller, VerbInfo verb, String title, @Nullable String subject, Map<String, String> arguments,
        List<Lock> locks, boolean cancellable) {}
