package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Changes;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The change stream: what the inventory publishes, for each follower what it may see, at the follower's own pace. */
@Component(service = Changes.class)
public final class ChangesService implements Changes {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesService.class);
    /** What is remembered for those who follow on: minutes of a busy estate, and at most some twenty megabytes. */
    private static final int BATCHES = 10_000;
    private static final int CHANGES = 20_000;

    private final Inventory inventory;
    private final Authority authority;
    private final RecentChanges recent;
    private final AutoCloseable remembering;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    @Activate
    public ChangesService(@Reference Inventory inventory, @Reference Authority authority) {
        this(inventory, authority, new RecentChanges(BATCHES, CHANGES));
    }

    ChangesService(Inventory inventory, Authority authority, RecentChanges recent) {
        this.inventory = inventory;
        this.authority = authority;
        this.recent = recent;
        // before any follower, and on the same thread of the inventory's: what a follower is told of has been remembered
        this.remembering = inventory.follow(recent::take);
    }

    @Deactivate
    void close() {
        followers.forEach(follower -> follower.end("The engine is being stopped."));
        try {
            remembering.close();
        } catch (Exception e) {
            LOG.warn("The memory of the change stream could not be taken off the inventory", e);
        }
    }

    @Override
    public AutoCloseable follow(Caller caller, Wish wish, Consumer<Batch> sink, Consumer<String> ended) {
        refuseUnknown(wish.nouns());
        Eyes eyes = new Eyes(wish.nouns(), () -> authority.view(caller), () -> authority.standing(caller), () -> authority.seesAll(caller));
        Follower follower = new Follower(eyes, wish.after(), recent, inventory, sink, ended, followers::remove);
        followers.add(follower);
        follower.start();
        return follower;
    }

    private static void refuseUnknown(Set<String> nouns) {
        Set<String> unknown = new TreeSet<>(nouns);
        unknown.removeIf(noun -> HostelryPackage.eINSTANCE.getEClassifier(noun) instanceof EClass known && !known.isAbstract()
                && Entity.class.isAssignableFrom(known.getInstanceClass()));
        if (!unknown.isEmpty()) {
            String known = HostelryPackage.eINSTANCE.getEClassifiers().stream()
                    .filter(type -> type instanceof EClass noun && !noun.isAbstract()
                            && Entity.class.isAssignableFrom(noun.getInstanceClass()))
                    .map(type -> type.getName()).sorted().collect(Collectors.joining(", "));
            throw new Refusal(
                    Problem.badInput("nouns", "There is no noun " + String.join(", ", unknown) + ".", "Name some of " + known + "."));
        }
    }
}
