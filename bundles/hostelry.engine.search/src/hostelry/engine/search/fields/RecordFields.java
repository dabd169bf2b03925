package hostelry.engine.search.fields;

import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.model.StorageDomain;
import hostelry.model.User;
import hostelry.model.Vm;
import java.time.Instant;
import java.util.Comparator;

/** Events and jobs: the newest first. */
final class RecordFields {
    private RecordFields() {}

    static Table<Event> events() {
        return new Table<>(Event.class, "Events", "event")
                .main("message description", "", Entity::getDescription)
                .orderedWords("severity", "", Severity.VALUES, Event::getSeverity)
                .date("time", "", Event::getTime)
                .number("type code", "number of its kind", Unit.PLAIN, Event::getCode)
                .number("id index", "its number", Unit.PLAIN, Event::getIndex)
                .text("usrname user_name", "who did it", Event::getUserName)
                .link("event_host host", "", Host.class, Host::getName, Event::getHost)
                .link("event_vm vm", "", Vm.class, Vm::getName, Event::getVm)
                .link("event_storage storage", "", StorageDomain.class, StorageDomain::getName, Event::getStorageDomain)
                .link("event_cluster cluster", "", Cluster.class, Cluster::getName, Event::getCluster)
                .link("event_datacenter datacenter", "", DataCenter.class, DataCenter::getName, Event::getDataCenter)
                .text("correlation_id", "of the act that it belongs to", Event::getCorrelationId)
                .text("origin", "", Event::getOrigin)
                .ordered(Comparator.comparingLong(Event::getIndex).reversed())
                .beside(Vm.class, Way.forward(Event::getVm))
                .beside(Host.class, Way.forward(Event::getHost))
                .beside(StorageDomain.class, Way.forward(Event::getStorageDomain))
                .beside(Cluster.class, Way.forward(Event::getCluster))
                .beside(DataCenter.class, Way.forward(Event::getDataCenter))
                .beside(User.class, Way.forward(Event::getUser));
    }

    static Table<Job> jobs() {
        return new Table<>(Job.class, "Jobs", "job").basics()
                .words("status", "", JobStatus.VALUES, Job::getStatus)
                .text("verb", "such as StartVm", Job::getVerb)
                .main("detail", "", Job::getDetail)
                .text("owner owner_name usrname", "who began it", Job::getOwnerName)
                .text("subject", "id of what it acts on", Job::getSubject)
                .number("progress", "percent", Unit.PERCENT, Job::getProgress)
                .date("start_time", "", Job::getStartTime)
                .date("end_time", "", Job::getEndTime)
                .text("correlation_id", "", Job::getCorrelationId)
                .ordered(Comparator.<Job, Instant>comparing(job -> job.getStartTime() == null ? Instant.EPOCH : job.getStartTime())
                        .reversed()
                        .thenComparing(job -> job.getName() == null ? "" : job.getName()).thenComparing(Job::getId))
                .beside(User.class, Way.forward(Job::getOwner))
                .beside(Vm.class, Way.forward(Job::getSubject))
                .beside(Host.class, Way.forward(Job::getSubject));
    }
}
