package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.model.Entity;
import hostelry.wire.Decor;
import hostelry.wire.Out;
import java.io.IOException;

/** The requests that nouns have in common: add, update, remove, and actions without a word more. */
final class Requests {
    private final Acts acts;
    private final Nouns nouns;

    Requests(Acts acts, Nouns nouns) {
        this.acts = acts;
        this.nouns = nouns;
    }

    Acts acts() {
        return acts;
    }

    <T extends Entity> Act<T> add(Caller caller, String path, T object, Class<T> noun) {
        return acts.submit(caller, "POST", path, whole(object), noun);
    }

    /** A noun with all of its features. */
    Body whole(Entity object) {
        return out -> nouns.wire().write(out, object, Decor.BARE, true);
    }

    <T extends Entity> Act<T> update(Caller caller, String path, Patch<T> patch, Class<T> noun) {
        return acts.submit(caller, "PUT", path, out -> nouns.wire().writePatch(out, patch.values(), patch.features()), noun);
    }

    /** What a patch says, within another document. */
    <T extends Entity> void patch(Out out, Patch<T> patch) throws IOException {
        nouns.wire().writePatch(out, patch.values(), patch.features());
    }

    Act<Void> remove(Caller caller, String path) {
        return acts.submit(caller, "DELETE", path, null);
    }

    <T extends Entity> Act<T> action(Caller caller, String path, Class<T> noun) {
        return acts.submit(caller, "POST", path, out -> {
            out.start("action");
            out.end();
        }, noun);
    }
}
