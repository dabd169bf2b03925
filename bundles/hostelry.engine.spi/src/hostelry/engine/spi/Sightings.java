package hostelry.engine.spi;

import java.util.Set;

/** Which hosts hold a guest's definition, running or not, by what their nodes last said: engine.watch offers it. */
public interface Sightings {
    Set<String> hosts(String vmId);
}
