package hostelry.engine.access;

import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.model.Bookmark;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.Job;
import hostelry.model.JoinToken;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.Step;
import hostelry.model.StorageDomain;
import hostelry.model.Tag;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one user sees, at one moment. An object is seen:
 *
 * <ul>
 * <li>where a permission gives a role on it; or on something above it, if that role shows what is below (one that lets only make things does not);
 * <li>where something that was given needs it ({@link Glimpses}): the cluster, data center and template of a VM, and so on; the hosts are none of a user's business;
 * <li>a cluster or storage domain, where a VM or disk may be made in it;
 * <li>oneself and one's own groups; all users and groups for whoever may give something to them; all roles, which are no secret;
 * <li>one's own permissions, and those on objects where one may give some;
 * <li>tags, bookmarks and MAC pools for administrators of anything;
 * <li>what one did oneself (events, jobs), and what was done to what one sees, except by a mere glimpse.
 * </ul>
 *
 * <p>For a short time, and as many threads as like: it does not hear of changes.
 */
final class Sight implements Predicate<Entity> {
    /** What jobs may be about, and be seen for. */
    private static final List<Class<? extends Entity>> SUBJECTS = List.of(Vm.class, Disk.class, Host.class, StorageDomain.class,
            Cluster.class, DataCenter.class, Network.class, VnicProfile.class, Template.class);

    private final Rights rights;
    private final Lineage lineage;
    private final Inventory inventory;
    private final Plugs plugs;
    private final Lineage.Ask shown;
    /** Answers that many events and permissions share; by id. */
    private final Map<String, Boolean> seen = new ConcurrentHashMap<>();
    private final Map<String, Boolean> giving = new ConcurrentHashMap<>();
    private volatile @Nullable Set<String> glimpses;

    Sight(Rights rights, Lineage lineage, Inventory inventory, Plugs plugs) {
        this.rights = rights;
        this.lineage = lineage;
        this.inventory = inventory;
        this.plugs = plugs;
        this.shown = (noun, id, itself) -> {
            Grant grant = rights.on(noun, id);
            return grant != null && (itself || grant.shows());
        };
    }

    @Override
    public boolean test(Entity object) {
        if (rights.all()) {
            return true;
        }
        return switch (object) {
            case User user -> user.getId().equals(rights.user()) || rights.people();
            case Group group -> rights.groups().contains(group.getId()) || rights.people();
            case Role role -> true;
            case Permission permission -> permission(permission);
            case Tag tag -> rights.administrator();
            case Bookmark bookmark -> rights.administrator();
            case ClusterNetwork assigned -> seen(Cluster.class, assigned.getCluster()) && seen(Network.class, assigned.getNetwork());
            case MacPool pool -> rights.administrator();
            // who may let machines in, there or everywhere
            case JoinToken token -> token.getCluster() == null
                    ? rights.onSystem("CREATE_HOST")
                    : holds("CREATE_HOST", inventory.find(Cluster.class, token.getCluster()).orElse(null));
            case Event event -> event(event);
            case Job job -> job(job);
            case Step step -> step.getJob() != null && inventory.find(Job.class, step.getJob()).filter(this::job).isPresent();
            default -> placed(object) || glimpsed(object);
        };
    }

    private boolean seen(Class<? extends Entity> noun, @Nullable String id) {
        return id != null && inventory.find(noun, id).filter(this).isPresent();
    }

    /** By a permission on it or above it. */
    private boolean placed(Entity object) {
        Grant system = rights.system();
        if (system != null && system.shows()) {
            return true;
        }
        return !rights.on().isEmpty() && lineage.any(object, shown);
    }

    /** Because something else that is seen needs it. */
    private boolean glimpsed(Entity object) {
        return switch (object) {
            case Cluster cluster -> holds("CREATE_VM", cluster) || glimpses().contains(cluster.getId());
            case StorageDomain domain -> holds("CREATE_DISK", domain) || glimpses().contains(domain.getId());
            case DataCenter center -> holds("CREATE_VM", center) || holds("CREATE_DISK", center) || glimpses().contains(center.getId());
            case Template template -> glimpses().contains(template.getId());
            case Network network -> glimpses().contains(network.getId());
            case VnicProfile profile -> glimpses().contains(profile.getId());
            default -> false;
        };
    }

    private Set<String> glimpses() {
        Set<String> known = glimpses;
        if (known == null) {
            known = new Glimpses(inventory, plugs).of(rights);
            glimpses = known;
        }
        return known;
    }

    boolean holds(String permit, @Nullable Entity object) {
        if (rights.onSystem(permit)) {
            return true;
        }
        if (object == null) {
            return false;
        }
        if (object instanceof User && object.getId().equals(rights.user()) && Rights.forOneself(permit)) {
            return true;
        }
        return !rights.on().isEmpty() && lineage.any(object, (noun, id, itself) -> {
            Grant grant = rights.on(noun, id);
            return grant != null && grant.has(permit);
        });
    }

    private boolean permission(Permission permission) {
        if (Rights.concerns(permission, rights.user(), rights.groups()) || rights.onSystem("MANIPULATE_PERMISSIONS")) {
            return true;
        }
        String object = permission.getObject();
        return object != null && giving.computeIfAbsent(object, id -> Nouns.find(inventory, permission.getNoun(), id)
                .filter(found -> holds("MANIPULATE_PERMISSIONS", found)).isPresent());
    }

    /** Own ones, but for refused attempts, which may name what is hidden; and those about what is seen: the narrowest object that is named counts. */
    private boolean event(Event event) {
        if (rights.user().equals(event.getUser()) && event.getCode() != Authority.REFUSED) {
            return true;
        }
        if (event.getVm() != null) {
            return here(Vm.class, event.getVm());
        }
        if (event.getHost() != null) {
            return here(Host.class, event.getHost());
        }
        if (event.getStorageDomain() != null) {
            return here(StorageDomain.class, event.getStorageDomain());
        }
        if (event.getCluster() != null) {
            return here(Cluster.class, event.getCluster());
        }
        if (event.getDataCenter() != null) {
            return here(DataCenter.class, event.getDataCenter());
        }
        return rights.onSystem("AUDIT_LOG_MANAGEMENT") || rights.system() != null && rights.administrator() && rights.system().shows();
    }

    private boolean here(Class<? extends Entity> noun, String id) {
        return seen.computeIfAbsent(id, same -> inventory.find(noun, same).filter(this::placed).isPresent());
    }

    private boolean job(Job job) {
        if (rights.user().equals(job.getOwner())) {
            return true;
        }
        String subject = job.getSubject();
        return subject != null && SUBJECTS.stream().anyMatch(noun -> inventory.find(noun, subject).filter(this::placed).isPresent());
    }
}
