package hostelry.engine.web;

import hostelry.model.Vm;
import hostelry.wire.Out;
import java.io.IOException;

/** The CD drive of a machine and the disc in it. */
final class CdDrive {
    private CdDrive() {}

    static void writeAll(Out out, Call call, Vm vm) throws IOException {
        out.start("cdroms");
        out.startList("cdrom");
        write(out, call, vm);
        out.endList();
        out.end();
    }

    static void write(Out out, Call call, Vm vm) throws IOException {
        out.start("cdrom");
        out.attribute("href", call.paths().href(vm) + "/cdroms/" + Paths.CD_DRIVE);
        out.attribute("id", Paths.CD_DRIVE);
        if (vm.getCdrom() != null && !vm.getCdrom().isEmpty()) {
            out.start("file");
            out.attribute("id", vm.getCdrom());
            out.end();
        }
        out.start("vm");
        out.attribute("href", call.paths().href(vm));
        out.attribute("id", vm.getId());
        out.end();
        out.end();
    }
}
