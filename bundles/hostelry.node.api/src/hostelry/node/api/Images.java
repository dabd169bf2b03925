package hostelry.node.api;

import java.io.InputStream;

/** The bytes of disk images, as streams: raw bytes of the file, at offsets. REST on the wire. */
public interface Images {
    /**
     * Writes {@code length} bytes at {@code offset} into the file of an image that exists. Returns when they are on stable storage.
     *
     * @throws NodeFault NOT_FOUND, BAD_INPUT (beyond the declared size), NO_SPACE (what was written before stays), FAILED (the stream broke off)
     */
    void write(String storage, String disk, long offset, InputStream bytes, long length) throws NodeFault;

    /** Reads {@code length} bytes from {@code offset}; to the end where {@code length} is negative. The caller closes the stream. */
    InputStream read(String storage, String disk, long offset, long length) throws NodeFault;

    /** The size in bytes of the file. */
    long size(String storage, String disk) throws NodeFault;
}
