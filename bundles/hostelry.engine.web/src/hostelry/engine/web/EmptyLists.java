package hostelry.engine.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Lists of things that this estate has none of: oVirt's clients ask for them on their way to something else (libgovirt for pools when it opens the API, Ansible's
 * modules for instance types and affinity labels when they look at a VM), and take a 404 for an engine that is not there. Whoever builds one of these rooms takes
 * its line away here.
 */
public abstract class EmptyLists {
    private final String plural;
    private final String element;

    EmptyLists(String plural, String element) {
        this.plural = plural;
        this.element = element;
    }

    static List<Object> all() {
        return List.of(new AffinityLabels(), new CpuProfiles(), new DiskProfiles(), new InstanceTypes(), new NetworkFilters(),
                new StorageConnections(), new VmPools());
    }

    @GET
    @Produces({"application/xml", "application/json"})
    public Response list(@Context Call call) {
        return Statics.all(call, plural, element, List.of(), (out, nothing) -> {});
    }

    @Path("/affinitylabels")
    public static final class AffinityLabels extends EmptyLists {
        AffinityLabels() {
            super("affinity_labels", "affinity_label");
        }
    }

    @Path("/cpuprofiles")
    public static final class CpuProfiles extends EmptyLists {
        CpuProfiles() {
            super("cpu_profiles", "cpu_profile");
        }
    }

    @Path("/diskprofiles")
    public static final class DiskProfiles extends EmptyLists {
        DiskProfiles() {
            super("disk_profiles", "disk_profile");
        }
    }

    @Path("/instancetypes")
    public static final class InstanceTypes extends EmptyLists {
        InstanceTypes() {
            super("instance_types", "instance_type");
        }
    }

    @Path("/networkfilters")
    public static final class NetworkFilters extends EmptyLists {
        NetworkFilters() {
            super("network_filters", "network_filter");
        }
    }

    @Path("/storageconnections")
    public static final class StorageConnections extends EmptyLists {
        StorageConnections() {
            super("storage_connections", "storage_connection");
        }
    }

    @Path("/vmpools")
    public static final class VmPools extends EmptyLists {
        VmPools() {
            super("vm_pools", "vm_pool");
        }
    }
}
