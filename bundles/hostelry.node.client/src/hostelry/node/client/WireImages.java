package hostelry.node.client;

import com.fasterxml.jackson.databind.JsonNode;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Images;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of images, over REST: written in pieces, so that trouble comes back before gigabytes are sent in vain. */
final class WireImages implements Images {
    private static final int PIECE = 8 * 1024 * 1024;

    private final Rest rest;
    private final Deadlines deadlines;

    WireImages(Rest rest, Deadlines deadlines) {
        this.rest = rest;
        this.deadlines = deadlines;
    }

    @Override
    public void write(String storage, String disk, long offset, InputStream bytes, long length) throws NodeFault {
        if (length < 0 || offset < 0) {
            throw new NodeFault(FaultCode.BAD_INPUT, "Offset and number of bytes are not negative.");
        }
        long done = 0;
        do {
            piece(storage, disk, offset, bytes, Math.min(PIECE, length - done), done, length);
            done += PIECE;
        } while (done < length);
    }

    private void piece(String storage, String disk, long offset, InputStream bytes, long piece, long done, long length) throws NodeFault {
        byte[] buffer;
        try {
            buffer = bytes.readNBytes((int) piece);
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED, "The stream broke off after " + done + " of " + length + " bytes: " + e.getMessage(), e);
        }
        if (buffer.length > 0 || piece == 0) {
            rest.put(path(storage, disk) + "?offset=" + (offset + done), buffer, buffer.length, deadlines.piece());
        }
        if (buffer.length < piece) {
            throw new NodeFault(FaultCode.FAILED, "The stream broke off after " + (done + buffer.length) + " of " + length + " bytes.");
        }
    }

    @Override
    public InputStream read(String storage, String disk, long offset, long length) throws NodeFault {
        return rest.stream(path(storage, disk) + "?offset=" + offset + "&length=" + length, deadlines.piece());
    }

    @Override
    public long size(String storage, String disk) throws NodeFault {
        return rest.get(path(storage, disk) + "/size", JsonNode.class, deadlines.verb()).path("size").asLong();
    }

    private static String path(String storage, String disk) throws NodeFault {
        return "/node/images/" + part(storage) + "/" + part(disk);
    }

    /** The node checks ids itself; but what would be another path must not even be asked for. */
    private static String part(String id) throws NodeFault {
        if (!id.matches("[0-9A-Za-z-]{1,64}")) {
            throw new NodeFault(FaultCode.BAD_INPUT, "The id of a storage domain or disk is a UUID.");
        }
        return id;
    }
}
