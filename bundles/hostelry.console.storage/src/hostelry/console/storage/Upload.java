package hostelry.console.storage;

import hostelry.api.Act;
import hostelry.api.ImageTransfers;
import hostelry.api.Refusal;
import hostelry.api.Storage;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.act.Task;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Times;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.HostelryFactory;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.ILog;

/** Brings a file into a new disk, a piece at a time, so that it can be watched and cancelled. */
final class Upload {
    private static final int PIECE = 4 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Desk desk;
    private final Path file;
    private final String name;
    private final String domain;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    Upload(Desk desk, Path file, String name, String domain) {
        this.desk = desk;
        this.file = file;
        this.name = name;
        this.domain = domain;
    }

    void start() {
        desk.acts().run("Upload " + name, this::run);
    }

    private void run(EngineConnection engine, Task task) throws IOException {
        task.onCancel(() -> cancelled.set(true));
        ImageTransfers transfers = engine.service(ImageTransfers.class);
        long size = Files.size(file);
        Disk disk = done(task, engine.service(Storage.class).addDisk(engine.caller(), disk(size)));
        ImageTransfer transfer = done(task, transfers.start(engine.caller(), disk.getId(), TransferDirection.UPLOAD));
        try {
            send(engine, transfers, transfer.getId(), size, task);
        } catch (IOException | RuntimeException e) {
            giveUp(engine, transfers, transfer.getId());
            throw e;
        }
        task.onCancel(null);
        task.progress(100, "Checking");
        done(task, transfers.finish(engine.caller(), transfer.getId()));
    }

    /** A part of it that the engine does as a job. */
    private static <R> R done(Task task, Act<R> act) {
        task.job(act.jobId());
        return act.await(PATIENCE);
    }

    private Disk disk(long size) {
        Disk disk = HostelryFactory.eINSTANCE.createDisk();
        disk.setName(name);
        disk.setAlias(name);
        disk.setStorageDomain(domain);
        disk.setProvisionedSize(size);
        disk.setFormat(DiskFormat.RAW);
        disk.setContentType(DiskContentType.ISO);
        return disk;
    }

    private void send(EngineConnection engine, ImageTransfers transfers, String transfer, long size, Task task) throws IOException {
        long started = System.nanoTime();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (long offset = 0; offset < size;) {
                if (cancelled.get()) {
                    throw new CancellationException();
                }
                int read = in.readNBytes(piece, 0, (int) Math.min(PIECE, size - offset));
                if (read == 0) {
                    throw new IOException("the file has become shorter while it was read");
                }
                transfers.write(engine.caller(), transfer, offset, new ByteArrayInputStream(piece, 0, read), read);
                offset += read;
                double speed = offset / Math.max(0.001, (System.nanoTime() - started) / 1e9);
                task.progress((int) (100 * offset / size),
                        Bytes.text(offset) + " of " + Bytes.text(size) + ", " + Bytes.perSecond(speed) + ", "
                                + Times.span(Duration.ofSeconds(Math.round((size - offset) / speed))) + " left");
            }
        }
    }

    /** The disk goes with it: nothing half-made stays. */
    private static void giveUp(EngineConnection engine, ImageTransfers transfers, String transfer) {
        try {
            transfers.cancel(engine.caller(), transfer).await(PATIENCE);
        } catch (Refusal e) {
            // the reason why we give up is what people must see; the engine ends an idle transfer by itself
            ILog.of(Upload.class).warn("The transfer " + transfer + " was not cancelled", e);
        }
    }
}
