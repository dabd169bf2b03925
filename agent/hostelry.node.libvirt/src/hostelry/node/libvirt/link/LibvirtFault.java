package hostelry.node.libvirt.link;

import org.libvirt.Error;
import org.libvirt.LibvirtException;

/** libvirt refused; the message has its own words. */
public final class LibvirtFault extends Exception {
    private static final long serialVersionUID = 1L;
    public static final int INTERNAL = 1;
    public static final int NO_MEMORY = 2;
    public static final int INVALID_ARGUMENT = 8;
    public static final int OPERATION_FAILED = 9;
    public static final int NO_DOMAIN = 42;
    public static final int OPERATION_INVALID = 55;
    public static final int OPERATION_TIMEOUT = 68;
    public static final int OPERATION_ABORTED = 78;
    public static final int AGENT_UNRESPONSIVE = 86;

    private final int code;

    LibvirtFault(int code, String message) {
        super(message);
        this.code = code;
    }

    static LibvirtFault of(LibvirtException e) {
        Error error = e.getError();
        int code = error == null || error.getCode() == null ? INTERNAL : error.getCode().ordinal();
        return new LibvirtFault(code, error == null ? String.valueOf(e.getMessage()) : String.valueOf(error.getMessage()));
    }

    /** The number of libvirt's error, one of the constants here or another. */
    public int code() {
        return code;
    }
}
