package hostelry.engine.storage;

/** Permits that are asked for outside of verbs too. */
final class Permits {
    /** Reading and writing the bytes of a disk. */
    static final String TRANSFER = "EDIT_DISK_PROPERTIES";

    private Permits() {}
}
