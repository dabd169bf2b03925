package hostelry.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.Hosts;
import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Reach;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomainType;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookFacts;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeNode;
import hostelry.testkit.FakeNodes;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HostsServiceTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Caller CALLER = new Caller("u", "admin@internal", "c");
    private final MemoryInventory inventory = new MemoryInventory();
    private final Estates estate = new Estates(inventory);
    private final FakeNodes nodes = new FakeNodes();
    private final List<String> revoked = new ArrayList<>();
    private final HostVerbs verbs = new HostVerbs(inventory, nodes, new Reach(inventory, nodes, Duration.ofMillis(20)), revoked::add);
    private final HostsService hosts = new HostsService(new InlineWork(), verbs, Keys.verbs(inventory, nodes),
            Keys.hooks(inventory, nodes), Keys.hardware(inventory));

    private static Host host(Consumer<Host> with) {
        Host host = HostelryFactory.eINSTANCE.createHost();
        host.setName("far");
        host.setAddress("far.lan");
        with.accept(host);
        return host;
    }

    private static String refusal(Runnable what) {
        return assertThrows(Refusal.class, what::run).getMessage();
    }

    private Host known(String id) {
        return inventory.find(Host.class, id).orElseThrow();
    }

    @Test
    void hooksAreAskedOfTheNodeAndToldToWhoSeesTheHost() {
        estate.host("h1", "box", host -> {});
        FakeNode node = nodes.add(new FakeNode("h1", "box"));
        node.hooks(List.of(new HookFacts("before_vm_start", "50_pincpu", "m", "s", "")));
        assertEquals(List.of(new Hosts.Hook("before_vm_start", "50_pincpu", "m", "s", "")), hosts.hooks(CALLER, "h1"));
        assertTrue(refusal(() -> hosts.hooks(CALLER, "h2")).contains("h2"), "a host that is not there, or not theirs");
        nodes.silence("h1");
        assertTrue(refusal(() -> hosts.hooks(CALLER, "h1")).contains("does not answer"));
    }

    @Test
    void addedUnderItsOwnId() {
        nodes.at("far.lan", 54321, new FakeNode("h9", "far"));
        Host added = hosts.add(CALLER, host(host -> host.setCluster("Default"))).await(SOON);

        assertEquals("h9", added.getId());
        assertEquals(54321, added.getPort());
        assertEquals(WellKnown.CLUSTER, added.getCluster());
        assertEquals(HostStatus.INITIALIZING, added.getStatus(), "engine.watch sees it come up");
    }

    @Test
    void whatSpeaksAgainstAdding() {
        estate.host("h1", "box", host -> host.setPort(54321));
        assertEquals("There is a host named box already. Take another name. Host box has this address already. Give another address.",
                refusal(() -> hosts.add(CALLER, host(
                        host -> {
                            host.setName("box");
                            host.setAddress("box");
                        }))));
        assertTrue(refusal(() -> hosts.add(CALLER, host(host -> host.setAddress("not an address"))))
                .contains("'not an address' can't be the address of a host."));
        assertTrue(refusal(() -> hosts.add(CALLER, host(host -> host.setPort(70000)))).startsWith("70000 is no port."));
        assertTrue(refusal(() -> hosts.add(CALLER, host(host -> host.setCluster("none")))).startsWith("There is no cluster none."));
    }

    @Test
    void oneThatDoesNotAnswer() {
        assertEquals("Host far could not be added: Nobody answers at far.lan:54321. Look at the host, then try again.",
                refusal(() -> hosts.add(CALLER, host(host -> {}))
                        .await(SOON)));
        assertTrue(inventory.all(Host.class).isEmpty());
    }

    @Test
    void theSameMachineTwice() {
        nodes.at("far.lan", 54321, new FakeNode("h9", "far"));
        nodes.at("alias.lan", 54321, new FakeNode("h9", "far"));
        hosts.add(CALLER, host(host -> {})).await(SOON);

        assertEquals("The machine at alias.lan is host far already. Give another address, or remove that host first.",
                refusal(() -> hosts.add(CALLER, host(host -> {
                    host.setName("other");
                    host.setAddress("alias.lan");
                })).await(SOON)));
        assertTrue(!nodes.calls().contains("forget h9"), "the host that is known stays connected");
    }

    @Test
    void addingGoesOnAfterACrash() {
        nodes.at("far.lan", 54321, new FakeNode("h9", "far"));
        AddHost verb = verbs.add(host(host -> {}));
        Host planned = Flat.get(verb.arguments(), "host.", HostelryFactory.eINSTANCE.createHost());
        new AddHost(inventory, nodes, planned).perform(new hostelry.testkit.FakeProgress());
        new AddHost(inventory, nodes, planned).perform(new hostelry.testkit.FakeProgress());
        verb.compensate();

        assertEquals(1, inventory.all(Host.class).size());
        assertEquals(List.of("connect far.lan:54321"), nodes.calls());
    }

    @Test
    void aNameTakenMeanwhileIsTakenBack() {
        nodes.at("far.lan", 54321, new FakeNode("h9", "far"));
        AddHost verb = verbs.add(host(host -> {}));
        estate.host("h1", "far", host -> {});

        assertThrows(Refusal.class, () -> verb.perform(new hostelry.testkit.FakeProgress()));
        verb.compensate();
        assertTrue(nodes.calls().contains("forget h9"));
    }

    @Test
    void maintenanceAndBack() {
        estate.host("h1", "box", host -> {});
        nodes.add(new FakeNode("h1", "box"));
        assertEquals(HostStatus.MAINTENANCE, hosts.deactivate(CALLER, "h1").await(SOON).getStatus());
        assertEquals("Host box can't be put into maintenance while it is in maintenance. There is nothing to do.",
                refusal(() -> hosts.deactivate(CALLER, "h1")));
        assertEquals(HostStatus.UP, hosts.activate(CALLER, "h1").await(SOON).getStatus());
        assertEquals("7.2.0", known("h1").getQemuVersion());
        assertEquals("Host box can't be activated while it is up. There is nothing to do.", refusal(() -> hosts.activate(CALLER, "h1")));
    }

    @Test
    void guestsAreNamed() {
        estate.host("h1", "box", host -> {});
        for (int i = 0; i < 7; i++) {
            estate.vm("v" + i, "web" + i, vm -> {
                vm.setStatus(VmStatus.UP);
                vm.setHost("h1");
            });
        }

        assertEquals(
                "Host box runs web0, web1, web2, web3, web4 and 2 more. Migrate them to another host, or shut them down.",
                refusal(() -> hosts.deactivate(
                        CALLER, "h1")));
    }

    @Test
    void oneThatIsSilentStaysInMaintenance() {
        estate.host("h1", "box", host -> host.setStatus(HostStatus.MAINTENANCE));

        assertTrue(refusal(() -> hosts.activate(CALLER, "h1").await(SOON)).startsWith("Host box does not answer."));
        assertEquals(HostStatus.MAINTENANCE, known("h1").getStatus());
    }

    @Test
    void refreshed() {
        estate.host("h1", "box", host -> {});
        FakeNode node = nodes.add(new FakeNode("h1", "box"));
        assertEquals("9.0.0", hosts.refresh(CALLER, "h1").await(SOON).getLibvirtVersion());
        node.fails("facts.host", new NodeFault(FaultCode.UNAVAILABLE, "libvirt is away"));

        assertTrue(refusal(() -> hosts.refresh(CALLER, "h1").await(SOON))
                .startsWith("Host box could not be asked for its facts: libvirt is away."));
    }

    @Test
    void removed() {
        estate.host("h1", "box", host -> {});
        estate.domain("sd1", "local-data", StorageDomainType.DATA, "h1", domain -> {});
        assertEquals(
                "Host box can't be removed while it is up. Put it into maintenance first. Host box has the storage domains local-data. Remove them first.",
                refusal(
                        () -> hosts.remove(CALLER, "h1")));
        inventory.change(draft -> {
            draft.edit(Host.class, "h1").setStatus(HostStatus.MAINTENANCE);
            draft.remove(hostelry.model.StorageDomain.class, "sd1");
            return null;
        });
        hosts.remove(CALLER, "h1").await(SOON);

        assertTrue(inventory.all(Host.class).isEmpty());
        assertEquals(List.of("forget h1"), nodes.calls());
        assertTrue(refusal(() -> hosts.remove(CALLER, "h1")).startsWith("There is no host h1."));
    }

    @Test
    void keptWhileAMachineSleepsThere() {
        estate.host("h1", "box", host -> host.setStatus(HostStatus.MAINTENANCE));
        estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.SUSPENDED);
            vm.setHost("h1");
        });
        assertTrue(refusal(() -> hosts.remove(CALLER, "h1")).contains("Host box keeps the memory of web1, suspended there."));
    }

    @Test
    void changed() {
        estate.host("h1", "box", host -> {
            host.setPort(54321);
            host.setStatus(HostStatus.MAINTENANCE);
        });
        Host values = host(host -> {
            host.setName("crate");
            host.setAddress("crate.lan");
            host.setStatus(HostStatus.UP);
        });
        Host changed = hosts.update(CALLER, "h1", new Patch<>(values, Set.of("name", "address", "status"))).await(SOON);

        assertEquals("crate", changed.getName());
        assertEquals(HostStatus.MAINTENANCE, changed.getStatus());
        assertEquals(List.of("keep h1"), nodes.calls());
    }

    @Test
    void anAddressInServiceStays() {
        estate.host("h1", "box", host -> host.setPort(54321));
        estate.host("h2", "desk", host -> host.setStatus(HostStatus.MAINTENANCE));
        Patch<Host> patch = new Patch<>(host(host -> {}), Set.of("address"));

        assertTrue(
                refusal(() -> hosts.update(CALLER, "h1", patch)).startsWith("Host box is in service: its address can't be changed now."));
        assertTrue(refusal(() -> hosts.update(CALLER, "h2", patch)).startsWith("Host desk is part of the engine's own process"));
    }

    @Test
    void everyVerbIsInTheCatalogueUnderItsName() {
        estate.host("h1", "box", host -> {});
        verbs.kinds().stream().filter(kind -> kind.plain("h1") != null)
                .forEach(kind -> assertEquals(kind.info().name(), kind.plain("h1").name()));
        assertEquals(6, verbs.kinds().size());
    }
}
