package hostelry.engine.access;

import hostelry.api.Caller;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.SystemCaller;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers from the permissions in the estate. What a user was given is put together once and kept until a permission, a role or the user itself changes, which is told by
 * the inventory's own collections: so an answer is never older than the last change, and costs a few look-ups in tables. A list of 25,000 VMs is looked through in
 * milliseconds.
 */
@Component(service = {Authority.class, PermissionAuthority.class})
public final class PermissionAuthority implements Authority {
    /** What was put together, and of what. */
    private record Known(Rights rights, User user, Collection<Permission> permissions, Collection<Role> roles) {}

    private final Inventory inventory;
    private final Plugs plugs;
    private final Lineage lineage;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    @Activate
    public PermissionAuthority(@Reference Inventory inventory) {
        this.inventory = inventory;
        this.plugs = new Plugs(inventory);
        this.lineage = new Lineage(inventory, plugs);
    }

    @Override
    public boolean holds(Caller caller, String permit, @Nullable Entity object) {
        return sight(caller).holds(permit, object);
    }

    @Override
    public boolean sees(Caller caller, Entity object) {
        return sight(caller).test(object);
    }

    @Override
    public Predicate<Entity> view(Caller caller) {
        return sight(caller);
    }

    @Override
    public boolean seesAll(Caller caller) {
        Rights rights = rights(caller);
        Grant system = rights.system();
        return rights.all() || system != null && system.shows();
    }

    @Override
    public boolean administers(Caller caller) {
        return rights(caller).administrator();
    }

    @Override
    public Object standing(Caller caller) {
        return rights(caller);
    }

    @Override
    public Optional<Permission> ofMaker(Caller caller, Entity made) {
        PredefinedRole role = switch (made) {
            case Vm vm -> PredefinedRole.USER_VM_MANAGER;
            case Disk disk -> PredefinedRole.DISK_OPERATOR;
            case Template template -> PredefinedRole.TEMPLATE_OWNER;
            default -> null;
        };
        Sight sight = sight(caller);
        if (role == null || inventory.find(User.class, caller.userId()).isEmpty()
                || role.permits().stream().allMatch(permit -> sight.holds(permit, made))) {
            return Optional.empty();
        }
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setUser(caller.userId());
        permission.setRole(role.id());
        permission.setNoun(made.eClass().getName());
        permission.setObject(made.getId());
        return Optional.of(permission);
    }

    private Sight sight(Caller caller) {
        return new Sight(rights(caller), lineage, inventory, plugs);
    }

    Lineage lineage() {
        return lineage;
    }

    Rights rights(Caller caller) {
        if (SystemCaller.is(caller)) {
            return Rights.everything(caller.userId());
        }
        User user = inventory.find(User.class, caller.userId()).orElse(null);
        if (user == null || user.isDisabled() || user.isMustChangePassword()) {
            known.remove(caller.userId());
            return Rights.nothing(caller.userId());
        }
        Collection<Permission> permissions = inventory.all(Permission.class);
        Collection<Role> roles = inventory.all(Role.class);
        Known mine = known.get(user.getId());
        if (mine == null || mine.user() != user || mine.permissions() != permissions || mine.roles() != roles) {
            Rights rights = Rights.of(user, permissions, id -> inventory.find(Role.class, id).orElse(null));
            mine = new Known(rights, user, permissions, roles);
            known.put(user.getId(), mine);
        }
        return mine.rights();
    }
}
