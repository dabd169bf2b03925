package hostelry.node.libvirt.link;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;

/** Puts libvirt's trouble into the node's words. */
public final class Faults {
    private Faults() {}

    /**
     * @param doing what was tried, to stand before "failed"
     * @param alive whether the connection still stands
     */
    public static NodeFault of(LibvirtFault fault, String doing, boolean alive) {
        if (!alive) {
            return new NodeFault(FaultCode.UNAVAILABLE,
                    "libvirt went away while it was asked: " + doing + ". It will be asked again when it is back.", fault);
        }
        return new NodeFault(code(fault.code(), fault.getMessage()), doing + " failed: " + fault.getMessage(), fault);
    }

    static FaultCode code(int number, String message) {
        if (message.contains("No space left on device")) {
            return FaultCode.NO_SPACE;
        }
        if (number == LibvirtFault.NO_MEMORY || message.contains("Cannot allocate memory")
                || message.contains("cannot set up guest memory")) {
            return FaultCode.NO_MEMORY;
        }
        return number == LibvirtFault.NO_DOMAIN ? FaultCode.NOT_FOUND : FaultCode.FAILED;
    }
}
