package hostelry.node.libvirt.facts;

import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Meanwhile;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.Note;
import hostelry.node.api.Report.StorageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known now, and those who want to know of changes: a new one gets all of it and then each change, without a gap and in order. */
final class Board {
    private final Map<String, DomainState> domains = new TreeMap<>();
    private final Map<String, GuestFacts> guests = new TreeMap<>();
    private final List<Watch> watches = new ArrayList<>();
    private final UntoldFile untold;
    private List<StorageFacts> storages = List.of();
    private @Nullable HostFacts host;
    private @Nullable String down = "The node has not reached libvirt yet.";

    /** @param untold what happened while nobody listened */
    Board(UntoldFile untold) {
        this.untold = untold;
    }

    synchronized AutoCloseable watch(Consumer<Report> reports, Consumer<String> ended) throws NodeFault {
        if (down != null) {
            throw new NodeFault(FaultCode.UNAVAILABLE, down);
        }
        long last = untold.untold().last();
        Watch watch = new Watch(reports, ended, this::leave, () -> told(last));
        watch.send(new News(true, host, null, List.copyOf(domains.values()), List.of(), List.of(), List.copyOf(guests.values()), storages,
                untold.untold().notes()));
        watches.add(watch);
        watch.start();
        return watch;
    }

    /** Not before a while has passed: one who broke off at once is told again. */
    private synchronized void told(long last) {
        untold.forget(last);
    }

    private synchronized void leave(Watch watch) {
        watches.remove(watch);
    }

    /** libvirt is there, and this is all there is. */
    synchronized void up(HostFacts facts, List<DomainState> all, List<StorageFacts> space) {
        host = facts;
        domains.clear();
        all.forEach(state -> domains.put(state.id(), state));
        guests.keySet().retainAll(domains.keySet());
        storages = space;
        down = null;
    }

    synchronized void down(String reason) {
        down = reason;
        watches.forEach(watch -> watch.end(reason));
        watches.clear();
    }

    synchronized @Nullable String down() {
        return down;
    }

    synchronized void host(HostFacts facts) {
        if (!facts.equals(host)) {
            host = facts;
            tell(News.host(facts));
        }
    }

    synchronized @Nullable DomainState domain(String id) {
        return domains.get(id);
    }

    synchronized List<String> ids() {
        return List.copyOf(domains.keySet());
    }

    /** Keeps and tells what of it is new. */
    synchronized void domains(List<DomainState> seen, List<String> gone) {
        boolean nobody = watches.isEmpty() && untold.heard();
        List<DomainState> changed = new ArrayList<>();
        for (DomainState state : seen) {
            DomainState before = domains.put(state.id(), state);
            if (!state.equals(before)) {
                changed.add(state);
            }
            if (nobody && (before == null || !(before.state() + before.reason()).equals(state.state() + state.reason()))) {
                untold.add(Meanwhile.changed(System.currentTimeMillis(), state));
            }
        }
        List<String> really = new ArrayList<>();
        for (String id : gone) {
            DomainState was = domains.remove(id);
            if (was != null) {
                really.add(id);
                guests.remove(id);
                if (nobody) {
                    untold.add(Meanwhile.gone(System.currentTimeMillis(), id, was.name()));
                }
            }
        }
        if (!changed.isEmpty() || !really.isEmpty()) {
            tell(News.domains(changed, really));
        }
    }

    synchronized void guest(GuestFacts facts) {
        if (!domains.containsKey(facts.id())) {
            return;
        }
        // one that never answered is not worth a word
        GuestFacts before = guests.getOrDefault(facts.id(), AgentWords.silent(facts.id()));
        if (!Objects.equals(before, facts)) {
            guests.put(facts.id(), facts);
            tell(News.guest(facts));
        }
    }

    /** What a new watch is told first. */
    synchronized void storages(List<StorageFacts> space) {
        storages = space;
    }

    /** Kept where nobody listens, the newest of them. */
    synchronized void note(Note note) {
        if (!watches.isEmpty()) {
            tell(News.notes(List.of(note)));
            return;
        }
        untold.add(note);
    }

    synchronized void batch(News news) {
        if (!news.storages().isEmpty()) {
            storages = news.storages();
        }
        tell(news);
    }

    private void tell(News news) {
        // a copy: a watch that is too slow leaves the list
        List.copyOf(watches).forEach(watch -> watch.send(news));
    }
}
