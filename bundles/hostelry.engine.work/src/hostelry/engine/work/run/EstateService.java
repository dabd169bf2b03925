package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /** The inventory gives the same collection until something changes: so it need not be sorted again either. */
    private record Sorted(Collection<? extends Entity> source, List<? extends Entity> list) {}

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
            known = new Sorted(all, sort(noun, all));
            sorted.put(noun, known);
        }
        List<T> seen = new ArrayList<>();
        for (Entity object : known.list()) {
            if (authority.sees(caller, object)) {
                seen.add(noun.cast(object));
            }
        }
        return seen;
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
}
