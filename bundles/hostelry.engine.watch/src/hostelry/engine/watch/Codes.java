package hostelry.engine.watch;

/** Codes of the events that this room writes: oVirt's audit log types where it has one, numbers from 100,100 otherwise. */
final class Codes {
    static final int HOST_LOST = 12;
    static final int HOST_UP = 13;
    static final int HOST_ADDED = 42;
    static final int VM_DOWN = 61;
    static final int VM_CRASHED = 119;
    static final int VM_PAUSED = 1025;
    static final int VM_PAUSED_NO_SPACE = 138;
    static final int SPACE_LOW = 26;
    static final int STORAGE_TROUBLE = 190;
    static final int STORAGE_BACK = 191;
    static final int HOST_LACKS_NETWORK = 519;
    static final int HOST_CONNECTING = 9008;
    static final int VM_STARTED_OUTSIDE = 100_100;
    static final int VM_STOPPED_OUTSIDE = 100_101;
    static final int VM_VANISHED = 100_102;
    static final int VM_FOUND = 100_103;
    static final int VMS_FOUND = 100_104;
    static final int NODE_NOTE = 100_105;
    static final int VM_MOVED_OUTSIDE = 100_106;

    private Codes() {}
}
