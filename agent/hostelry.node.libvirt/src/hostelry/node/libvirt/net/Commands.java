package hostelry.node.libvirt.net;

import hostelry.node.api.NodeFault;
import java.util.List;

/** Runs a program of the host. */
public interface Commands {
    /** Answers with what it printed; FAILED with its words where it is missing or did not end well. */
    String run(List<String> command) throws NodeFault;
}
