package hostelry.engine.watch;

import hostelry.engine.spi.Inventory;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the estate holds about one host, read from a draft: what is compared is what is then changed. */
record Known(Inventory.Draft draft, String hostId, Predicate<String> busy) {
    Optional<Host> host() {
        return draft.find(Host.class, hostId);
    }

    Optional<Vm> vm(String id) {
        return draft.find(Vm.class, id);
    }

    /** Looks through all machines: asked for a full report alone. */
    List<Vm> guests() {
        return draft.all(Vm.class).stream().filter(vm -> hostId.equals(vm.getHost())).toList();
    }

    /** Names of all machines, to be added to; looks through all of them, so ask once. */
    Set<String> names() {
        return draft.all(Vm.class).stream().map(Vm::getName).collect(Collectors.toCollection(HashSet::new));
    }

    Optional<StorageDomain> domain(String id) {
        return draft.find(StorageDomain.class, id);
    }
}
