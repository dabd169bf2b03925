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
        card(call, out, attachment, cards);
        assignments(out, attachment);
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

    private static void card(Call call, Out out, NetworkAttachment attachment, List<HostNic> cards) throws IOException {
        HostNic card = cards.stream().filter(nic -> nic.getName().equals(attachment.getDevice())).findFirst().orElse(null);
        out.start("host_nic");
        if (card != null) { // a bond that is not there yet has neither
            out.attribute("href", call.paths().href(card));
            out.attribute("id", card.getId());
        }
        out.text("name", attachment.getDevice());
        out.end();
    }

    private static void assignments(Out out, NetworkAttachment attachment) throws IOException {
        out.start("ip_address_assignments");
        out.startList("ip_address_assignment");
        boolean four = attachment.isDhcp();
        if (attachment.isDhcp()) {
            asked(out, "dhcp", "v4");
        }
        for (String address : attachment.getAddresses()) {
            four |= address.indexOf(':') < 0;
            assignment(out, address, attachment);
        }
        if (!four) {
            asked(out, "none", "v4");
        }
        if (attachment.isAutoconf()) {
            asked(out, "autoconf", "v6");
        }
        out.endList();
        out.end();
    }

    private static void asked(Out out, String method, String version) throws IOException {
        out.start("ip_address_assignment");
        out.text("assignment_method", method);
        out.start("ip");
        out.text("version", version);
        out.end();
        out.end();
    }

    private static void assignment(Out out, String address, NetworkAttachment attachment) throws IOException {
        boolean six = address.indexOf(':') >= 0;
        int slash = address.indexOf('/');
        String gateway = six ? attachment.getIpv6Gateway() : attachment.getGateway();
        out.start("ip_address_assignment");
        out.text("assignment_method", "static");
        out.start("ip");
        out.text("address", address.substring(0, slash));
        if (gateway != null) {
            out.text("gateway", gateway);
        }
        out.text("netmask", six ? address.substring(slash + 1) : AddressInput.mask(Integer.parseInt(address.substring(slash + 1))));
        out.text("version", six ? "v6" : "v4");
        out.end();
        out.end();
    }
}
