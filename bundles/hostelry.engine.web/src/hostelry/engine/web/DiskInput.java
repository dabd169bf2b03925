package hostelry.engine.web;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.NewDisk;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.wire.Incoming;
import hostelry.wire.Tree;
import hostelry.wire.Wire;
import java.util.HashSet;
import java.util.Set;

/** Disks as clients send them: some say name, some alias, and mean the same. */
final class DiskInput {
    private DiskInput() {}

    static Disk read(Call call) {
        return named(call.read(Disk.class)).object();
    }

    static Patch<Disk> patch(Call call) {
        return call.patch(named(call.read(Disk.class)));
    }

    static Incoming<Disk> named(Incoming<Disk> incoming) {
        Disk disk = incoming.object();
        Set<String> features = new HashSet<>(incoming.features());
        if (features.contains("name") && !features.contains("alias")) {
            disk.setAlias(disk.getName());
            features.add("alias");
        } else if (features.contains("alias") && !features.contains("name")) {
            disk.setName(disk.getAlias());
            features.add("name");
        }
        return new Incoming<>(disk, features, incoming.named(), incoming.document());
    }

    /** A disk within its attachment: a new one, or with an id one that exists. */
    static NewDisk attached(Call call, Tree document) {
        Tree within = document.child("disk")
                .orElseThrow(() -> new Refusal(Problem.badInput("disk", "The disk is missing in the disk attachment.",
                        "Put a <disk> with an id, or with a size, into it.")));
        DiskAttachment attachment = call.wire().read(document, DiskAttachment.class, Wire.Trust.REQUEST).object();
        Disk disk = named(call.read(within, Disk.class)).object();
        if (disk.getId() == null && within.value("href").isPresent()) {
            disk.setId(attachment.getDisk());
        }
        return new NewDisk(disk, attachment);
    }
}
