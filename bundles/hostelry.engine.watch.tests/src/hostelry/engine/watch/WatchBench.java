package hostelry.engine.watch;

import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainState;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeNodes;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A watch over an estate in memory, with time that is turned by hand and a host h1 whose words the tests put into its mouth. */
abstract class WatchBench {
    static final HostFacts FACTS = new HostFacts("h1", "box", "Debian", "12", "6.1", "x86_64", "EPYC", 2000, 1, 4, 2, 8L << 30,
            "9.0.0", "7.2.0", "qemu",
            "There is no /dev/kvm.", 1_000, List.of("ovirtmgmt"));
    final MemoryInventory inventory = new MemoryInventory();
    final Estates estate = new Estates(inventory);
    final FakeNodes nodes = new FakeNodes();
    final InlineWork work = new InlineWork();
    final Hand hand = new Hand();
    WatchService watch;

    void start() {
        watch = new WatchService(inventory, nodes, work, Grace.USUAL, hand, hand, () -> {});
    }

    @AfterEach
    void stop() throws Exception {
        if (watch != null) {
            watch.close();
        }
    }

    static DomainState state(String id, String state, String reason) {
        return new DomainState(id, "name-" + id, state, reason, 0, List.of("spice"), 3L << 30, 4);
    }

    static Report report(boolean full, List<DomainState> states, List<String> gone) {
        return new Report(1, 0, full, full ? FACTS : null, null, states, gone, List.of(), List.of(), List.of());
    }

    void full(DomainState... states) {
        watch.reported("h1", report(true, List.of(states), List.of()));
    }

    void says(DomainState... states) {
        watch.reported("h1", report(false, List.of(states), List.of()));
    }

    void heartbeat() {
        says();
    }

    void gone(String id) {
        watch.reported("h1", report(false, List.of(), List.of(id)));
    }

    Vm vm(String id) {
        return inventory.find(Vm.class, id).orElseThrow();
    }

    Host host() {
        return inventory.find(Host.class, "h1").orElseThrow();
    }

    void vm(String id, VmStatus status) {
        estate.vm(id, id, vm -> {
            vm.setStatus(status);
            vm.setHost(status == VmStatus.DOWN ? null : "h1");
        });
    }
}
