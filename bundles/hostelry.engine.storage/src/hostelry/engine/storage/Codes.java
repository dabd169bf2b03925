package hostelry.engine.storage;

/** Codes of the events that this room writes by itself: numbers of our own, because oVirt's differ for each direction. */
final class Codes {
    static final int TRANSFER_PAUSED = 100_200;
    static final int STORAGE_NOT_CONNECTED = 100_201;
    static final int STORAGE_NOT_MADE = 100_202;

    private Codes() {}
}
