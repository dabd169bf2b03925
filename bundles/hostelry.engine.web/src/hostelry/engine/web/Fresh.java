package hostelry.engine.web;

import hostelry.model.Entity;
import hostelry.model.ImageTransfer;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Answers that say under which tag they stand ({@code ETag}), and nothing at all where the caller has them already ({@code If-None-Match}, 304). The tag comes from
 * the numbers of the last changes, of the nouns and of who may see them, and from what the caller asked for: it costs no look at an object. So it is coarse: any
 * change of a noun gives all of that noun new tags.
 */
final class Fresh {
    /** What else the look of an answer depends on. */
    private static final List<String> HEADERS = List.of("Accept", "All-Content", "Hostelry-Extras", "Filter", "Host");
    private static final String CACHE = "private, no-cache";

    private Fresh() {}

    /** An answer that is told by one noun, and by those that are followed from it. */
    static Response of(Call call, Class<? extends Entity> noun, Supplier<Answer> answer) {
        // a search may speak of times, and a ticket is known for a while only
        if (call.params().text("search").isPresent() || noun == ImageTransfer.class) {
            return Response.ok(answer.get()).build();
        }
        return of(call, call.follow().isEmpty() ? Set.of(noun) : all(call), answer);
    }

    /** An answer that may be told by any noun. */
    static Response of(Call call, Supplier<Answer> answer) {
        return of(call, all(call), answer);
    }

    private static Set<Class<? extends Entity>> all(Call call) {
        Set<Class<? extends Entity>> nouns = new HashSet<>();
        call.wire().nouns().forEach(name -> nouns.add(Names.type(name)));
        return nouns;
    }

    private static Response of(Call call, Set<Class<? extends Entity>> nouns, Supplier<Answer> answer) {
        Optional<String> stamp = call.services().estate().stamp(call.caller(), nouns);
        if (stamp.isEmpty()) {
            return Response.ok(answer.get()).build();
        }
        EntityTag tag = tag(call, stamp.get());
        // the caller must be allowed to see it, and it must be there: whoever makes the answer asks for that
        Answer told = answer.get();
        if (isKnown(call.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            return Response.notModified(tag).header(HttpHeaders.CACHE_CONTROL, CACHE).build();
        }
        return Response.ok(told).tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHE).build();
    }

    /** Weak: the same content may be packed or not. */
    private static EntityTag tag(Call call, String stamp) {
        StringBuilder all = new StringBuilder(stamp).append('\n').append(call.request().getQueryString());
        HEADERS.forEach(name -> all.append('\n').append(call.request().getHeader(name)));
        return new EntityTag(UUID.nameUUIDFromBytes(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString(), true);
    }

    private static boolean isKnown(String condition, EntityTag tag) {
        return condition != null && (condition.strip().equals("*")
                || Arrays.stream(condition.split(",")).map(String::strip).map(one -> one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(one -> Objects.equals(one, '"' + tag.getValue() + '"')));
    }
}
