package hostelry.node.api;

import jakarta.xml.ws.WebFault;

/** Expected trouble on a node: a code to act on, and a sentence for people. */
@WebFault(name = "NodeFault", targetNamespace = "urn:hostelry:node:1", faultBean = "hostelry.node.api.FaultInfo")
public class NodeFault extends Exception {
    private static final long serialVersionUID = 1L;
    private final FaultInfo info;

    public NodeFault(FaultCode code, String detail) {
        this(detail, new FaultInfo(code, detail));
    }

    public NodeFault(FaultCode code, String detail, Throwable cause) {
        this(detail, new FaultInfo(code, detail), cause);
    }

    /** As JAX-WS makes it from the wire. */
    public NodeFault(String message, FaultInfo info) {
        super(message);
        this.info = info;
    }

    /** As JAX-WS makes it from the wire. */
    public NodeFault(String message, FaultInfo info, Throwable cause) {
        super(message, cause);
        this.info = info;
    }

    public FaultInfo getFaultInfo() {
        return info;
    }

    /** What kind of trouble it is; never null. */
    public FaultCode code() {
        return info.code == null ? FaultCode.FAILED : info.code;
    }
}
