package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.HostelryFactory;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.NicInterface;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddNicTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachine() {
        stage.estate.vm("v1", "web1", vm -> {});
    }

    private AddNic add(Consumer<Nic> with) {
        Nic nic = HostelryFactory.eINSTANCE.createNic();
        with.accept(nic);
        return stage.verbs.addNic("v1", nic);
    }

    @Test
    void completed() throws Exception {
        Nic first = Stage.perform(add(nic -> nic.setVnicProfile(WellKnown.VNIC_PROFILE)));
        Nic second = Stage.perform(add(nic -> {}));

        assertEquals("nic1", first.getName());
        assertEquals("nic2", second.getName());
        assertTrue(first.getMac().startsWith("56:6f:"));
        assertTrue(first.isPlugged() && first.isLinked());
    }

    @Test
    void whatSpeaksAgainstIt() throws Exception {
        Stage.perform(add(nic -> nic.setMac("56:6f:00:00:00:01")));

        assertTrue(Stage.against(add(nic -> nic.setName("nic1"))).startsWith("VM web1 has a NIC named nic1 already."));
        assertTrue(Stage.against(add(nic -> nic.setMac("01:00:5e:00:00:01"))).contains("not a group address"));
        assertTrue(Stage.against(add(nic -> nic.setMac("nonsense"))).contains("can't be the address of a NIC"));
        assertTrue(Stage.against(add(nic -> nic.setMac("56:6F:00:00:00:01")))
                .startsWith("Two NICs of VM web1 have the address 56:6f:00:00:00:01."));
        assertTrue(Stage.against(add(nic -> nic.setVnicProfile("none"))).startsWith("There is no vNIC profile none."));
        assertTrue(Stage.against(stage.verbs.addNic("none", HostelryFactory.eINSTANCE.createNic())).startsWith("There is no VM none."));
    }

    @Test
    void theNetworkMustBeInTheClusterOfTheMachine() throws Exception {
        Nic nic = Stage.perform(add(card -> card.setVnicProfile(WellKnown.VNIC_PROFILE)));
        stage.inventory.change(draft -> {
            draft.remove(ClusterNetwork.class, ClusterNetworks.id(WellKnown.CLUSTER, WellKnown.NETWORK));
            return null;
        });

        String lacks = "Cluster Default does not have network ovirtmgmt. Assign the network to the cluster,";
        assertTrue(Stage.against(add(card -> card.setVnicProfile(WellKnown.VNIC_PROFILE))).startsWith(lacks));
        assertTrue(Stage.against(stage.verbs.start("v1")).startsWith(lacks), "why it can't start names the network");
        stage.inventory.change(draft -> {
            draft.edit(Nic.class, nic.getId()).setPlugged(false);
            return null;
        });
        assertEquals("", Stage.against(stage.verbs.start("v1")), "a card that is not plugged in needs no network");
    }

    @Test
    void aNetworkThatIsNotForMachines() {
        stage.inventory.change(draft -> {
            draft.edit(Network.class, WellKnown.NETWORK).getUsages().remove(NetworkUsage.VM);
            return null;
        });
        assertTrue(Stage.against(add(card -> card.setVnicProfile(WellKnown.VNIC_PROFILE))).startsWith("Network ovirtmgmt is not for VMs."));
    }

    @Test
    void aMachineGoesOnlyWhereItsNetworksAre() throws Exception {
        Stage.perform(add(card -> card.setVnicProfile(WellKnown.VNIC_PROFILE)));
        stage.inventory.change(draft -> {
            Cluster north = HostelryFactory.eINSTANCE.createCluster();
            north.setId("c2");
            north.setName("North");
            north.setDataCenter(WellKnown.DATA_CENTER);
            return draft.add(north);
        });
        Vm values = HostelryFactory.eINSTANCE.createVm();
        values.setCluster("c2");
        assertTrue(Stage.against(stage.verbs.update("v1", new Patch<>(values, Set.of("cluster"))))
                .contains("Cluster North does not have network ovirtmgmt."));
    }

    private void now(VmStatus status) {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(status);
            draft.edit(Vm.class, "v1").setHost("h1");
            return null;
        });
    }

    @Test
    void onlyWhileItIsUpOrDown() throws Exception {
        Nic nic = Stage.perform(add(card -> {}));
        now(VmStatus.PAUSED);

        assertTrue(Stage.against(add(card -> {})).contains("VM web1 is paused: NICs are added only while it is up or down."));
        assertTrue(Stage.against(stage.verbs.removeNic("v1", nic.getId())).contains("NICs are removed only while it is up or down."));
        assertThrows(Refusal.class, () -> Stage.perform(add(card -> {})));
    }

    private UpdateNic update(Nic nic, Consumer<Nic> with, String... features) {
        Nic values = HostelryFactory.eINSTANCE.createNic();
        with.accept(values);
        return stage.verbs.updateNic("v1", nic.getId(), new Patch<>(values, Set.of(features)));
    }

    @Test
    void aGuestThatRunsGetsItAtOnceAndLetsGoOfIt() throws Exception {
        now(VmStatus.UP);
        AddNic add = add(card -> {
            card.setMac("56:6f:00:00:00:09");
            card.setVnicProfile(WellKnown.VNIC_PROFILE);
        });
        assertEquals("", Stage.against(add));
        Nic nic = Stage.perform(add);
        Stage.perform(update(nic, card -> card.setLinked(false), "linked"));
        Stage.perform(update(nic, card -> {}, "vnicProfile"));
        Stage.perform(update(nic, card -> card.setPlugged(false), "plugged"));
        Stage.perform(update(nic, card -> card.setMac("56:6f:00:00:00:0a"), "mac"));
        Stage.perform(update(nic, card -> card.setPlugged(true), "plugged"));
        Stage.perform(stage.verbs.removeNic("v1", nic.getId()));
        assertEquals(List.of("domains.plugCard v1 56:6f:00:00:00:09 ovirtmgmt", "domains.changeCard v1 56:6f:00:00:00:09 ovirtmgmt down",
                "domains.changeCard v1 56:6f:00:00:00:09  down", "domains.unplugCard v1 56:6f:00:00:00:09",
                "domains.plugCard v1 56:6f:00:00:00:0a ", "domains.unplugCard v1 56:6f:00:00:00:0a"), stage.node.calls());
        assertTrue(stage.inventory.all(Nic.class).isEmpty());
    }

    @Test
    void whatAGuestHasIsNotMadeAnotherCard() throws Exception {
        Nic nic = Stage.perform(add(card -> card.setMac("56:6f:00:00:00:09")));
        now(VmStatus.UP);
        assertTrue(Stage.against(update(nic, card -> card.setMac("56:6f:00:00:00:0a"), "mac"))
                .startsWith(
                        "NIC nic1 of VM web1 is in a guest that runs: its address and its interface can't be changed there. Unplug it"));
        assertEquals("", Stage.against(update(nic, card -> card.setName("lan"), "name")));
    }

    @Test
    void modelAndGuestAgreeAfterAFailure() throws Exception {
        Nic first = Stage.perform(add(card -> {}));
        now(VmStatus.UP);
        stage.node.fails("domains.plugCard", new NodeFault(FaultCode.CONFLICT, "The guest has no free slot."));
        AddNic add = add(card -> {});
        assertThrows(Refusal.class, () -> Stage.perform(add));
        add.compensate();
        assertEquals(1, stage.inventory.all(Nic.class).size());
        stage.node.fails("domains.unplugCard", new NodeFault(FaultCode.CONFLICT, "The guest does not let go of the network card."));
        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.removeNic("v1", first.getId())));
        assertTrue(stage.inventory.find(Nic.class, first.getId()).orElseThrow().isPlugged());
    }

    @Test
    void changedAndRemoved() throws Exception {
        Nic nic = Stage.perform(add(card -> {}));
        Nic values = HostelryFactory.eINSTANCE.createNic();
        values.setName("lan");
        values.setInterface(NicInterface.E1000);
        values.setMac("56-6F-00-00-00-02");
        Nic changed = Stage
                .perform(stage.verbs.updateNic("v1", nic.getId(), new Patch<>(values, Set.of("name", "interface", "mac", "vm"))));

        assertEquals("lan", changed.getName());
        assertEquals(NicInterface.E1000, changed.getInterface());
        assertEquals("56:6f:00:00:00:02", changed.getMac());
        assertEquals("v1", changed.getVm());
        assertTrue(Stage.against(stage.verbs.updateNic("v2", nic.getId(), new Patch<>(values, Set.of("name"))))
                .startsWith("There is no VM v2."));
        Stage.perform(stage.verbs.removeNic("v1", nic.getId()));
        assertTrue(stage.inventory.all(Nic.class).isEmpty());
        assertTrue(Stage.against(stage.verbs.removeNic("v1", nic.getId())).startsWith("There is no NIC of VM web1"));
    }

    @Test
    void anAddressComesFromThePoolOfTheClusterAndGoesBackThere() throws Exception {
        stage.inventory.change(draft -> {
            MacPool pool = draft.edit(MacPool.class, WellKnown.MAC_POOL);
            pool.getRanges().clear();
            pool.getRanges().addAll(List.of("02:00:00:00:00:01-02:00:00:00:00:01", "06:00:00:00:00:01-06:00:00:00:00:01"));
            return pool;
        });
        Nic first = Stage.perform(add(nic -> {}));
        Nic second = Stage.perform(add(nic -> {}));

        assertEquals(Set.of("02:00:00:00:00:01", "06:00:00:00:00:01"), Set.of(first.getMac(), second.getMac()));
        assertEquals("MAC pool Default has no address left. Add a range to the pool, or give the NIC an address.",
                Stage.against(add(nic -> {})));
        Stage.perform(stage.verbs.removeNic("v1", first.getId()));
        assertEquals(first.getMac(), Stage.perform(add(nic -> {})).getMac());
    }

    @Test
    void equalAddressesWhereThePoolAllowsThem() throws Exception {
        stage.estate.vm("v2", "web2", vm -> {});
        Stage.perform(add(nic -> nic.setMac("56:6f:00:00:00:01")));
        Nic twin = HostelryFactory.eINSTANCE.createNic();
        twin.setMac("56:6f:00:00:00:01");

        assertTrue(
                Stage.against(stage.verbs.addNic("v2", twin)).startsWith("The address 56:6f:00:00:00:01 belongs to NIC nic1 of VM web1."));
        stage.inventory.change(draft -> {
            draft.edit(MacPool.class, WellKnown.MAC_POOL).setAllowDuplicates(true);
            return null;
        });
        assertEquals("", Stage.against(stage.verbs.addNic("v2", twin)));
        assertTrue(Stage.against(add(nic -> nic.setMac("56:6f:00:00:00:01"))).startsWith("Two NICs of VM web1"));
    }

    @Test
    void aNodeThatDiesInTheMiddleIsAskedOnceMore() throws Exception {
        String nic = Stage.perform(add(card -> card.setMac("56:6f:00:00:00:09"))).getId();
        now(VmStatus.UP);
        stage.node.failsOnce("domains.unplugCard", new NodeFault(FaultCode.UNAVAILABLE, "no answer"));
        Stage.perform(stage.verbs.removeNic("v1", nic));
        assertEquals(List.of("domains.unplugCard v1 56:6f:00:00:00:09", "domains.unplugCard v1 56:6f:00:00:00:09"), stage.node.calls());
        assertTrue(stage.inventory.find(Nic.class, nic).isEmpty(), "only the node knew whether it was gone");
    }
}
