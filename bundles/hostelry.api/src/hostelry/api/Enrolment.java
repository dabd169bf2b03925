package hostelry.api;

/** For the REST door alone: machines that want to become hosts. Nobody has logged in here, and nothing that comes is believed. */
public interface Enrolment {
    /** A machine asks. @param document JSON of {@code hostelry.node.api.JoinRequest}; @param from the address of the caller */
    Reply ask(byte[] document, String from);

    /** A machine asks how it stands. May take half a minute: it answers when there is something to tell. @param document JSON of {@code JoinProof} */
    Reply stand(byte[] document);

    /** The list of revoked certificates as PEM text, for everybody. */
    String revocations();

    /** @param document JSON of {@code JoinAnswer} */
    record Reply(int status, byte[] document) {}
}
