package hostelry.engine.web;

import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.wire.Out;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What the guest's agent says of its network: clients look here for a machine's address. */
final class ReportedDevices {
    private ReportedDevices() {}

    static void writeAll(Out out, Call call, Vm vm) throws IOException {
        out.start("reported_devices");
        out.startList("reported_device");
        if (!vm.getAddresses().isEmpty()) {
            write(out, call, vm);
        }
        out.endList();
        out.end();
    }

    /** The agent's addresses are known for the machine as a whole: they are told as one device. */
    private static void write(Out out, Call call, Vm vm) throws IOException {
        String id = UUID.nameUUIDFromBytes(("network of " + vm.getId()).getBytes(StandardCharsets.UTF_8)).toString();
        out.start("reported_device");
        out.attribute("href", call.paths().href(vm) + "/reporteddevices/" + id);
        out.attribute("id", id);
        out.text("name", "network");
        out.text("description", "guest reported data");
        out.start("ips");
        out.startList("ip");
        for (String address : vm.getAddresses()) {
            out.start("ip");
            out.text("address", address);
            out.text("version", address.contains(":") ? "v6" : "v4");
            out.end();
        }
        out.endList();
        out.end();
        List<Nic> nics = call.services().estate().list(call.caller(), Nic.class).stream().filter(nic -> vm.getId().equals(nic.getVm()))
                .toList();
        if (nics.size() == 1) {
            out.start("mac");
            out.text("address", nics.getFirst().getMac());
            out.end();
        }
        out.text("type", "network");
        out.start("vm");
        out.attribute("href", call.paths().href(vm));
        out.attribute("id", vm.getId());
        out.end();
        out.end();
    }
}
