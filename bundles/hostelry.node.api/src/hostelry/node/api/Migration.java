package hostelry.node.api;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebService;

/**
 * Moves of running guests from host to host. The engine asks the destination to make ready, then the source to send; only one of the two ever runs the guest.
 *
 * <pre>{@code
 * Landing landing = destination.migration().receive(key, spec);
 * MigrationFacts facts = source.migration().send(key, id, order);   // again and again, until it is over
 * destination.migration().received(key, id);
 * }</pre>
 *
 * <p>{@code key} is the idempotency key, as in {@link Domains}.
 */
@WebService(targetNamespace = "urn:hostelry:node:1", name = "Migration")
public interface Migration {
    /**
     * Can this host take the guest, and where would its parts be here? Nothing is started; the disks must be there already.
     *
     * @param spec the guest with its disks as this host has them
     * @throws NodeFault CONFLICT (this host takes no guests from others; the sentence says what to do), NO_MEMORY, NOT_FOUND (a disk), FAILED (a hook refuses)
     */
    @WebMethod
    Landing receive(@WebParam(name = "key") String key, @WebParam(name = "spec") DomainSpec spec) throws NodeFault;

    /**
     * Sends a guest that runs here; the first call begins, and each further one with the same key says how far it is, so that no call outlasts its deadline and an
     * engine that was killed finds it again. A guest that is not known here any more has gone;
     * one that is known and does not run has ended here, and its sending has failed.
     *
     * @throws NodeFault CONFLICT (it does not run, or is being sent under another key), BAD_INPUT
     */
    @WebMethod
    MigrationFacts send(@WebParam(name = "key") String key, @WebParam(name = "id") String id,
            @WebParam(name = "order") MigrationOrder order)
            throws NodeFault;

    /** Breaks off the sending of a guest; it goes on running here. Nothing to break off is a success; CONFLICT when it is too late. */
    @WebMethod
    void cancel(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;

    /** The guest has arrived here: hooks are called, and what it took is told. */
    @WebMethod
    MigrationFacts received(@WebParam(name = "key") String key, @WebParam(name = "id") String id) throws NodeFault;
}
