package hostelry.crash;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How it really is on the hosts.
 *
 * @param alive ids of the guests that run or are being launched, by host
 * @param images {@code STORAGE/DISK} of every image, of all hosts
 */
record Truth(Map<String, List<String>> alive, Set<String> images) implements Serializable {}
