package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Changes;
import java.time.Duration;
import java.util.function.Consumer;

/** The change stream over server-sent events. */
final class RemoteChanges implements Changes {
    /** The engine says something every ten seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(35);

    private final Http http;
    private final Nouns nouns;

    RemoteChanges(Http http, Nouns nouns) {
        this.http = http;
        this.nouns = nouns;
    }

    @Override
    public AutoCloseable follow(Caller caller, Consumer<Batch> sink, Consumer<String> ended) {
        Events events = new Events(http.open(caller, "GET", "/changes", null, SILENCE, "Accept", "text/event-stream"));
        Following following = new Following(events, nouns, http.engine(), sink, ended);
        http.start(following);
        return following;
    }
}
