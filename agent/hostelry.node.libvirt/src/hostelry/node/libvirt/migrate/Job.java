package hostelry.node.libvirt.migrate;

import hostelry.node.api.MigrationFacts;
import java.util.Map;

/** Puts the numbers of libvirt's job into facts. Pure. */
final class Job {
    private Job() {}

    static MigrationFacts facts(Map<String, Object> job) {
        MigrationFacts facts = new MigrationFacts();
        facts.total = number(job, "data_total");
        facts.remaining = number(job, "data_remaining");
        facts.rate = number(job, "memory_bps") + number(job, "disk_bps");
        facts.round = number(job, "memory_iteration");
        facts.downtime = number(job, "downtime");
        facts.elapsed = number(job, "time_elapsed");
        return facts;
    }

    private static long number(Map<String, Object> job, String name) {
        return job.get(name) instanceof Long value ? Math.max(0, value) : 0;
    }
}
