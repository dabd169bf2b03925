package hostelry.engine.web;

import hostelry.model.Cluster;
import hostelry.model.Entity;
import hostelry.model.MacPool;
import hostelry.model.VnicProfile;
import hostelry.model.data.SchedulingPolicy;
import hostelry.wire.Out;
import java.io.IOException;

/** What oVirt writes in another shape than our model has it, and what its clients read without asking whether it is there. */
final class Asides {
    private Asides() {}

    static void write(Out out, Entity object) throws IOException {
        switch (object) {
            case MacPool pool -> ranges(out, pool);
            case Cluster cluster -> policy(out, cluster);
            case VnicProfile profile -> passThrough(out);
            default -> {
                // its features say all
            }
        }
    }

    private static void ranges(Out out, MacPool pool) throws IOException {
        out.start("ranges");
        out.startList("range");
        for (String range : pool.getRanges()) {
            int middle = range.length() / 2;
            out.start("range");
            out.text("from", range.substring(0, middle));
            out.text("to", range.substring(middle + 1));
            out.end();
        }
        out.endList();
        out.end();
    }

    private static void policy(Out out, Cluster cluster) throws IOException {
        String name = cluster.getSchedulingPolicy() == null ? "none" : cluster.getSchedulingPolicy();
        SchedulingPolicy policy = SchedulingPolicy.find(name).orElse(null);
        if (policy != null) {
            out.start("scheduling_policy");
            out.attribute("href", Statics.href(SchedulingPoliciesResource.COLLECTION, policy.id()));
            out.attribute("id", policy.id());
            out.text("name", policy.name());
            out.end();
        }
    }

    /** Ansible's module of vNIC profiles reads the mode of each. */
    private static void passThrough(Out out) throws IOException {
        out.start("pass_through");
        out.text("mode", "disabled");
        out.end();
        out.text("port_mirroring", false);
    }
}
