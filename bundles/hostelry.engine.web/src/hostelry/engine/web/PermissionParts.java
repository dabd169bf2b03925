package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Permission;
import hostelry.wire.Incoming;
import hostelry.wire.Out;
import hostelry.wire.Tree;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the places of permissions have in common: below the system, below what they were given on, below who has them. */
final class PermissionParts {
    /** Nouns that roles can be given on, as oVirt's documents name them. */
    static final List<String> NOUNS = List.of("DataCenter", "Cluster", "Host", "Vm", "Template", "StorageDomain", "Disk", "Network",
            "VnicProfile", "MacPool");

    private PermissionParts() {}

    /** Those that match and that the caller may see, the oldest names first. */
    static List<Permission> of(Call call, Predicate<Permission> wanted) {
        return call.services().estate().list(call.caller(), Permission.class).stream().filter(wanted)
                .sorted(Comparator.comparing(Entity::getId)).toList();
    }

    /** Given on the very object; oVirt, too, does not list the inherited ones here. */
    static Predicate<Permission> on(Entity object) {
        return permission -> object.getId().equals(permission.getObject()) && object.eClass().getName().equals(permission.getNoun());
    }

    /** The permission in the document, with what the place says of it. */
    static Response give(Call call, Consumer<Permission> place) {
        Incoming<Permission> incoming = call.read(Permission.class);
        Permission permission = incoming.object();
        if (permission.getObject() == null) {
            named(call, incoming.document()).ifPresent(object -> {
                permission.setNoun(object.eClass().getName());
                permission.setObject(object.getId());
            });
        }
        place.accept(permission);
        return Acts.created(call, call.services().permissions().grant(call.caller(), permission));
    }

    /** oVirt names the object by an element of its noun: {@code <vm id="…"/>}. */
    private static Optional<Entity> named(Call call, Tree document) {
        for (String noun : NOUNS) {
            Optional<String> id = document.value(call.wire().element(noun), "id");
            if (id.isPresent()) {
                return Optional.of(call.services().estate().get(call.caller(), Names.type(noun), id.get()));
            }
        }
        return Optional.empty();
    }

    static Response one(Call call, String id, Predicate<Permission> wanted) {
        return Response.ok(Acts.noun(call, find(call, id, wanted))).build();
    }

    static Response take(Call call, String id, Predicate<Permission> wanted) {
        return Acts.removed(call, call.services().permissions().revoke(call.caller(), find(call, id, wanted).getId()));
    }

    private static Permission find(Call call, String id, Predicate<Permission> wanted) {
        return call.services().estate().find(call.caller(), Permission.class, id).filter(wanted)
                .orElseThrow(() -> new Refusal(Problem.notFound("permission", id)));
    }

    /** What a permission was given on, as oVirt's documents say it. */
    static void object(Call call, Out out, Permission permission) throws IOException {
        @Nullable
        String noun = permission.getNoun();
        if (noun != null && permission.getObject() != null && NOUNS.contains(noun)) {
            out.start(call.wire().element(noun));
            out.attribute("href", call.paths().href(noun, permission.getObject()));
            out.attribute("id", permission.getObject());
            out.end();
        }
    }
}
