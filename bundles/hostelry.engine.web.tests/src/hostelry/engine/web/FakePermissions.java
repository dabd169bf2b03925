package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Permissions;
import hostelry.model.Permission;
import hostelry.model.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Roles and permissions for the door's tests, with a catalogue of two permits. */
record FakePermissions(FakeEngine engine) implements Permissions {
    @Override
    public Act<Permission> grant(Caller caller, Permission permission) {
        return engine.act(caller, "GrantPermission", () -> engine.put(permission, UUID.randomUUID().toString(), null));
    }

    @Override
    public Act<Void> revoke(Caller caller, String permission) {
        return engine.act(caller, "RevokePermission", () -> {
            engine.drop(permission);
            return null;
        });
    }

    @Override
    public List<Granted> on(Caller caller, @Nullable String noun, @Nullable String object) {
        return engine.list(caller, Permission.class).stream().filter(one -> Objects.equals(one.getObject(), object))
                .map(one -> new Granted(one, true, "here", "carol@internal", "UserRole")).toList();
    }

    @Override
    public List<Granted> of(Caller caller, String userOrGroup) {
        return engine.list(caller, Permission.class).stream().filter(one -> userOrGroup.equals(one.getUser()))
                .map(one -> new Granted(one, false, "there", "carol@internal", "UserRole")).toList();
    }

    @Override
    public Act<Role> addRole(Caller caller, Role role) {
        return engine.add(caller, "AddRole", role);
    }

    @Override
    public Act<Role> updateRole(Caller caller, String role, Patch<Role> patch) {
        return engine.act(caller, "UpdateRole", () -> engine.apply(caller, Role.class, role, patch));
    }

    @Override
    public Act<Void> removeRole(Caller caller, String role) {
        return engine.act(caller, "RemoveRole", () -> {
            engine.drop(role);
            return null;
        });
    }

    @Override
    public List<PermitGroup> permits() {
        return List.of(new PermitGroup("VM",
                List.of(new Permit("CREATE_VM", 1, "Create", false), new Permit("RUN_VM", 22, "Start", false))));
    }
}
