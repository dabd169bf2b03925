package hostelry.pki;

/** What a certificate may be used for. */
public enum Purpose {
    /** To be called. */
    SERVER,
    /** To call. */
    CLIENT
}
