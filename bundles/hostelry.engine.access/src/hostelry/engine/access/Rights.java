package hostelry.engine.access;

import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that one user was given, directly and through its groups, ready to be asked. Two that are equal let do and see the same.
 *
 * @param all nothing is refused and nothing hidden
 * @param administrator some role of it is one for administrators
 * @param people it may look for users and groups, to give them something
 * @param groups ids of its groups, Everyone among them
 * @param system what it has on the system; null: nothing
 * @param on what it has on objects: by the noun's name, then by id
 */
record Rights(String user, boolean all, boolean administrator, boolean people, Set<String> groups, @Nullable Grant system,
        Map<String, Map<String, Grant>> on) {

    /** Of the engine itself. */
    static Rights everything(String user) {
        return new Rights(user, true, true, true, Set.of(), null, Map.of());
    }

    /** Of somebody who is not known, is disabled, or must change the password before anything else. */
    static Rights nothing(String user) {
        return new Rights(user, false, false, false, Set.of(), null, Map.of());
    }

    static Rights of(User user, Collection<Permission> permissions, Function<String, @Nullable Role> roles) {
        Set<String> groups = groups(user);
        boolean all = false;
        boolean administrator = false;
        boolean people = false;
        Grant system = null;
        Map<String, Map<String, Grant>> on = new HashMap<>();
        for (Permission permission : permissions) {
            if (!concerns(permission, user.getId(), groups)) {
                continue;
            }
            Role role = permission.getRole() == null ? null : roles.apply(permission.getRole());
            if (role == null) {
                continue; // a permission whose role is gone gives nothing
            }
            Grant grant = new Grant(new HashSet<>(role.getPermits()), PredefinedRole.shows(role));
            administrator |= role.isAdministrative();
            people |= role.isAdministrative() || grant.has("ADD_USERS_AND_GROUPS_FROM_DIRECTORY");
            if (permission.getObject() == null) {
                all |= role.getId().equals(PredefinedRole.SUPER_USER.id());
                system = system == null ? grant : system.and(grant);
            } else {
                on.computeIfAbsent(String.valueOf(permission.getNoun()), noun -> new HashMap<>())
                        .merge(permission.getObject(), grant, Grant::and);
            }
        }
        return new Rights(user.getId(), all, administrator, people, groups, system, on);
    }

    /** Ids of the groups that somebody is in. */
    static Set<String> groups(User user) {
        Set<String> groups = new HashSet<>(user.getGroups());
        groups.add(WellKnown.EVERYONE);
        return groups;
    }

    static boolean concerns(Permission permission, String user, Set<String> groups) {
        return user.equals(permission.getUser()) || permission.getGroup() != null && groups.contains(permission.getGroup());
    }

    /** What it has on the very object. */
    @Nullable
    Grant on(String noun, String id) {
        Map<String, Grant> these = on.get(noun);
        return these == null ? null : these.get(id);
    }

    boolean onSystem(String permit) {
        return all || system != null && system.has(permit);
    }

    /** Somebody may do this to themselves whatever they hold. */
    static boolean forOneself(String permit) {
        return permit.equals("LOGIN") || permit.equals("EDIT_PROFILE");
    }
}
