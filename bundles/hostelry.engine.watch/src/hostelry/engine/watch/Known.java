package hostelry.engine.watch;

import hostelry.engine.spi.Inventory;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    boolean vmNamed(String name) {
        return draft.all(Vm.class).stream().anyMatch(vm -> name.equals(vm.getName()));
    }

    Optional<StorageDomain> domain(String id) {
        return draft.find(StorageDomain.class, id);
    }
}
