package hostelry.node.libvirt.facts;

import hostelry.node.api.HostFacts;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainLoad;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.HostLoad;
import hostelry.node.api.Report.Note;
import hostelry.node.api.Report.StorageFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report before it has a number. */
record News(boolean full, @Nullable HostFacts host, @Nullable HostLoad load, List<DomainState> domains, List<String> gone,
        List<DomainLoad> loads,
        List<GuestFacts> guests, List<StorageFacts> storages, List<Note> notes) {
    static final News NONE = new News(false, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    static News host(HostFacts host) {
        return new News(false, host, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static News domains(List<DomainState> changed, List<String> gone) {
        return new News(false, null, null, changed, gone, List.of(), List.of(), List.of(), List.of());
    }

    static News guest(GuestFacts guest) {
        return new News(false, null, null, List.of(), List.of(), List.of(), List.of(guest), List.of(), List.of());
    }

    static News batch(@Nullable HostLoad load, List<DomainLoad> loads, List<StorageFacts> storages) {
        return new News(false, null, load, List.of(), List.of(), loads, List.of(), storages, List.of());
    }

    static News notes(List<Note> notes) {
        return new News(false, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), notes);
    }

    Report report(long number, long time) {
        return new Report(number, time, full, host, load, domains, gone, loads, guests, storages, notes);
    }
}
