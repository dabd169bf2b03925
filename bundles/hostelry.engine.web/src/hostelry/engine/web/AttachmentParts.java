package hostelry.engine.web;

import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.data.NetworkSync;
import hostelry.model.data.NetworkSync.Difference;
import hostelry.wire.Out;
import java.io.IOException;
import java.util.List;

/** A network of a host as oVirt tells it: whether it is as it is to be, how it differs, and the host's addresses in it. */
final class AttachmentParts {
    private AttachmentParts() {}

    static void write(Call call, Out out, NetworkAttachment attachment) throws IOException {
        Network network = call.services().estate().find(call.caller(), Network.class, attachment.getNetwork()).orElse(null);
        if (network == null) {
            return; // it went at this very moment
        }
        List<HostNic> cards = call.below().of(HostNic.class, "Host", HostNic::getHost, attachment.getHost());
        List<Difference> differences = NetworkSync.differences(attachment, network, cards);
        out.text("in_sync", differences.isEmpty());
        if (!attachment.getAddresses().isEmpty()) {
            out.start("ip_address_assignments");
            out.startList("ip_address_assignment");
            for (String address : attachment.getAddresses()) {
                assignment(out, address);
            }
            out.endList();
            out.end();
        }
        if (!differences.isEmpty()) {
            out.start("reported_configurations");
            out.startList("reported_configuration");
            for (Difference difference : differences) {
                out.start("reported_configuration");
                out.text("name", difference.property());
                out.text("actual_value", difference.actual());
                out.text("expected_value", difference.wanted());
                out.text("in_sync", false);
                out.end();
            }
            out.endList();
            out.end();
        }
    }

    private static void assignment(Out out, String address) throws IOException {
        boolean six = address.indexOf(':') >= 0;
        int slash = address.indexOf('/');
        out.start("ip_address_assignment");
        out.text("assignment_method", "static");
        out.start("ip");
        out.text("address", address.substring(0, slash));
        out.text("netmask", six ? address.substring(slash + 1) : SetupInput.mask(Integer.parseInt(address.substring(slash + 1))));
        out.text("version", six ? "v6" : "v4");
        out.end();
        out.end();
    }
}
