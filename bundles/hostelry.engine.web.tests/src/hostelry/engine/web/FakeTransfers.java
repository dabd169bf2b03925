package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.ImageTransfers;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.HostelryFactory;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import hostelry.model.TransferPhase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Image transfers for the door's tests, whose images are bytes in memory. */
record FakeTransfers(FakeEngine engine) implements ImageTransfers {
    @Override
    public Act<ImageTransfer> start(Caller caller, String disk, TransferDirection direction) {
        Disk found = engine.get(caller, Disk.class, disk);
        return engine.act(caller, "StartTransfer", () -> {
            engine.images.putIfAbsent(disk, new byte[(int) found.getProvisionedSize()]);
            ImageTransfer transfer = HostelryFactory.eINSTANCE.createImageTransfer();
            transfer.setDisk(disk);
            transfer.setDirection(direction);
            transfer.setPhase(TransferPhase.TRANSFERRING);
            return engine.put(transfer, UUID.randomUUID().toString(), null);
        });
    }

    private String disk(Caller caller, String transfer) {
        return engine.get(caller, ImageTransfer.class, transfer).getDisk();
    }

    @Override
    public void write(Caller caller, String transfer, long offset, InputStream bytes, long length) {
        byte[] image = engine.images.get(disk(caller, transfer));
        if (offset + length > image.length) {
            throw new Refusal(Problem.badInput("length", "The disk has only " + image.length + " bytes.", ""));
        }
        try {
            if (bytes.readNBytes(image, (int) offset, (int) length) != length) {
                throw new Refusal(Problem.badInput("length", "The bytes broke off.", ""));
            }
            engine.edit(caller, ImageTransfer.class, transfer, object -> object.setTransferred(object.getTransferred() + length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream read(Caller caller, String transfer, long offset, long length) {
        return new ByteArrayInputStream(engine.images.get(disk(caller, transfer)), (int) offset, (int) length);
    }

    @Override
    public long size(Caller caller, String transfer) {
        return engine.images.get(disk(caller, transfer)).length;
    }

    @Override
    public Act<ImageTransfer> pause(Caller caller, String transfer) {
        return phase(caller, transfer, TransferPhase.PAUSED_USER);
    }

    @Override
    public Act<ImageTransfer> resume(Caller caller, String transfer) {
        return phase(caller, transfer, TransferPhase.TRANSFERRING);
    }

    @Override
    public void extend(Caller caller, String transfer) {
        disk(caller, transfer);
    }

    @Override
    public Act<ImageTransfer> finish(Caller caller, String transfer) {
        Disk disk = engine.get(caller, Disk.class, disk(caller, transfer));
        byte[] image = engine.images.get(disk.getId());
        if (disk.getContentType() == DiskContentType.ISO && (image.length < 0x8006 || image[0x8001] != 'C')) {
            throw new Refusal(Problem.badInput("disk", "What was uploaded is no ISO image.", "Upload an ISO 9660 image."));
        }
        return phase(caller, transfer, TransferPhase.FINISHED_SUCCESS);
    }

    @Override
    public Act<ImageTransfer> cancel(Caller caller, String transfer) {
        return phase(caller, transfer, TransferPhase.CANCELLED_USER);
    }

    private Act<ImageTransfer> phase(Caller caller, String transfer, TransferPhase phase) {
        engine.get(caller, ImageTransfer.class, transfer);
        return engine.act(caller, "MoveTransfer",
                () -> engine.edit(caller, ImageTransfer.class, transfer, object -> object.setPhase(phase)));
    }
}
