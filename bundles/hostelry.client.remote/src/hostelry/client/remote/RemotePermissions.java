package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Permissions;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.wire.Tree;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Roles and permissions. @param caller for the catalogue, which is the same for all */
record RemotePermissions(Http http, Requests requests, Nouns nouns, Supplier<Caller> caller) implements Permissions {
    @Override
    public Act<Permission> grant(Caller caller, Permission permission) {
        return requests.add(caller, "/permissions", permission, Permission.class);
    }

    @Override
    public Act<Void> revoke(Caller caller, String permission) {
        return requests.remove(caller, "/permissions/" + Http.piece(permission));
    }

    @Override
    public List<Granted> on(Caller caller, @Nullable String noun, @Nullable String object) {
        return granted(http.get(caller, "/permissions/granted"
                + (noun == null || object == null ? "" : "?noun=" + Http.piece(noun) + "&object=" + Http.piece(object))));
    }

    @Override
    public List<Granted> of(Caller caller, String userOrGroup) {
        return granted(http.get(caller, "/permissions/granted?of=" + Http.piece(userOrGroup)));
    }

    private List<Granted> granted(Tree answer) {
        return answer.all("grant").stream()
                .map(one -> new Granted(nouns.read(one.child("permission").orElseThrow(), Permission.class),
                        one.flag("inherited").orElse(false),
                        one.value("where").orElse(""), one.value("who").orElse(""), one.value("role").orElse("")))
                .toList();
    }

    @Override
    public Act<Role> addRole(Caller caller, Role role) {
        return requests.add(caller, "/roles", role, Role.class);
    }

    @Override
    public Act<Role> updateRole(Caller caller, String role, Patch<Role> patch) {
        return requests.update(caller, "/roles/" + Http.piece(role), patch, Role.class);
    }

    @Override
    public Act<Void> removeRole(Caller caller, String role) {
        return requests.remove(caller, "/roles/" + Http.piece(role));
    }

    @Override
    public List<PermitGroup> permits() {
        return http.get(caller.get(), "/permissions/permits").all("permit_group").stream()
                .map(group -> new PermitGroup(group.value("label").orElse(""),
                        group.all("permits", "permit").stream().map(RemotePermissions::permit).toList()))
                .toList();
    }

    private static Permit permit(Tree permit) {
        return new Permit(permit.value("name").orElse(""), permit.value("id").map(Integer::parseInt).orElse(0),
                permit.value("label").orElse(""), permit.flag("administrative").orElse(false));
    }
}
