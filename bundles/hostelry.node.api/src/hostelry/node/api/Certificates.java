package hostelry.node.api;

/**
 * A node's own certificate, as the engine looks after it: it asks for a request, signs it, and hands the certificate over, all on the line that it opens anyway. Connections
 * that are there stay.
 */
public interface Certificates {
    /** The one in use, in PEM. */
    String present() throws NodeFault;

    /** Makes a new key and asks for its certificate: PKCS#10 in PEM. The key stays on the node; one that was made before and not certified is forgotten. */
    String request() throws NodeFault;

    /**
     * Takes the certificate for the last request, in the place of the present one.
     *
     * @throws NodeFault BAD_INPUT where it is none of the node's authority; CONFLICT where it is for another key
     */
    void install(String certificate) throws NodeFault;

    /** Takes the list of revoked certificates, signed by the node's authority, in PEM. */
    void revoked(String list) throws NodeFault;
}
