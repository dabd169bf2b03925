package hostelry.client.remote;

import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.wire.Decor;
import hostelry.wire.Out;
import hostelry.wire.Wire;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** A machine to be, with its disks and NICs inside, as one document. */
final class VmDocument {
    private final Wire wire;

    VmDocument(Wire wire) {
        this.wire = wire;
    }

    /** What is not said is left out: it comes from the template. */
    void write(Out out, NewVm request) throws IOException {
        wire.writePatch(out, request.vm(), request.said(), new Decor() {
            @Override
            public void more(Out within, Entity object) throws IOException {
                disksAndNics(within, request);
            }
        });
    }

    /** Only what can be chosen for a clone. */
    void named(Out out, Vm vm) throws IOException {
        wire.writePatch(out, vm,
                Stream.of("name", "description", "comment").filter(name -> vm.eGet(vm.eClass().getEStructuralFeature(name)) != null)
                        .collect(Collectors.toSet()));
    }

    private void disksAndNics(Out out, NewVm request) throws IOException {
        out.start("disk_attachments");
        out.startList("disk_attachment");
        for (NewDisk disk : request.disks()) {
            write(out, disk);
        }
        out.endList();
        out.end();
        out.start("nics");
        out.startList("nic");
        for (Nic nic : request.nics()) {
            wire.write(out, nic, Decor.BARE, true);
        }
        out.endList();
        out.end();
    }

    void write(Out out, NewDisk disk) throws IOException {
        DiskAttachment attachment = EcoreUtil.copy(disk.attachment());
        attachment.setDisk(null); // the disk itself stands in its place
        wire.write(out, attachment, new Decor() {
            @Override
            public void more(Out within, Entity object) throws IOException {
                wire.write(within, disk.disk(), Decor.BARE, true);
            }
        }, true);
    }
}
