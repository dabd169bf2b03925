package hostelry.node.api;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebService;
import java.util.List;

/**
 * The networks of a host: wanted as a whole, planned without touching anything, applied whole or not at all, and taken back by the node itself if nobody confirms in
 * time. Cards that no network asks for, and bridges that others have made, are never touched.
 *
 * <pre>{@code
 * links.plan(wanted);              // the steps, in words
 * links.apply(key, wanted, 120);   // from now on the node counts
 * links.confirm(key);              // over the very network that was changed
 * }</pre>
 */
@WebService(targetNamespace = "urn:hostelry:node:1", name = "Links")
public interface Links {
    /** Of a node that leaves its host's networks alone. */
    Links NONE = new NoLinks();

    /**
     * What would be done, a line for each step, in order; empty: nothing.
     *
     * @throws NodeFault BAD_INPUT, NOT_FOUND (a card), CONFLICT (it is used by others; a change waits for its confirmation), UNAVAILABLE (this kernel has no VLANs or
     *     bonds, and Open vSwitch does not run: the sentence says what to install)
     */
    @WebMethod
    List<String> plan(@WebParam(name = "wanted") LinkSpec wanted) throws NodeFault;

    /**
     * Does it. A step that fails takes back those before it. From then on it waits for {@link #confirm}, also across its own restart, and takes everything back after
     * {@code seconds}. The same call with the same key does nothing more.
     *
     * @param seconds 5 to 600; 0: nobody needs to confirm
     * @throws NodeFault as {@link #plan}; FAILED: a step failed, and nothing has changed
     */
    @WebMethod
    void apply(@WebParam(name = "key") String key, @WebParam(name = "wanted") LinkSpec wanted, @WebParam(name = "seconds") int seconds)
            throws NodeFault;

    /** It stays. The same again is a success; CONFLICT: it was taken back, or never applied. */
    @WebMethod
    void confirm(@WebParam(name = "key") String key) throws NodeFault;
}
