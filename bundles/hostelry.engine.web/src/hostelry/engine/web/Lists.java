package hostelry.engine.web;

import hostelry.model.Entity;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers with nouns: those that the caller may see and asked for. */
final class Lists {
    private Lists() {}

    static <T extends Entity> Response all(Call call, Class<T> noun) {
        return Fresh.of(call, noun, () -> answer(call, noun, Wanted.of(call, noun)));
    }

    static <T extends Entity> Response of(Call call, Class<T> noun, List<T> objects) {
        return Fresh.of(call, noun, () -> answer(call, noun, objects));
    }

    /** Written object by object: a long list never stands in memory as a document. */
    private static <T extends Entity> Answer answer(Call call, Class<T> noun, List<T> objects) {
        // what the request says of it wrongly is said before the answer begins
        Dress dress = call.dress();
        boolean extras = call.extras();
        return out -> call.wire().writeAll(out, noun, objects, dress, extras);
    }

    static <T extends Entity> Response one(Call call, Class<T> noun, String id) {
        return Fresh.of(call, noun, () -> Acts.noun(call, call.services().estate().get(call.caller(), noun, id)));
    }
}
