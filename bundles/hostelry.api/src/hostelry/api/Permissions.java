package hostelry.api;

import hostelry.model.Permission;
import hostelry.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may what: roles, and what they are given on. A permission on an object holds for all below it: system › data centre › cluster › host, VM; data centre ›
 * storage domain › disk; data centre › network › vNIC profile; template. Predefined roles: seed of 2011, the slide of the role editor.
 */
public interface Permissions {
    /** Gives a role to a user or group on an object. Refused where the caller does not hold all of that role's permits there itself. */
    Act<Permission> grant(Caller caller, Permission permission);

    /** Refused for the last one that makes somebody administrator of the system. */
    Act<Void> revoke(Caller caller, String permission);

    /**
     * Permissions that count on an object: its own first, then the inherited ones from above, nearest first.
     *
     * @param noun class of the object in the model; null for the system
     */
    List<Granted> on(Caller caller, @Nullable String noun, @Nullable String object);

    /** All that a user or group has, through its groups too. */
    List<Granted> of(Caller caller, String userOrGroup);

    Act<Role> addRole(Caller caller, Role role);

    /** Refused for the predefined ones. */
    Act<Role> updateRole(Caller caller, String role, Patch<Role> patch);

    /** Refused for the predefined ones, and while a permission gives it. */
    Act<Void> removeRole(Caller caller, String role);

    /** The catalogue of permits, as a tree of two levels: groups of permits in the order of the role editor. */
    List<PermitGroup> permits();

    /**
     * A permission where it counts.
     *
     * @param inherited it was given on something above, or to a group
     * @param where name of what it was given on; {@code System} for the system
     * @param who name of the user or group that it was given to
     */
    record Granted(Permission permission, boolean inherited, String where, String who, String role) {}

    record PermitGroup(String label, List<Permit> permits) {
        public PermitGroup {
            permits = List.copyOf(permits);
        }
    }

    /**
     * @param name such as {@code RUN_VM}
     * @param id number under which oVirt's clients know it
     * @param administrative only a role for administrators may have it
     */
    record Permit(String name, int id, String label, boolean administrative) {}
}
