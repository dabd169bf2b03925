package hostelry.node.libvirt.disks;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Puts the trouble of files into the node's words. */
final class Trouble {
    private Trouble() {}

    static NodeFault bad(String sentence) {
        return new NodeFault(FaultCode.BAD_INPUT, sentence);
    }

    static NodeFault of(IOException e, String doing) {
        String reason = switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException gone -> gone.getFile() + " is not there";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
        boolean full = reason.contains("No space left") || reason.contains("Disk quota exceeded");
        return full
                ? new NodeFault(FaultCode.NO_SPACE, doing + " failed: the storage domain is full. Free some space on it, and try again.", e)
                : new NodeFault(e instanceof NoSuchFileException ? FaultCode.NOT_FOUND : FaultCode.FAILED,
                        doing + " failed: " + reason + ".", e);
    }
}
