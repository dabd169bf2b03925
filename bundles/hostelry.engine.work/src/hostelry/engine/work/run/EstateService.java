package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.Job;
import hostelry.model.Network;
import hostelry.model.Nic;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the copy in memory, for callers who may see it. */
@Component(service = Estate.class)
public final class EstateService implements Estate {
    private static final Comparator<Entity> BY_NAME = Comparator
            .<Entity, String>comparing(object -> object.getName() == null ? "" : object.getName())
            .thenComparing(Entity::getId);

    private final Inventory inventory;
    private final Authority authority;
    private final Map<Class<?>, Sorted> sorted = new ConcurrentHashMap<>();
    private final Map<Class<?>, Numbered> numbers = new ConcurrentHashMap<>();
    /** Begins at the clock, so that a stamp of an earlier run is never taken for one of this. */
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis() * 1_000);

    /** The inventory gives the same collection until something changes: so it need not be sorted again either. */
    private record Sorted(Collection<? extends Entity> source, List<? extends Entity> list) {}

    /** The same number as long as the inventory gives the same collection: as long as nothing of the noun changes. */
    private record Numbered(Collection<? extends Entity> source, long number) {}

    /** Who does not see all, sees some things for the sake of others: of these. */
    private static final List<Class<? extends Entity>> STRUCTURE = List.of(Vm.class, Host.class, Disk.class, DiskAttachment.class,
            Nic.class,
            Network.class, ClusterNetwork.class, VnicProfile.class, StorageDomain.class, Template.class);
    /** Whoever may see what is told by these, beside the objects themselves. */
    private static final List<Class<? extends Entity>> RIGHTS = List.of(User.class, Group.class, Role.class, Permission.class,
            DataCenter.class, Cluster.class);

    @Activate
    public EstateService(@Reference Inventory inventory, @Reference Authority authority) {
        this.inventory = inventory;
        this.authority = authority;
    }

    @Override
    public <T extends Entity> Optional<T> find(Caller caller, Class<T> noun, String id) {
        return inventory.find(noun, id).filter(object -> authority.sees(caller, object));
    }

    @Override
    public <T extends Entity> List<T> list(Caller caller, Class<T> noun) {
        Collection<T> all = inventory.all(noun);
        Sorted known = sorted.get(noun);
        if (known == null || known.source() != all) {
            known = new Sorted(all, sort(noun, known == null ? all : inOrderOf(known.list(), all)));
            sorted.put(noun, known);
        }
        Predicate<Entity> sees = authority.view(caller);
        List<T> seen = new ArrayList<>();
        for (Entity object : known.list()) {
            if (sees.test(object)) {
                seen.add(noun.cast(object));
            }
        }
        return seen;
    }

    /** The same objects as far as possible in the order that they had before: what is sorted but for a few is sorted again in no time. */
    private static <T extends Entity> Collection<T> inOrderOf(List<? extends Entity> before, Collection<T> all) {
        Map<String, T> left = LinkedHashMap.newLinkedHashMap(all.size());
        all.forEach(object -> left.put(object.getId(), object));
        List<T> list = new ArrayList<>(all.size());
        for (Entity old : before) {
            T now = left.remove(old.getId());
            if (now != null) {
                list.add(now);
            }
        }
        list.addAll(left.values());
        return list;
    }

    private static <T extends Entity> List<T> sort(Class<T> noun, Collection<T> all) {
        List<T> list = new ArrayList<>(all);
        if (noun == Event.class) {
            list.sort(Comparator.comparingLong(event -> -((Event) event).getIndex()));
        } else if (noun == Job.class) {
            list.sort(Comparator.<T, Instant>comparing(job -> start((Job) job)).reversed().thenComparing(BY_NAME));
        } else {
            list.sort(BY_NAME);
        }
        return list;
    }

    private static Instant start(Job job) {
        return job.getStartTime() == null ? Instant.EPOCH : job.getStartTime();
    }

    @Override
    public Optional<String> stamp(Caller caller, Set<Class<? extends Entity>> nouns) {
        Stream<Class<? extends Entity>> telling = authority.seesAll(caller)
                ? RIGHTS.stream()
                : Stream.concat(RIGHTS.stream(), STRUCTURE.stream());
        return Optional.of(Stream.concat(telling, nouns.stream()).distinct().sorted(Comparator.comparing(Class::getName))
                .map(noun -> Long.toString(number(noun), Character.MAX_RADIX)).collect(Collectors.joining(".", caller.userId() + ".", "")));
    }

    private long number(Class<? extends Entity> noun) {
        Collection<? extends Entity> all = inventory.all(noun);
        return numbers.compute(noun,
                (key, known) -> known != null && known.source() == all ? known : new Numbered(all, number.incrementAndGet())).number();
    }
}
