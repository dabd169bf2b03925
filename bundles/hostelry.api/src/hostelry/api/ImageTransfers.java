package hostelry.api;

import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import java.io.InputStream;

/**
 * Bytes into disks and out of them. A transfer locks its disk; it is paused by the system when nobody moves bytes for its inactivity timeout, and ends by {@link
 * #finish} or {@link #cancel}.
 *
 * <pre>{@code
 * ImageTransfer t = transfers.start(caller, disk, TransferDirection.UPLOAD).await(patience);
 * transfers.write(caller, t.getId(), 0, bytes, length);
 * transfers.finish(caller, t.getId()).await(patience); // verified: an ISO that is not one is refused here
 * }</pre>
 */
public interface ImageTransfers {
    Act<ImageTransfer> start(Caller caller, String disk, TransferDirection direction);

    /** Blocks until the bytes are on stable storage; progress shows in the transfer meanwhile. */
    void write(Caller caller, String transfer, long offset, InputStream bytes, long length);

    /** The caller closes the stream; a negative length reads to the end. */
    InputStream read(Caller caller, String transfer, long offset, long length);

    /** The size in bytes of the file behind it. */
    long size(Caller caller, String transfer);

    Act<ImageTransfer> pause(Caller caller, String transfer);

    Act<ImageTransfer> resume(Caller caller, String transfer);

    /** The caller is still there. */
    void extend(Caller caller, String transfer);

    /** Ends it; an upload is verified first, and the disk is usable then. */
    Act<ImageTransfer> finish(Caller caller, String transfer);

    /** Ends it; the disk of a cancelled upload is deleted. */
    Act<ImageTransfer> cancel(Caller caller, String transfer);
}
