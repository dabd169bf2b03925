package hostelry.node.sim;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;

/** The faults, by name. */
final class Trouble {
    private Trouble() {}

    static NodeFault badInput(String sentence) {
        return new NodeFault(FaultCode.BAD_INPUT, sentence);
    }

    static NodeFault notFound(String sentence) {
        return new NodeFault(FaultCode.NOT_FOUND, sentence);
    }

    static NodeFault conflict(String sentence) {
        return new NodeFault(FaultCode.CONFLICT, sentence);
    }

    static NodeFault noSpace(String sentence) {
        return new NodeFault(FaultCode.NO_SPACE, sentence);
    }

    static NodeFault noMemory(String sentence) {
        return new NodeFault(FaultCode.NO_MEMORY, sentence);
    }

    static NodeFault unavailable(String sentence) {
        return new NodeFault(FaultCode.UNAVAILABLE, sentence);
    }

    static NodeFault failed(String sentence) {
        return new NodeFault(FaultCode.FAILED, sentence);
    }
}
