package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.DiskImages;
import hostelry.model.Disk;
import hostelry.node.api.CopyFacts;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Images that are names in a set; everything is placed on domain {@code sd1}. */
final class FakeImages implements DiskImages {
    final Set<String> made = new LinkedHashSet<>();
    final List<Set<String>> hosts = new ArrayList<>();
    Problem problem;
    NodeFault fault;
    /** How many images can be made before the fault. */
    int good;
    Runnable onCreate = () -> {};
    Runnable onCopy = () -> {};
    int steps = 2;
    final Map<String, Integer> copying = new HashMap<>();
    final Map<String, String> sources = new HashMap<>();
    private final List<String> calls = new ArrayList<>();

    /** What was made and deleted, with the domain of each. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Disk plan(Disk wanted, String alias, Set<String> reaching) {
        hosts.add(reaching);
        Disk disk = EcoreUtil.copy(wanted);
        disk.setId(UUID.randomUUID().toString());
        disk.setAlias(disk.getAlias() == null ? alias : disk.getAlias());
        disk.setName(disk.getAlias());
        disk.setStorageDomain("sd1");
        return disk;
    }

    @Override
    public List<Problem> check(Disk planned) {
        return problem == null ? List.of() : List.of(problem);
    }

    @Override
    public List<Problem> checkCopies(List<Copy> copies) {
        return problem == null || copies.isEmpty() ? List.of() : List.of(problem);
    }

    /** A copy takes as many questions as {@link #steps} says. */
    @Override
    public CopyFacts copy(String key, Copy copy) throws NodeFault {
        String id = copy.planned().getId();
        if (fault != null && made.size() >= good) {
            throw fault;
        }
        int asked = copying.merge(id, 1, Integer::sum);
        sources.put(id, copy.source().getId());
        onCopy.run();
        CopyFacts facts = new CopyFacts();
        facts.total = 1000;
        facts.done = asked > steps ? 1000 : 1000L * asked / (steps + 1);
        facts.finished = asked > steps;
        if (facts.finished) {
            made.add(id);
        }
        return facts;
    }

    @Override
    public String host(Disk disk) {
        return "h1";
    }

    @Override
    public void create(String key, Disk planned) throws NodeFault {
        if (fault != null && made.size() >= good) {
            throw fault;
        }
        calls.add("create " + planned.getId() + " " + planned.getStorageDomain());
        made.add(planned.getId());
        onCreate.run();
    }

    @Override
    public void delete(String key, Disk disk) throws NodeFault {
        if (fault != null && made.isEmpty()) {
            throw fault;
        }
        calls.add("delete " + disk.getId() + " " + disk.getStorageDomain());
        made.remove(disk.getId());
        copying.remove(disk.getId());
    }
}
