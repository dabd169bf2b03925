package hostelry.client.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Catalogue;
import hostelry.api.Estate;
import hostelry.api.ImageTransfers;
import hostelry.api.Jobs;
import hostelry.api.Patch;
import hostelry.api.Problem.Kind;
import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.api.Storage;
import hostelry.api.Tags;
import hostelry.api.Vms;
import hostelry.api.Vms.ConsoleTicket;
import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.client.EngineConnection;
import hostelry.model.Bookmark;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.DiskInterface;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.ImageTransfer;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Nic;
import hostelry.model.Tag;
import hostelry.model.TransferDirection;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.VnicProfile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a connection to an engine promises, whichever way it goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConnectionContract {
    private static final Duration PATIENCE = House.PATIENCE;
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;

    private EngineConnection connection;

    abstract EngineConnection open() throws Exception;

    @BeforeAll
    void connect() throws Exception {
        House.local(); // the engine is whole
        connection = open();
    }

    @AfterAll
    void disconnect() throws Exception {
        if (connection instanceof AutoCloseable some) {
            some.close();
        }
    }

    private Caller caller() {
        return connection.caller();
    }

    private Estate estate() {
        return connection.service(Estate.class);
    }

    private Vms vms() {
        return connection.service(Vms.class);
    }

    private ImageTransfers transfers() {
        return connection.service(ImageTransfers.class);
    }

    private String name(String what) {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + "-" + what;
    }

    private Vm add(String name, NewDisk... disks) {
        Vm vm = MODEL.createVm();
        vm.setName(name(name));
        vm.setMemory(256L << 20);
        Nic nic = MODEL.createNic();
        nic.setName("nic1");
        nic.setVnicProfile(estate().list(caller(), VnicProfile.class).getFirst().getId());
        return vms().add(caller(), new NewVm(vm, List.of(disks), List.of(nic))).await(PATIENCE);
    }

    private static NewDisk disk(String name) {
        Disk disk = MODEL.createDisk();
        disk.setName(name);
        disk.setProvisionedSize(64L << 20);
        disk.setSparse(true);
        DiskAttachment attachment = MODEL.createDiskAttachment();
        attachment.setInterface(DiskInterface.VIRTIO);
        attachment.setBootable(true);
        attachment.setActive(true);
        return new NewDisk(disk, attachment);
    }

    private static Refusal refused(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(Refusal.class, act);
    }

    // -- who, and what there is

    @Test
    void saysWhoAsks() {
        assertEquals("admin@internal", caller().userName());
        assertFalse(caller().userId().isEmpty());
        assertNotEquals(caller().correlationId(), caller().correlationId());
        assertFalse(connection.label().isEmpty());
    }

    @Test
    void readsTheEstate() {
        DataCenter center = estate().list(caller(), DataCenter.class).getFirst();
        assertEquals(center.getName(), estate().get(caller(), DataCenter.class, center.getId()).getName());
        List<Host> hosts = estate().list(caller(), Host.class);
        assertFalse(hosts.isEmpty());
        assertEquals(HostStatus.UP, hosts.getFirst().getStatus());
        assertTrue(hosts.getFirst().getMemory() > 0);
        assertTrue(estate().find(caller(), Vm.class, "none of this id").isEmpty());
        assertEquals(Kind.NOT_FOUND, refused(() -> estate().get(caller(), Vm.class, "none of this id")).kind());
    }

    @Test
    void whatComesOutBelongsToWhoeverAsked() throws Exception {
        Vm vm = add("own");
        vm.setName("changed");
        estate().get(caller(), Vm.class, vm.getId()).setMemory(1);
        estate().list(caller(), Vm.class).forEach(one -> one.setDescription("changed"));
        try (Following following = new Following(connection)) {
            following.sees("the machine is told", Vm.class, told -> {
                told.setComment("changed");
                return told.getId().equals(vm.getId());
            });
        }
        Vm now = estate().get(caller(), Vm.class, vm.getId());
        assertEquals(name("own"), now.getName());
        assertEquals(256L << 20, now.getMemory());
        assertNotEquals("changed", now.getDescription());
        assertNotEquals("changed", now.getComment());
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
    }

    // -- the life of a machine

    @Test
    void aMachinesLifeIsSeenInTheChangeStream() throws Exception {
        try (Following following = new Following(connection)) {
            House.until("the snapshot came", () -> !following.batches.isEmpty());
            assertTrue(following.batches.getFirst().snapshot());
            Vm vm = add("life", disk(name("life-disk")));
            String id = vm.getId();
            following.sees("it is down", Vm.class, told -> told.getId().equals(id) && told.getStatus() == VmStatus.DOWN);
            DiskAttachment attachment = estate().list(caller(), DiskAttachment.class).stream().filter(one -> id.equals(one.getVm()))
                    .findFirst().orElseThrow();
            assertEquals(attachment.getDisk(), estate().get(caller(), Disk.class, attachment.getDisk()).getId());
            assertEquals(attachment.getDisk(), estate().get(caller(), DiskAttachment.class, attachment.getId()).getDisk());

            Act<Vm> start = vms().start(caller(), id);
            assertEquals(id, start.await(PATIENCE).getId());
            following.sees("it is up", Vm.class, told -> told.getId().equals(id) && told.getStatus() == VmStatus.UP);
            following.sees("its job has ended", Job.class,
                    told -> told.getId().equals(start.jobId()) && told.getStatus() == JobStatus.FINISHED);
            assertEquals(Kind.CONFLICT, refused(() -> vms().start(caller(), id)).kind());

            assertEquals(VmStatus.DOWN, vms().stop(caller(), id).await(PATIENCE).getStatus());
            vms().remove(caller(), id, true).await(PATIENCE);
            following.seesRemoved(id);
            assertTrue(estate().find(caller(), Disk.class, attachment.getDisk()).isEmpty());
            assertTrue(following.ends.isEmpty(), following.ends.toString());
        }
    }

    @Test
    void onlyWhatIsToChangeChanges() {
        Vm vm = add("patch");
        Vm values = MODEL.createVm();
        values.setDescription("new words");
        values.setMemory(1);
        Vm changed = vms().update(caller(), vm.getId(), new Patch<>(values, Set.of("description"))).await(PATIENCE);
        assertEquals("new words", changed.getDescription());
        assertEquals(vm.getMemory(), changed.getMemory());
        assertEquals(vm.getName(), changed.getName());
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
    }

    @Test
    void partsComeAndGo() {
        Vm vm = add("parts");
        DiskAttachment attachment = vms().attachDisk(caller(), vm.getId(), disk(name("parts-disk"))).await(PATIENCE);
        assertEquals(vm.getId(), attachment.getVm());
        assertTrue(attachment.isBootable());
        DiskAttachment other = MODEL.createDiskAttachment();
        other.setInterface(DiskInterface.SATA);
        assertEquals(DiskInterface.SATA,
                vms().updateDisk(caller(), vm.getId(), attachment.getDisk(), new Patch<>(other, Set.of("interface"))).await(PATIENCE)
                        .getInterface());
        Nic nic = MODEL.createNic();
        nic.setName("nic2");
        Nic added = vms().addNic(caller(), vm.getId(), nic).await(PATIENCE);
        assertFalse(added.getMac().isEmpty());
        Nic renamed = MODEL.createNic();
        renamed.setName("nic3");
        assertEquals("nic3",
                vms().updateNic(caller(), vm.getId(), added.getId(), new Patch<>(renamed, Set.of("name"))).await(PATIENCE).getName());
        vms().removeNic(caller(), vm.getId(), added.getId()).await(PATIENCE);
        vms().detachDisk(caller(), vm.getId(), attachment.getDisk(), true).await(PATIENCE);
        assertTrue(estate().find(caller(), Disk.class, attachment.getDisk()).isEmpty());
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
    }

    @Test
    void aTicketOpensTheConsole() {
        Vm vm = add("console");
        assertEquals(Kind.CONFLICT, refused(() -> vms().ticket(caller(), vm.getId(), null, 60).await(PATIENCE)).kind());
        vms().start(caller(), vm.getId()).await(PATIENCE);
        ConsoleTicket ticket = vms().ticket(caller(), vm.getId(), null, 60).await(PATIENCE);
        assertEquals(60, ticket.seconds());
        assertFalse(ticket.value().isEmpty());
        assertFalse(ticket.address().isEmpty());
        assertTrue(ticket.port() > 0 || ticket.tlsPort() > 0);
        assertNotEquals(ticket.value(), vms().ticket(caller(), vm.getId(), ticket.graphics(), 60).await(PATIENCE).value());
        vms().stop(caller(), vm.getId()).await(PATIENCE);
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
    }

    @Test
    void aShutdownCanBeCancelledAndAJobThatIsOverCanNot() throws Exception {
        Vm vm = add("cancel");
        Act<Vm> start = vms().start(caller(), vm.getId());
        start.await(PATIENCE);
        assertEquals(Kind.CONFLICT, refused(() -> connection.service(Jobs.class).cancel(caller(), start.jobId())).kind());
        House.until("it is up", () -> estate().get(caller(), Vm.class, vm.getId()).getStatus() == VmStatus.UP);
        Act<Vm> shutdown = vms().shutdown(caller(), vm.getId());
        connection.service(Jobs.class).cancel(caller(), shutdown.jobId());
        Refusal refusal = refused(() -> shutdown.await(PATIENCE));
        assertEquals(Kind.CONFLICT, refusal.kind());
        assertTrue(refusal.getMessage().endsWith("was cancelled."), refusal.getMessage());
        assertEquals(JobStatus.ABORTED, estate().get(caller(), Job.class, shutdown.jobId()).getStatus());
        vms().stop(caller(), vm.getId()).await(PATIENCE);
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
    }

    @Test
    void theCatalogueKnowsWhatMayBe() {
        Catalogue catalogue = connection.service(Catalogue.class);
        assertTrue(catalogue.verbs().stream()
                .anyMatch(verb -> verb.name().equals("StartVm") && verb.noun().equals("Vm") && verb.label().equals("Start")));
        Vm vm = add("may");
        assertTrue(catalogue.check(caller(), "StartVm", vm.getId()).permitted());
        assertFalse(catalogue.check(caller(), "StopVm", vm.getId()).permitted());
        assertEquals(Kind.NOT_FOUND, refused(() -> catalogue.check(caller(), "FlyVm", vm.getId())).kind());
        Vm taken = MODEL.createVm();
        taken.setName(vm.getName());
        assertFalse(vms().check(caller(), new NewVm(taken, List.of(), List.of())).permitted());
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
    }

    // -- bytes

    private Disk disc(String name, int size) {
        Disk disk = MODEL.createDisk();
        disk.setName(name(name));
        disk.setContentType(DiskContentType.ISO);
        disk.setProvisionedSize(size);
        return connection.service(Storage.class).addDisk(caller(), disk).await(PATIENCE);
    }

    private static byte[] iso(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        for (int sector = 16; sector <= 17; sector++) {
            int at = sector * 2048;
            bytes[at] = (byte) (sector == 16 ? 1 : 255);
            System.arraycopy("CD001".getBytes(StandardCharsets.US_ASCII), 0, bytes, at + 1, 5);
            bytes[at + 6] = 1;
        }
        return bytes;
    }

    @Test
    void bytesGoUpAndComeDownAgain() throws Exception {
        byte[] bytes = iso(1 << 20);
        Disk disc = disc("disc", bytes.length);
        ImageTransfer up = transfers().start(caller(), disc.getId(), TransferDirection.UPLOAD).await(PATIENCE);
        int half = bytes.length / 2;
        transfers().write(caller(), up.getId(), 0, new ByteArrayInputStream(bytes), half);
        transfers().extend(caller(), up.getId());
        transfers().write(caller(), up.getId(), half, new ByteArrayInputStream(bytes, half, half), half);
        transfers().finish(caller(), up.getId()).await(PATIENCE);

        ImageTransfer down = transfers().start(caller(), disc.getId(), TransferDirection.DOWNLOAD).await(PATIENCE);
        assertEquals(bytes.length, transfers().size(caller(), down.getId()));
        try (InputStream all = transfers().read(caller(), down.getId(), 0, -1)) {
            assertArrayEquals(bytes, all.readAllBytes());
        }
        try (InputStream part = transfers().read(caller(), down.getId(), 32769, 5)) {
            assertEquals("CD001", new String(part.readAllBytes(), StandardCharsets.US_ASCII));
        }
        transfers().finish(caller(), down.getId()).await(PATIENCE);

        Vm vm = add("cd");
        assertEquals(disc.getId(), vms().changeCd(caller(), vm.getId(), disc.getId()).await(PATIENCE).getCdrom());
        String empty = vms().changeCd(caller(), vm.getId(), null).await(PATIENCE).getCdrom();
        assertTrue(empty == null || empty.isEmpty());
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
        connection.service(Storage.class).removeDisk(caller(), disc.getId()).await(PATIENCE);
    }

    @Test
    void anIsoThatIsNoneIsRefused() {
        Disk disc = disc("none", 1 << 17);
        ImageTransfer up = transfers().start(caller(), disc.getId(), TransferDirection.UPLOAD).await(PATIENCE);
        transfers().write(caller(), up.getId(), 0, new ByteArrayInputStream(new byte[1 << 17]), 1 << 17);
        Refusal refusal = refused(() -> transfers().finish(caller(), up.getId()).await(PATIENCE));
        assertFalse(refusal.getMessage().isEmpty());
    }

    @Test
    void anUploadThatIsCancelledLeavesNothing() throws Exception {
        Disk disc = disc("cancelled", 1 << 17);
        ImageTransfer up = transfers().start(caller(), disc.getId(), TransferDirection.UPLOAD).await(PATIENCE);
        transfers().write(caller(), up.getId(), 0, new ByteArrayInputStream(new byte[1000]), 1000);
        transfers().cancel(caller(), up.getId()).await(PATIENCE);
        assertTrue(estate().find(caller(), Disk.class, disc.getId()).isEmpty());
        assertThrows(Refusal.class, () -> transfers().write(caller(), up.getId(), 0, new ByteArrayInputStream(new byte[10]), 10));
    }

    @Test
    void graphicsThatAMachineLacksAreRefused() {
        Vm vm = add("spice");
        vms().start(caller(), vm.getId()).await(PATIENCE);
        GraphicsType lacking = vm.getGraphics().contains(GraphicsType.VNC) ? GraphicsType.SPICE : GraphicsType.VNC;
        if (!vm.getGraphics().contains(lacking)) {
            assertThrows(Refusal.class, () -> vms().ticket(caller(), vm.getId(), lacking, 60).await(PATIENCE));
        }
        assertFalse(vm.getGraphics().isEmpty());
        vms().stop(caller(), vm.getId()).await(PATIENCE);
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
    }

    // -- searching

    @Test
    void findsWhatIsSearchedFor() {
        Vm vm = add("sought");
        Search search = connection.service(Search.class);
        Search.Found found = search.find(caller(), new Search.Query("Vm", "name = " + name("sou*") + " and status = down", false, 5));

        assertEquals("Vm", found.noun());
        assertEquals(1, found.total());
        assertEquals(vm.getId(), found.objects().getFirst().getId());
        assertEquals(name("sought"), found.objects().getFirst().getName());
        assertTrue(search.find(caller(), Search.Query.of("Clusters: vms.name = " + name("sought"))).total() == 1);
        assertTrue(search.complete(caller(), Search.Query.of("Vms: name = " + name("so")), 12 + name("so").length()).stream()
                .anyMatch(proposal -> proposal.text().equals(name("sought")) && proposal.kind() == Search.Kind.VALUE));
        Search.Mistake mistake = search.mistake(Search.Query.of("Vms: colour = red")).orElseThrow();
        assertEquals("5-11", mistake.from() + "-" + mistake.to());
        assertTrue(search.mistake(Search.Query.of("Vms: name = x ")).isEmpty());
        Refusal refusal = refused(() -> search.find(caller(), Search.Query.of("Vms: colour = red")));
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(search.searchables().stream().anyMatch(noun -> noun.prefix().equals("Hosts")
                && noun.fields().stream().anyMatch(field -> field.name().equals("status") && field.values().contains("up"))));
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);
    }

    @Test
    void tagsAndBookmarksComeAndGo() {
        Tags tags = connection.service(Tags.class);
        Vm vm = add("tagged");
        Tag tag = MODEL.createTag();
        tag.setName(name("tag"));
        Tag added = tags.add(caller(), tag).await(PATIENCE);
        tags.attach(caller(), added.getId(), "Vm", vm.getId()).await(PATIENCE);
        assertEquals(List.of(added.getId()), estate().get(caller(), Vm.class, vm.getId()).getTags());
        assertEquals(1, connection.service(Search.class).find(caller(), Search.Query.of("Vms: tag = " + name("tag"))).total());
        tags.detach(caller(), added.getId(), "Vm", vm.getId()).await(PATIENCE);
        assertTrue(estate().get(caller(), Vm.class, vm.getId()).getTags().isEmpty());
        tags.remove(caller(), added.getId()).await(PATIENCE);
        assertTrue(estate().find(caller(), Tag.class, added.getId()).isEmpty());
        vms().remove(caller(), vm.getId(), true).await(PATIENCE);

        Bookmark bookmark = MODEL.createBookmark();
        bookmark.setName(name("bookmark"));
        bookmark.setValue("Vms: status = up");
        Bookmark kept = tags.addBookmark(caller(), bookmark).await(PATIENCE);
        bookmark.setValue("Vms: status = ");
        assertEquals(Kind.BAD_INPUT,
                refused(() -> tags.updateBookmark(caller(), kept.getId(), new Patch<>(bookmark, Set.of("value"))).await(PATIENCE)).kind());
        tags.removeBookmark(caller(), kept.getId()).await(PATIENCE);
        assertTrue(estate().find(caller(), Bookmark.class, kept.getId()).isEmpty());
    }
}
