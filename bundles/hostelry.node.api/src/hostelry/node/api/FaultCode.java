package hostelry.node.api;

/** The kinds of trouble that a node can tell apart. */
public enum FaultCode {
    /** What was asked makes no sense, or is refused at the door. */
    BAD_INPUT,
    /** The object is not there. */
    NOT_FOUND,
    /** It can't be done in this state, or the name is taken. */
    CONFLICT,
    NO_SPACE,
    NO_MEMORY,
    /** The node or its libvirt does not answer; later it may. */
    UNAVAILABLE,
    /** It was tried and failed; the detail has the words of who refused. */
    FAILED
}
