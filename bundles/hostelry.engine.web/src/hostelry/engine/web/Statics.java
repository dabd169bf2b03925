package hostelry.engine.web;

import hostelry.wire.Out;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;

/** Answers with what is the same in every estate; to be read by everybody who has logged in. */
final class Statics {
    private Statics() {}

    /** Writes one. */
    @FunctionalInterface
    interface Writer<T> {
        void write(Out out, T one) throws IOException;
    }

    /** A list; {@code max} is heard, and there is nothing to be searched for in so few. */
    static <T> Response all(Call call, String plural, String element, List<T> all, Writer<T> writer) {
        long most = call.params().number("max").filter(number -> number >= 0).orElse((long) all.size());
        return Response.ok((Answer) out -> {
            out.start(plural);
            out.startList(element);
            for (T one : all.subList(0, (int) Math.min(most, all.size()))) {
                writer.write(out, one);
            }
            out.endList();
            out.end();
        }).build();
    }

    static String href(String collection, String id) {
        return Paths.API + "/" + collection + "/" + id;
    }

    static void start(Out out, String element, String collection, String id) throws IOException {
        out.start(element);
        out.attribute("href", href(collection, id));
        out.attribute("id", id);
    }
}
