package hostelry.engine.watch;

import hostelry.node.api.HostFacts;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.StorageFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All that one host has told so far. Whoever watches the host holds its lock; {@link #holds} alone needs none. */
final class Seen {
    /** Verbs ask in the middle of a change of the estate, for which a report may be waiting that holds the lock: so they read without it. */
    private final Map<String, Sighting> guests = new ConcurrentHashMap<>();
    /** What guest agents said last; kept, because it may come before the guest is known. */
    private final Map<String, GuestFacts> said = new HashMap<>();
    private final Map<String, StorageFacts> storages = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private Set<String> unsettled = new HashSet<>();
    private @Nullable HostFacts facts;
    private boolean full;

    /** A guest's state, and when the engine heard of it by the engine's clock; {@code first}: when it heard of this guest at all. */
    record Sighting(DomainState state, Instant at, Instant first) {}

    /** Takes in a report; what it changed is {@link #toCompare} until {@link #compared}. */
    void merge(Report report, Instant now) {
        if (report.full()) {
            Set<String> there = new HashSet<>();
            report.domains().forEach(state -> there.add(state.id()));
            touched.addAll(guests.keySet());
            guests.keySet().retainAll(there);
            said.keySet().retainAll(there);
            storages.clear();
            full = true;
        }
        if (report.host() != null) {
            facts = report.host();
        }
        for (DomainState state : report.domains()) {
            Sighting before = guests.get(state.id());
            guests.put(state.id(), new Sighting(state, now, before == null ? now : before.first()));
            touched.add(state.id());
        }
        for (String gone : report.gone()) {
            guests.remove(gone);
            said.remove(gone);
            touched.add(gone);
        }
        for (GuestFacts guest : report.guests()) {
            said.put(guest.id(), guest);
            touched.add(guest.id());
        }
        report.storages().forEach(storage -> storages.put(storage.id(), storage));
    }

    /** Guests to look at now: those that changed, and those that could not be settled before. */
    Set<String> toCompare() {
        Set<String> all = new HashSet<>(touched);
        all.addAll(unsettled);
        return all;
    }

    /** {@code still}: guests that have to be looked at again with the next report, even if it says nothing of them. */
    void compared(Set<String> still) {
        touched.clear();
        full = false;
        unsettled = new HashSet<>(still);
    }

    boolean somethingToCompare() {
        return full || !touched.isEmpty() || !unsettled.isEmpty();
    }

    /** Since the last comparison everything was told, and what is not there is gone. */
    boolean full() {
        return full;
    }

    Optional<HostFacts> facts() {
        return Optional.ofNullable(facts);
    }

    Optional<Sighting> guest(String id) {
        return Optional.ofNullable(guests.get(id));
    }

    boolean agent(String id) {
        return said(id).filter(GuestFacts::agent).isPresent();
    }

    Optional<GuestFacts> said(String id) {
        return Optional.ofNullable(said.get(id));
    }

    Map<String, StorageFacts> storages() {
        return storages;
    }

    boolean holds(String id) {
        return guests.containsKey(id);
    }

    int total() {
        return guests.size();
    }

    int active() {
        return (int) guests.values().stream().filter(sighting -> !List.of("off", "crashed").contains(sighting.state().state())).count();
    }
}
