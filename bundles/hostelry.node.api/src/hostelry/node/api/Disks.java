package hostelry.node.api;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebService;

/** The verbs of storage domains and disk images; idempotent as those of {@link Domains}. */
@WebService(targetNamespace = "urn:hostelry:node:1", name = "Disks")
public interface Disks {
    /**
     * Makes a local storage domain usable on this host: creates its folder where it is missing, tries to write, and remembers where it is
     * for all later calls that name it by id.
     *
     * @param path absolute folder; empty: the node chooses one under its own state folder. Returns the folder that is used.
     * @throws NodeFault BAD_INPUT (not an absolute path, a system folder), NO_SPACE, FAILED (not writable)
     */
    @WebMethod
    String connect(@WebParam(name = "key") String key, @WebParam(name = "storage") String storage, @WebParam(name = "path") String path)
            throws NodeFault;

    /** Forgets where a storage domain is; nothing is deleted. CONFLICT while a running guest uses it. */
    @WebMethod
    void disconnect(@WebParam(name = "key") String key, @WebParam(name = "storage") String storage) throws NodeFault;

    /** Creates an empty image. One of that id and size that is already there is a success, of another size a CONFLICT. NO_SPACE where it can't fit. */
    @WebMethod
    void create(@WebParam(name = "key") String key, @WebParam(name = "spec") DiskSpec spec) throws NodeFault;

    /**
     * Copies an image whole into a new one, which is not there before all of its bytes are, and are flushed. Returns at once: the work goes on in the background, and the same
     * call with the same key says how far it is, or how it failed; a call after that failure, or after the node was started anew, begins again. The format stays, holes
     * stay holes. {@link #delete} of the new image ends the work and leaves nothing of it.
     *
     * @param from storage domain and id of the image that is copied, which no running guest may use
     * @param to the new image; its format is that of the old one, its size not smaller
     * @throws NodeFault BAD_INPUT (another format, too small), NOT_FOUND, CONFLICT (in use; there already as something else; being copied for another key), NO_SPACE (told
     *     before anything is written where that can be known), FAILED
     */
    @WebMethod
    CopyFacts copy(@WebParam(name = "key") String key, @WebParam(name = "storage") String storage, @WebParam(name = "disk") String disk,
            @WebParam(name = "to") DiskSpec to) throws NodeFault;

    /** Deletes an image, or the half of one that is being copied; one that is not there is a success. CONFLICT while a running guest uses it. */
    @WebMethod
    void delete(@WebParam(name = "key") String key, @WebParam(name = "storage") String storage, @WebParam(name = "disk") String disk)
            throws NodeFault;

    /**
     * Looks into an image that was uploaded: its real format must be the one it was declared with (never probed: checked), it must have no
     * backing file, not exceed its declared size, and an ISO must be an ISO 9660 or UDF file system.
     *
     * @throws NodeFault BAD_INPUT with a sentence that says what is wrong
     */
    @WebMethod
    DiskFacts verify(@WebParam(name = "spec") DiskSpec spec) throws NodeFault;

    /** What an image takes and offers now. */
    @WebMethod
    DiskFacts inspect(@WebParam(name = "storage") String storage, @WebParam(name = "disk") String disk) throws NodeFault;
}
