package hostelry.engine.web;

import hostelry.model.HostelryFactory;
import hostelry.model.Snapshot;
import hostelry.model.Vm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How a machine stood, and how it stands: oVirt lists the machine of today among its snapshots, as the active one. */
final class Snapshots {
    private static final String ACTIVE = "Active VM";

    private Snapshots() {}

    /** The active one first. */
    static List<Snapshot> of(Call call, Vm vm) {
        List<Snapshot> all = new ArrayList<>();
        all.add(active(vm));
        call.services().estate().list(call.caller(), Snapshot.class).stream().filter(snapshot -> vm.getId().equals(snapshot.getVm()))
                .forEach(all::add);
        return all;
    }

    /** Its id comes of the machine's, so that it is the same each time. */
    private static Snapshot active(Vm vm) {
        Snapshot active = HostelryFactory.eINSTANCE.createSnapshot();
        active.setId(UUID.nameUUIDFromBytes(("active " + vm.getId()).getBytes(StandardCharsets.UTF_8)).toString());
        active.setDescription(ACTIVE);
        active.setVm(vm.getId());
        active.setSnapshotStatus("ok");
        active.setSnapshotType("active");
        active.setDate(vm.getCreationTime());
        return active;
    }
}
