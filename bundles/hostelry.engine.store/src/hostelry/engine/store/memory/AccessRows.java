package hostelry.engine.store.memory;

import hostelry.engine.spi.Inventory.Draft;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.Template;
import hostelry.model.VnicProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an estate needs so that somebody may do something in it. */
final class AccessRows {
    private AccessRows() {}

    /**
     * Adds what is lacking. Nobody can change the predefined roles, so they become what this version says. Permissions are given only where there is none at all:
     * one that an administrator took away later must not come back with a restart, and the last administrator's can't be taken away.
     */
    static void complete(Draft draft) {
        for (PredefinedRole predefined : PredefinedRole.values()) {
            Role role = predefined.role();
            Optional<Role> known = draft.find(Role.class, role.getId());
            if (known.isEmpty()) {
                draft.add(role);
            } else if (!same(known.get(), role)) {
                Role edited = draft.edit(Role.class, role.getId());
                edited.setName(role.getName());
                edited.setDescription(role.getDescription());
                edited.setAdministrative(role.isAdministrative());
                edited.setMutable(false);
                edited.getPermits().clear();
                edited.getPermits().addAll(role.getPermits());
            }
        }
        if (draft.find(Group.class, WellKnown.EVERYONE).isEmpty()) {
            Group everyone = HostelryFactory.eINSTANCE.createGroup();
            everyone.setId(WellKnown.EVERYONE);
            everyone.setName("Everyone");
            everyone.setDescription("All users");
            draft.add(everyone);
        }
        if (draft.all(Permission.class).isEmpty()) {
            Permission admin = permission("00000001-0001-0001-0001-0000000000aa", PredefinedRole.SUPER_USER, null, null);
            admin.setUser(WellKnown.ADMIN);
            draft.add(admin);
            everyone(draft, "00000004-0004-0004-0004-000000000355", PredefinedRole.USER_TEMPLATE_BASED_VM, Template.class, WellKnown.BLANK);
            everyone(draft, "0000000b-000b-000b-000b-0000000001d5", PredefinedRole.VNIC_PROFILE_USER, VnicProfile.class,
                    WellKnown.VNIC_PROFILE);
        }
    }

    private static boolean same(Role known, Role role) {
        return role.getName().equals(known.getName()) && role.getDescription().equals(known.getDescription())
                && role.isAdministrative() == known.isAdministrative() && !known.isMutable()
                && role.getPermits().equals(known.getPermits());
    }

    private static void everyone(Draft draft, String id, PredefinedRole role, Class<? extends Entity> noun, String object) {
        if (draft.find(noun, object).isPresent()) {
            Permission permission = permission(id, role, noun.getSimpleName(), object);
            permission.setGroup(WellKnown.EVERYONE);
            draft.add(permission);
        }
    }

    private static Permission permission(String id, PredefinedRole role, @Nullable String noun, @Nullable String object) {
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setId(id);
        permission.setRole(role.id());
        permission.setNoun(noun);
        permission.setObject(object);
        return permission;
    }
}
