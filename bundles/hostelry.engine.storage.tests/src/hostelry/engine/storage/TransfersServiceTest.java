package hostelry.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.model.Disk;
import hostelry.model.DiskStatus;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import hostelry.model.TransferPhase;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransfersServiceTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private final Stage stage = new Stage();
    private final TransfersService transfers = stage.transfers();

    @BeforeEach
    void aDiscThatWaits() throws Exception {
        stage.estate.iso("cd", "debian.iso", "iso1");
        stage.node.create("k", Images.spec(stage.disk("cd")));
        stage.node.forgetCalls();
    }

    @AfterEach
    void close() {
        transfers.close();
    }

    private ImageTransfer upload() {
        return transfers.start(stage.caller, "cd", TransferDirection.UPLOAD).await(SOON);
    }

    private void write(String transfer, int length) {
        transfers.write(stage.caller, transfer, 0, new ByteArrayInputStream(new byte[length]), length);
    }

    private ImageTransfer now(String id) {
        return stage.inventory.find(ImageTransfer.class, id).orElseThrow();
    }

    private static String refusal(Runnable what) {
        return assertThrows(Refusal.class, what::run).getMessage();
    }

    @Test
    void upAndDone() {
        ImageTransfer transfer = upload();
        assertEquals(TransferPhase.TRANSFERRING, transfer.getPhase());
        assertEquals("h1", transfer.getHost());
        assertEquals("Upload of debian.iso", transfer.getName());
        assertEquals(DiskStatus.LOCKED, stage.disk("cd").getStatus());
        write(transfer.getId(), 1000);
        assertEquals(1000, now(transfer.getId()).getTransferred());
        ImageTransfer done = transfers.finish(stage.caller, transfer.getId()).await(SOON);

        assertEquals(TransferPhase.FINISHED_SUCCESS, done.getPhase());
        assertTrue(!done.isActive());
        assertEquals(DiskStatus.OK, stage.disk("cd").getStatus());
        assertEquals(1000, stage.disk("cd").getActualSize());
    }

    @Test
    void down() throws IOException {
        write(upload().getId(), 1000);
        transfers.finish(stage.caller, stage.inventory.all(ImageTransfer.class).iterator().next().getId()).await(SOON);
        ImageTransfer download = transfers.start(stage.caller, "cd", TransferDirection.DOWNLOAD).await(SOON);
        assertEquals(1000, transfers.size(stage.caller, download.getId()));
        try (InputStream bytes = transfers.read(stage.caller, download.getId(), 10, -1)) {
            assertEquals(990, bytes.readAllBytes().length);
        }

        assertEquals(TransferPhase.FINISHED_SUCCESS, transfers.finish(stage.caller, download.getId()).await(SOON).getPhase());
        assertEquals(DiskStatus.OK, stage.disk("cd").getStatus());
    }

    @Test
    void whatIsNoIsoIsRefused() {
        ImageTransfer transfer = upload();
        write(transfer.getId(), 10);
        stage.node.fails("disks.verify", new NodeFault(FaultCode.BAD_INPUT, "debian.iso is no ISO 9660 or UDF file system"));

        assertEquals(
                "What was uploaded to disk debian.iso can't be used: debian.iso is no ISO 9660 or UDF file system. Upload the right file, or remove the disk.",
                refusal(
                        () -> transfers.finish(stage.caller, transfer.getId()).await(SOON)));
        assertEquals(TransferPhase.FINISHED_FAILURE, now(transfer.getId()).getPhase());
        assertEquals(DiskStatus.ILLEGAL, stage.disk("cd").getStatus());
        assertEquals("debian.iso is no ISO 9660 or UDF file system.", stage.disk("cd").getStatusDetail());
        stage.node.works("disks.verify");
        ImageTransfer again = upload();
        write(again.getId(), 10);
        transfers.finish(stage.caller, again.getId()).await(SOON);
        assertEquals(DiskStatus.OK, stage.disk("cd").getStatus(), "it can be uploaded anew");
    }

    @Test
    void aHostThatDoesNotAnswerAtTheEndCanBeAskedLater() {
        ImageTransfer transfer = upload();
        stage.node.fails("disks.verify", new NodeFault(FaultCode.UNAVAILABLE, "deadline"));

        refusal(() -> transfers.finish(stage.caller, transfer.getId()).await(SOON));
        assertEquals(TransferPhase.PAUSED_SYSTEM, now(transfer.getId()).getPhase());
        stage.node.works("disks.verify");
        assertEquals(TransferPhase.FINISHED_SUCCESS, transfers.finish(stage.caller, transfer.getId()).await(SOON).getPhase());
    }

    @Test
    void theDiskIsFull() {
        ImageTransfer transfer = upload();
        stage.node.fails("images.write", new NodeFault(FaultCode.NO_SPACE, "no space left on device"));

        assertEquals(
                "The upload of debian.iso is paused: storage domain local-iso is full. Make room there and resume the upload, or cancel it.",
                refusal(() -> write(
                        transfer.getId(), 10)));
        assertEquals(TransferPhase.PAUSED_SYSTEM, now(transfer.getId()).getPhase());
        assertEquals("The upload of debian.iso was paused: storage domain local-iso is full. Resume or cancel it.",
                stage.work.said().get(0));
        assertEquals("The upload of debian.iso is paused by the engine. Resume it first.", refusal(() -> write(transfer.getId(), 10)));
        stage.node.works("images.write");
        transfers.resume(stage.caller, transfer.getId()).await(SOON);
        write(transfer.getId(), 10);
        assertEquals(10, now(transfer.getId()).getTransferred());
    }

    @Test
    void nobodyMovesBytes() {
        ImageTransfer transfer = upload();
        TransferKeeper keeper = keeper(stage);
        stage.clock.turn(59);
        transfers.extend(stage.caller, transfer.getId());
        stage.clock.turn(59);
        keeper.look();
        assertEquals(TransferPhase.TRANSFERRING, now(transfer.getId()).getPhase());
        stage.clock.turn(1);
        keeper.look();

        assertEquals(TransferPhase.PAUSED_SYSTEM, now(transfer.getId()).getPhase());
        assertEquals("The upload of debian.iso was paused: no bytes moved for 60 s. Resume or cancel it.", stage.work.said().get(0));
        assertEquals(TransferPhase.TRANSFERRING, transfers.resume(stage.caller, transfer.getId()).await(SOON).getPhase());
        keeper.look();
        assertEquals(TransferPhase.TRANSFERRING, now(transfer.getId()).getPhase());
    }

    private static TransferKeeper keeper(Stage stage) {
        return new TransferKeeper(stage.inventory, stage.verbs.lives(),
                new Mover(stage.inventory, stage.verbs.images(), stage.verbs.lives(), stage.work, stage.clock), stage.clock);
    }

    @Test
    void forgottenAQuarterOfAnHourAfterItsEnd() {
        ImageTransfer transfer = upload();
        transfers.finish(stage.caller, transfer.getId()).await(SOON);
        TransferKeeper keeper = keeper(stage);
        keeper.look();
        stage.clock.turn(15 * 60);
        keeper.look();

        assertTrue(stage.inventory.all(ImageTransfer.class).isEmpty());
    }

    @Test
    void pausedByARestartAndResumed() {
        ImageTransfer transfer = upload();
        write(transfer.getId(), 10);
        Stage after = stage.afterCrash();
        TransfersService anew = after.transfers();

        ImageTransfer found = after.inventory.find(ImageTransfer.class, transfer.getId()).orElseThrow();
        assertEquals(TransferPhase.PAUSED_SYSTEM, found.getPhase());
        assertEquals(10, found.getTransferred(), "what was known of its progress was durable");
        assertTrue(after.work.said().get(0).contains("the engine was restarted"));
        anew.resume(after.caller, transfer.getId()).await(SOON);
        anew.write(after.caller, transfer.getId(), 10, new ByteArrayInputStream(new byte[10]), 10);
        assertEquals(TransferPhase.FINISHED_SUCCESS, anew.finish(after.caller, transfer.getId()).await(SOON).getPhase());
        anew.close();
    }

    @Test
    void finishedAnewAfterACrash() throws Exception {
        ImageTransfer transfer = upload();
        write(transfer.getId(), 10);
        Transfers.move(stage.inventory, transfer.getId(), java.util.Set.of(TransferPhase.TRANSFERRING), TransferPhase.FINALIZING_SUCCESS);

        assertEquals(TransferPhase.FINISHED_SUCCESS, Stage.perform(stage.verbs.finish(transfer.getId())).getPhase());
        assertEquals(TransferPhase.FINISHED_SUCCESS, Stage.perform(stage.verbs.finish(transfer.getId())).getPhase());
    }

    @Test
    void cancelledIsDeleted() throws Exception {
        ImageTransfer transfer = upload();
        transfers.cancel(stage.caller, transfer.getId()).await(SOON);

        assertEquals(TransferPhase.CANCELLED_USER, now(transfer.getId()).getPhase());
        assertTrue(stage.inventory.find(Disk.class, "cd").isEmpty());
        assertTrue(stage.node.imageIds().isEmpty());
        assertEquals(TransferPhase.CANCELLED_USER, Stage.perform(stage.verbs.cancel(transfer.getId())).getPhase());
        assertTrue(refusal(() -> write(transfer.getId(), 1)).startsWith("The upload of debian.iso is cancelled."));
    }

    @Test
    void theDiskOfAMachineIsNotDeleted() {
        stage.estate.vm("v1", "web1", vm -> {});
        stage.estate.attachment("v1", "cd", false);
        transfers.cancel(stage.caller, upload().getId()).await(SOON);

        assertEquals(DiskStatus.ILLEGAL, stage.disk("cd").getStatus());
        assertEquals("Its upload was cancelled.", stage.disk("cd").getStatusDetail());
    }

    @Test
    void aPauseStopsBytesThatAreOnTheirWay() {
        ImageTransfer transfer = upload();
        InputStream slow = new InputStream() {
            private int count;

            @Override
            public int read() {
                if (++count == 100) {
                    transfers.pause(stage.caller, transfer.getId()).await(SOON);
                }
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = (byte) read();
                return 1;
            }
        };

        refusal(() -> transfers.write(stage.caller, transfer.getId(), 0, slow, 1000));
        assertEquals(TransferPhase.PAUSED_USER, now(transfer.getId()).getPhase());
        assertTrue(!stage.verbs.lives().busy(transfer.getId()));
    }

    @Test
    void notFinishedWhileBytesAreWritten() {
        ImageTransfer transfer = upload();
        stage.verbs.lives().of(transfer.getId()).open(stage.clock.instant());

        assertEquals("The upload of debian.iso still receives bytes. Wait until they are written, then finish it.",
                Stage.against(stage.verbs.finish(transfer.getId())));
    }

    @Test
    void whatSpeaksAgainstAStart() {
        upload();
        assertEquals("Disk debian.iso is being transferred already. Wait for the end of that transfer, or cancel it.",
                Stage.against(stage.verbs.start("cd",
                        TransferDirection.UPLOAD)));
        stage.estate.disk("d1", "data", "sd1", disk -> disk.setStatus(DiskStatus.ILLEGAL));
        assertTrue(Stage.against(stage.verbs.start("d1", TransferDirection.DOWNLOAD)).startsWith("Disk data can't be used."));
        stage.estate.disk("d2", "root", "sd1", disk -> {});
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });
        stage.estate.attachment("v1", "d2", true);
        assertEquals("Disk root is used by web1. Shut that down first.",
                Stage.against(stage.verbs.start("d2", TransferDirection.DOWNLOAD)));
        assertTrue(Stage.against(stage.verbs.start("none", TransferDirection.UPLOAD)).startsWith("There is no disk none."));
    }

    @Test
    void theWrongWayAndStrangers() {
        ImageTransfer transfer = upload();
        assertTrue(refusal(() -> transfers.read(stage.caller, transfer.getId(), 0, 1))
                .startsWith("The upload of debian.iso goes the other way."));
        assertTrue(refusal(() -> transfers.write(stage.caller, transfer.getId(), -1, InputStream.nullInputStream(), 0))
                .startsWith("Bytes can't be written"));
        stage.allowed = false;
        assertEquals(hostelry.api.Problem.Kind.FORBIDDEN, assertThrows(Refusal.class, () -> write(transfer.getId(), 1)).kind());
        stage.seen = false;
        assertEquals(hostelry.api.Problem.Kind.NOT_FOUND, assertThrows(Refusal.class, () -> write(transfer.getId(), 1)).kind());
    }
}
