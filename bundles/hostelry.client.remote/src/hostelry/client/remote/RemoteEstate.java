package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The nouns as the engine has them; lists come a noun a line, so that they may be of any length. */
final class RemoteEstate implements Estate {
    private final Http http;
    private final Nouns nouns;

    RemoteEstate(Http http, Nouns nouns) {
        this.http = http;
        this.nouns = nouns;
    }

    @Override
    public <T extends Entity> Optional<T> find(Caller caller, Class<T> noun, String id) {
        try {
            return Optional.of(nouns.read(http.get(caller, "/estate/" + noun.getSimpleName() + "/" + Http.piece(id)), noun));
        } catch (Refusal refusal) {
            if (refusal.kind() == Problem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    @Override
    public <T extends Entity> List<T> list(Caller caller, Class<T> noun) {
        List<T> found = new ArrayList<>();
        try (Lines lines = new Lines(http.open(caller, "GET", "/estate/" + noun.getSimpleName(), null, Http.PATIENCE, "Accept",
                "application/x-ndjson, application/json"))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                found.add(nouns.read(Http.read(line.getBytes(StandardCharsets.UTF_8)), noun));
            }
        } catch (IOException e) {
            throw Trouble.refusal(http.engine(), e);
        }
        return List.copyOf(found);
    }
}
