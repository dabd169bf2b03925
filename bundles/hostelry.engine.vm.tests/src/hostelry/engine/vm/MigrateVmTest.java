package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.api.Vms.MigrationWish;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.HostStatus;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.Virtualization;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.NodeFault;
import hostelry.testkit.FakeNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrateVmTest {
    private final Stage stage = new Stage();
    private final FakeNode other = stage.nodes.add(new FakeNode("h2", "abacus"));

    @BeforeEach
    void aMachineThatRunsAndTwoHosts() {
        stage.estate.host("h2", "abacus", host -> {});
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });
    }

    private static MigrationWish to(String host) {
        return new MigrationWish(host, MigrationWish.MINIMAL_DOWNTIME, 0, true);
    }

    private Verdict verdict(MigrationWish wish) {
        Problems problems = new Problems();
        stage.verbs.migrate("v1", wish).check(problems);
        return problems.verdict();
    }

    @Test
    void itRunsThereAfterwards() throws Exception {
        stage.node.migration().answers("running", "running", "arrived");
        Vm moved = Stage.perform(stage.verbs.migrate("v1", to("h2")));

        assertEquals("up h2", moved.getStatus() + " " + moved.getHost());
        assertEquals(List.of("migration.receive v1", "migration.received v1"), other.calls());
        assertEquals(List.of("migration.send v1", "migration.send v1", "migration.send v1"), stage.node.calls());
        MigrationOrder order = stage.node.migration().order();
        assertEquals("h2 abacus true minimal-downtime", order.host + " " + order.address + " " + order.encrypted + " " + order.policy);
    }

    @Test
    void whereNobodySaysTheHostWithMostRoomIsTaken() throws Exception {
        stage.nodes.add(new FakeNode("h3", "barn"));
        stage.estate.host("h3", "barn", host -> host.setMemory(16L << 30));
        assertEquals("h3", Stage.perform(stage.verbs.migrate("v1", MigrationWish.usual())).getHost());
    }

    @Test
    void ofEachHostItIsSaidWhatSpeaksAgainstIt() {
        stage.estate.host("h3", "cellar", host -> host.setStatus(HostStatus.MAINTENANCE));
        stage.estate.host("h4", "den", host -> host.setMemory(1L << 20));
        stage.estate.host("h5", "elsewhere", host -> host.setVirtualization(Virtualization.SIMULATED));
        Verdict verdict = verdict(to("h2"));

        assertEquals(List.of(), verdict.problems());
        assertEquals(List.of(), verdict.hosts().get("abacus"));
        assertEquals("VM web1 runs there.", verdict.hosts().get("box").getFirst().text());
        assertTrue(verdict.hosts().get("cellar").getFirst().text().contains("maintenance"));
        assertTrue(verdict.hosts().get("den").getFirst().text().contains("memory"));
        assertTrue(verdict.hosts().get("elsewhere").getFirst().text().contains("can't change between them"));
        assertTrue(verdict(to("h4")).problems().getFirst().text().contains("memory"));
    }

    @Test
    void aPinnedMachineADownOneAndAStrangePolicyAreRefused() {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setPlacement("pinned");
            return null;
        });
        assertEquals("VM web1 is pinned to its host. Change its placement first.", Stage.against(stage.verbs.migrate("v1", to("h2"))));
        stage.estate.vm("v2", "web2", vm -> {});
        assertTrue(Stage.against(stage.verbs.migrate("v2", to("h2"))).contains("can't be migrated"),
                Stage.against(stage.verbs.migrate("v2", to("h2"))));
        assertTrue(Stage.against(stage.verbs.migrate("v1", new MigrationWish("h2", "fast", -1, true)))
                .contains("There is no migration policy fast."));
    }

    @Test
    void disksThatOnlyTheOldHostReachesComeAlong() throws Exception {
        stage.estate.domain("sd2", "abacus-data", StorageDomainType.DATA, "h2", domain -> {});
        stage.estate.disk("d1", "web1_Disk1", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
        stage.node.migration().answers("running", "arrived");
        Stage.perform(stage.verbs.migrate("v1", to("h2")));

        assertEquals("sd2", stage.inventory.find(Disk.class, "d1").orElseThrow().getStorageDomain());
        MigrationOrder order = stage.node.migration().order();
        assertEquals("sd1 d1", order.moved.getFirst().storage + " " + order.moved.getFirst().disk);
        assertEquals("sd2 d1", order.landing.images.getFirst().storage + " " + order.landing.images.getFirst().disk);
    }

    @Test
    void withoutRoomForItsDisksTheHostIsRefused() {
        stage.estate.disk("d1", "web1_Disk1", "sd1", disk -> disk.setActualSize(50L << 30));
        stage.estate.attachment("v1", "d1", true);
        assertTrue(Stage.against(stage.verbs.migrate("v1", to("h2"))).contains("no active storage domain of its own"));
        stage.estate.domain("sd2", "abacus-data", StorageDomainType.DATA, "h2", domain -> domain.setAvailable(1L << 30));
        assertTrue(Stage.against(stage.verbs.migrate("v1", to("h2"))).contains("Make room there."));
    }

    @Test
    void aDiscOfTheOldHostIsToBeTakenOut() {
        stage.estate.iso("i1", "debian.iso", "iso1");
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setCdrom("i1");
            return null;
        });
        assertTrue(Stage.against(stage.verbs.migrate("v1", to("h2"))).contains("Take the disc out of its drive."));
    }

    @Test
    void itStaysWhereTheSourceSaysThatItFailed() {
        stage.node.migration().answers("running", "failed: the network is gone");
        other.migration().nobody();
        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.migrate("v1", to("h2"))));
        assertEquals("VM web1 stays on host box: the network is gone.", refusal.problems().getFirst().text());
        assertEquals("up h1", stage.vm("v1").getStatus() + " " + stage.vm("v1").getHost());
    }

    @Test
    void aMachineThatEndsOnItsWayIsDown() {
        other.fails("migration.received", new NodeFault(FaultCode.NOT_FOUND, "The guest is not here."));
        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.migrate("v1", to("h2"))));
        assertTrue(refusal.problems().getFirst().text().contains("ended while it was migrated"));
        assertEquals(VmStatus.DOWN, stage.vm("v1").getStatus());
    }

    @Test
    void aDestinationThatRefusesLeavesItUp() {
        other.fails("migration.receive", new NodeFault(FaultCode.CONFLICT, "This host's libvirt takes no guests from others."));
        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.migrate("v1", to("h2"))));
        assertTrue(refusal.problems().getFirst().text().contains("takes no guests from others"));
        assertEquals("up h1", stage.vm("v1").getStatus() + " " + stage.vm("v1").getHost());
    }

    @Test
    void aPausedOneIsPausedThere() throws Exception {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.PAUSED);
            return null;
        });
        Vm moved = Stage.perform(stage.verbs.migrate("v1", to("h2")));
        assertEquals("paused h2", moved.getStatus() + " " + moved.getHost());
    }

    private Verb<Vm> anew() {
        return stage.verbs.migrateAnew(stage.verbs.migrate("v1", to("h2")).arguments());
    }

    private void migrating() {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.MIGRATING);
            return null;
        });
    }

    private void withADisk() {
        stage.estate.domain("sd2", "abacus-data", StorageDomainType.DATA, "h2", domain -> {});
        stage.estate.disk("d1", "web1_Disk1", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
    }

    private String where() {
        return stage.vm("v1").getStatus() + " " + stage.vm("v1").getHost() + " "
                + stage.inventory.find(Disk.class, "d1").orElseThrow().getStorageDomain();
    }

    @Test
    void performedAnewAfterACrashItIsSentIfItWasNot() throws Exception {
        withADisk();
        Verb<Vm> anew = anew();
        migrating();
        Stage.perform(anew);
        assertEquals("up h2 sd2", where());
        assertEquals(List.of("migration.look v1", "migration.send v1"), stage.node.calls());
        stage.node.forgetCalls();
        Stage.perform(anew);
        assertEquals("up h2 sd2", where());
        assertEquals(List.of(), stage.node.calls(), "it is there already, and all is written down");
        assertTrue(stage.images.calls().contains("delete d1 sd1"), stage.images.calls().toString());
    }

    @Test
    void whatArrivedWhileTheEngineWasDeadIsThereWithItsDisks() throws Exception {
        withADisk();
        Verb<Vm> anew = anew();
        migrating();
        // its domain has not been heard yet: where the disk went stands in the journal
        stage.inventory.change(draft -> {
            draft.edit(StorageDomain.class, "sd2").setStatus(StorageDomainStatus.UNKNOWN);
            return null;
        });
        stage.node.migration().answers("arrived");
        other.migration().arrived();
        Stage.perform(anew);
        assertEquals("up h2 sd2", where());
        assertEquals(List.of("migration.look v1"), stage.node.calls(), "there is nothing left to send");
    }

    @Test
    void oneThatWasSeenPoweringDownAfterACrashIsStillOnItsWay() throws Exception {
        withADisk();
        Verb<Vm> anew = anew();
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.POWERING_DOWN);
            return null;
        });
        stage.node.migration().answers("arrived");
        other.migration().arrived();
        Stage.perform(anew);
        assertEquals("up h2 sd2", where());
        assertEquals(List.of("migration.look v1"), stage.node.calls());
    }

    @Test
    void aSourceThatSaysItFailedIsNotBelievedWhereTheGuestIsThere() throws Exception {
        withADisk();
        stage.node.migration().answers("running", "failed: the connection was lost");
        Stage.perform(stage.verbs.migrate("v1", to("h2")));
        assertEquals("up h2 sd2", where());
    }

    @Test
    void whatEndedAtItsGoalHasItsDisksThere() {
        withADisk();
        stage.node.migration().answers("running", "arrived");
        other.migration().nobody();
        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.migrate("v1", to("h2"))));
        assertEquals("down null sd2", where());
    }

    @Test
    void whileADestinationThatHasItIsSilentItsStateIsUnknownAndTheOldImageStays() throws Exception {
        withADisk();
        stage.node.migration().answers("running", "arrived");
        other.fails("migration.received", new NodeFault(FaultCode.UNAVAILABLE, "No answer."));
        Stage.perform(stage.verbs.migrate("v1", to("h2")));
        assertEquals("unknown h2 sd2", where());
        assertEquals(List.of("create d1 sd2"), stage.images.calls());
    }

    @Test
    void takenBackAfterACrashOnlyTheImageStaysThatCounts() throws Exception {
        withADisk();
        anew().compensate();
        assertEquals(List.of("delete d1 sd2"), stage.images.calls());
        assertEquals("up h1 sd1", where());
    }

    @Test
    void theWayStandsInTheJournal() {
        withADisk();
        Map<String, String> journal = stage.verbs.migrate("v1", to("h2")).arguments();
        assertEquals("h1", journal.get("from"));
        assertEquals("d1/sd1/sd2", journal.get("disks"));
        assertEquals(journal, stage.verbs.migrateAnew(journal).arguments());
    }

    @Test
    void cancelledItStays() {
        stage.node.migration().answers("running", "cancelled");
        other.migration().nobody();
        assertThrows(CancellationException.class, () -> Stage.perform(stage.verbs.migrate("v1", to("h2"))));
        assertEquals("up h1", stage.vm("v1").getStatus() + " " + stage.vm("v1").getHost());
    }

    @Test
    void brokenOffItsStateIsUnknownUntilAHostTells() throws Exception {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.MIGRATING);
            return null;
        });
        stage.verbs.migrate("v1", to("h2")).compensate();
        assertEquals(VmStatus.UNKNOWN, stage.vm("v1").getStatus());
        assertEquals(List.of("migration.cancel v1"), stage.node.calls());
    }
}
