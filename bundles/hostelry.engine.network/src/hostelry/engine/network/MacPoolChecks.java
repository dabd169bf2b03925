package hostelry.engine.network;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.View;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.model.Cluster;
import hostelry.model.MacPool;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.data.MacRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pure questions about MAC pools, each answered with every reason against. */
final class MacPoolChecks {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");
    private static final int SHOWN = 60;
    private final View view;
    private final Problems problems;

    MacPoolChecks(View view, Problems problems) {
        this.view = view;
        this.problems = problems;
    }

    /** Checks once more inside a change, where nothing moves any more. */
    static void again(Inventory.Draft draft, Consumer<MacPoolChecks> questions) {
        Problems problems = new Problems();
        questions.accept(new MacPoolChecks(draft, problems));
        if (!problems.none()) {
            throw new Refusal(problems.verdict().problems());
        }
    }

    Optional<MacPool> pool(String id) {
        Optional<MacPool> pool = view.find(MacPool.class, id);
        problems.require(pool.isPresent(), () -> Problem.notFound("MAC pool", id));
        return pool;
    }

    /** The pool as it is to be. @param except id of the pool itself, for a change */
    void fits(MacPool pool, @Nullable String except) {
        name(pool.getName(), except);
        List<MacRange> ranges = ranges(pool);
        for (MacPool other : view.all(MacPool.class)) {
            if (!other.getId().equals(except) && !(pool.isAllowDuplicates() && other.isAllowDuplicates())) {
                ranges.stream().filter(range -> known(other).stream().anyMatch(range::overlaps)).forEach(range -> problems.add(
                        new Problem(Problem.Kind.CONFLICT, "The range " + range + " overlaps with MAC pool " + other.getName() + ".",
                                "Take other addresses, or let both pools allow duplicates.", "ranges")));
            }
        }
    }

    private void name(@Nullable String name, @Nullable String except) {
        if (name == null || !NAME.matcher(name).matches()) {
            problems.add(Problem.badInput("name",
                    name == null || name.isEmpty() ? "A MAC pool needs a name." : "This can't be the name of a MAC pool.",
                    "Take 1 to 40 letters, digits, spaces, dots, underscores or hyphens."));
            return;
        }
        problems.require(view.all(MacPool.class).stream().noneMatch(other -> name.equals(other.getName()) && !other.getId().equals(except)),
                () -> new Problem(Problem.Kind.CONFLICT, "There is a MAC pool named " + name + " already.", "Take another name.", "name"));
    }

    private List<MacRange> ranges(MacPool pool) {
        List<MacRange> ranges = new ArrayList<>();
        problems.require(!pool.getRanges().isEmpty(),
                () -> Problem.badInput("ranges", "A MAC pool needs a range of addresses.", "Give the first and the last of them."));
        for (String text : pool.getRanges()) {
            Optional<MacRange> parsed = MacRange.parse(text);
            if (parsed.isEmpty()) {
                problems.add(Problem.badInput("ranges", "'" + shown(text) + "' is no range of addresses.",
                        "Write the first and the last, such as 56:6f:00:00:00:00-56:6f:00:00:ff:ff."));
                continue;
            }
            MacRange range = parsed.get();
            problems.require(!range.hasGroups(), () -> Problem.badInput("ranges",
                    "The range " + range + " has addresses of groups in it, which no NIC may have.",
                    "Keep to one first byte, and an even one."));
            ranges.stream().filter(range::overlaps).forEach(other -> problems.add(
                    Problem.badInput("ranges", "The ranges " + other + " and " + range + " overlap.", "Make one range of them.")));
            ranges.add(range);
        }
        return ranges;
    }

    private static List<MacRange> known(MacPool pool) {
        return pool.getRanges().stream().flatMap(text -> MacRange.parse(text).stream()).toList();
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** Where the pool forbids duplicates from now on: there must be none among the NICs of its clusters. */
    void noDuplicates(MacPool pool) {
        Set<String> clusters = new HashSet<>(clusters(pool.getId()).stream().map(Cluster::getId).toList());
        Map<String, String> owners = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Nic nic : view.all(Nic.class)) {
            if (nic.getVm() == null) {
                continue; // a card of a template has no address
            }
            Optional<Vm> vm = view.find(Vm.class, nic.getVm()).filter(found -> clusters.contains(found.getCluster()));
            if (vm.isPresent() && nic.getMac() != null && owners.put(nic.getMac(), vm.get().getName()) != null) {
                twice.add(nic.getMac());
            }
        }
        problems.require(twice.isEmpty(), () -> Problem.conflict(pool.getId(),
                "NICs have equal addresses already: " + NetworkChecks.some(twice.stream().sorted().toList()) + ".",
                "Give them different addresses first."));
    }

    void notDefault(MacPool pool) {
        problems.require(!WellKnown.MAC_POOL.equals(pool.getId()),
                () -> Problem.conflict(pool.getId(), "The default MAC pool can't be removed.", "New clusters take it; it can be changed."));
    }

    void unused(MacPool pool) {
        List<String> users = clusters(pool.getId()).stream().map(Cluster::getName).sorted().toList();
        problems.require(users.isEmpty(), () -> Problem.conflict(pool.getId(),
                "MAC pool " + pool.getName() + " is used by " + NetworkChecks.some(users) + ".",
                "Give these clusters another pool first."));
    }

    private List<Cluster> clusters(String pool) {
        return view.all(Cluster.class).stream().filter(cluster -> Objects.equals(pool, cluster.getMacPool())).toList();
    }
}
