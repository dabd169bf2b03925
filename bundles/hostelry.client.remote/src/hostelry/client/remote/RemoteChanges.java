package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Changes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
    public AutoCloseable follow(Caller caller, Wish wish, Consumer<Batch> sink, Consumer<String> ended) {
        String path = "/changes" + (wish.nouns().isEmpty() ? "" : "?nouns=" + String.join(",", new TreeSet<>(wish.nouns())));
        List<String> headers = new ArrayList<>(List.of("Accept", "text/event-stream"));
        if (wish.after().matches("[0-9a-f]+-[0-9]+")) { // what is no id brings a snapshot just as none does, and must not stand in a header
            headers.addAll(List.of("Last-Event-ID", wish.after()));
        }
        Events events = new Events(http.open(caller, "GET", path, null, SILENCE, headers.toArray(String[]::new)));
        Following following = new Following(events, nouns, http.engine(), sink, ended);
        http.start(following);
        return following;
    }
}
