package hostelry.engine.access;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Permissions;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.PermitCatalogue;
import hostelry.engine.work.Kind;
import hostelry.engine.work.VerbKind;
import hostelry.engine.work.Work;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The verbs of permissions and roles, each handed to {@link Work}; and what counts where. */
@Component(immediate = true)
public final class PermissionsService implements Permissions {
    private final Work work;
    private final Inventory inventory;
    private final PermissionAuthority authority;
    private final PermissionVerbs permissions;
    private final RoleVerbs roles;
    private final List<ServiceRegistration<VerbKind>> kinds;

    @Activate
    public PermissionsService(BundleContext context, @Reference Work work, @Reference Inventory inventory,
            @Reference PermissionAuthority authority) {
        this(work, inventory, authority, kind -> Optional.of(context.registerService(VerbKind.class, kind, null)));
    }

    /** @param register puts a kind into the catalogue */
    PermissionsService(Work work, Inventory inventory, PermissionAuthority authority,
            Function<Kind, Optional<ServiceRegistration<VerbKind>>> register) {
        this.work = work;
        this.inventory = inventory;
        this.authority = authority;
        Gifts gifts = new Gifts(inventory, authority);
        this.permissions = new PermissionVerbs(inventory, gifts);
        this.roles = new RoleVerbs(inventory, gifts);
        this.kinds = Stream.concat(PermissionVerbs.kinds().stream(), roles.kinds().stream()).flatMap(kind -> register.apply(kind).stream())
                .toList();
    }

    @Deactivate
    void close() {
        kinds.forEach(ServiceRegistration::unregister);
    }

    @Override
    public Act<Permission> grant(Caller caller, Permission permission) {
        return work.submit(caller, permissions.grant(caller, permission));
    }

    @Override
    public Act<Void> revoke(Caller caller, String permission) {
        Permission known = inventory.find(Permission.class, permission).filter(found -> authority.sees(caller, found))
                .orElseThrow(() -> new Refusal(Problem.notFound("permission", permission)));
        return work.submit(caller, permissions.revoke(known));
    }

    @Override
    public List<Granted> on(Caller caller, @Nullable String noun, @Nullable String object) {
        Predicate<Entity> sees = authority.view(caller);
        Map<String, Integer> places = new LinkedHashMap<>();
        if (object != null) {
            Entity found = Nouns.find(inventory, noun, object).filter(sees)
                    .orElseThrow(() -> new Refusal(Problem.notFound(String.valueOf(noun).toLowerCase(Locale.ROOT), object)));
            authority.lineage().any(found, (at, id, itself) -> {
                places.putIfAbsent(at + ' ' + id, places.size());
                return false; // each of them is asked
            });
        }
        String own = object == null ? "" : noun + ' ' + object;
        List<Granted> granted = new ArrayList<>();
        for (Permission permission : inventory.all(Permission.class)) {
            String place = permission.getObject() == null ? "" : permission.getNoun() + ' ' + permission.getObject();
            if ((place.isEmpty() || places.containsKey(place)) && sees.test(permission)) {
                granted.add(granted(permission, !place.equals(own)));
            }
        }
        granted.sort(Comparator.<Granted>comparingInt(one -> one.permission().getObject() == null
                ? Integer.MAX_VALUE
                : places.get(one.permission().getNoun() + ' ' + one.permission().getObject())).thenComparing(Granted::who)
                .thenComparing(Granted::role));
        return List.copyOf(granted);
    }

    @Override
    public List<Granted> of(Caller caller, String userOrGroup) {
        Predicate<Entity> sees = authority.view(caller);
        Optional<User> user = inventory.find(User.class, userOrGroup).filter(sees);
        if (user.isEmpty() && inventory.find(Group.class, userOrGroup).filter(sees).isEmpty()) {
            throw new Refusal(Problem.notFound("user or group", userOrGroup));
        }
        Set<String> groups = user.map(Rights::groups).orElse(Set.of(userOrGroup));
        return inventory.all(Permission.class).stream().filter(permission -> Rights.concerns(permission, userOrGroup, groups)).filter(sees)
                .map(permission -> granted(permission, user.isPresent() && permission.getGroup() != null))
                .sorted(Comparator.comparing(Granted::inherited).thenComparing(Granted::where).thenComparing(Granted::role)).toList();
    }

    private Granted granted(Permission permission, boolean inherited) {
        Reads reads = Reads.in(inventory);
        String where = permission.getObject() == null
                ? "System"
                : Nouns.find(inventory, permission.getNoun(), permission.getObject()).map(People::name).orElse(permission.getObject());
        String who = permission.getUser() != null
                ? reads.name(User.class, permission.getUser())
                : reads.name(Group.class, permission.getGroup());
        return new Granted(permission, inherited, where, who, reads.name(Role.class, permission.getRole()));
    }

    @Override
    public Act<Role> addRole(Caller caller, Role role) {
        return work.submit(caller, roles.add(role));
    }

    @Override
    public Act<Role> updateRole(Caller caller, String role, Patch<Role> patch) {
        return work.submit(caller, roles.update(caller, role, patch));
    }

    @Override
    public Act<Void> removeRole(Caller caller, String role) {
        return work.submit(caller, roles.remove(role));
    }

    @Override
    public List<PermitGroup> permits() {
        return PermitCatalogue.groups();
    }
}
