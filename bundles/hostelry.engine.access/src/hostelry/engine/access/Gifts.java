package hostelry.engine.access;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import hostelry.model.Permission;
import hostelry.model.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may somebody give to others? Nothing that they do not hold themselves, at that very place. */
final class Gifts {
    private static final int NAMED = 5;
    private final Inventory inventory;
    private final PermissionAuthority authority;

    Gifts(Inventory inventory, PermissionAuthority authority) {
        this.inventory = inventory;
        this.authority = authority;
    }

    /** What speaks against it that the caller gives this permission. */
    Optional<Problem> givable(Caller caller, Permission permission, Reads reads) {
        return reads.find(Role.class, permission.getRole())
                .flatMap(role -> givable(caller, role.getName(), List.copyOf(role.getPermits()), object(permission)));
    }

    /** What speaks against it that the caller gives these permits. @param object null: on the system */
    Optional<Problem> givable(Caller caller, String role, List<String> permits, @Nullable Entity object) {
        if (authority.rights(caller).all()) {
            return Optional.empty();
        }
        List<String> lacking = permits.stream().filter(permit -> !authority.holds(caller, permit, object)).toList();
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", lacking.subList(0, Math.min(NAMED, lacking.size())))
                + (lacking.size() > NAMED ? " and " + (lacking.size() - NAMED) + " more" : "");
        return Optional
                .of(Problem.forbidden(caller.userName() + " can't give the role " + role + ": what it has not itself there, nobody gives ("
                        + names + ")."));
    }

    /** What a permission was given on; null for the system, and for what is gone. */
    @Nullable
    Entity object(Permission permission) {
        return permission.getObject() == null ? null : Nouns.find(inventory, permission.getNoun(), permission.getObject()).orElse(null);
    }
}
