package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.VnicProfile;
import hostelry.wire.Incoming;
import hostelry.wire.Tree;

/** vNIC profiles as clients send them. What oVirt's have and ours do not is refused where it is asked for: a filter that is not there must not seem to be. */
final class ProfileInput {
    private ProfileInput() {}

    static Incoming<VnicProfile> read(Call call) {
        Incoming<VnicProfile> incoming = call.read(VnicProfile.class);
        Tree document = incoming.document();
        if (document.flag("port_mirroring").orElse(false)) {
            refuse("port_mirroring", "Port mirroring is not there.", "Leave it out, or say false.");
        }
        if (document.value("pass_through", "mode").filter(mode -> !mode.isBlank() && !mode.equals("disabled")).isPresent()) {
            refuse("pass_through", "Cards can't be passed through by a profile.", "Leave it out, or say disabled.");
        }
        if (!document.all("custom_properties", "custom_property").isEmpty()) {
            refuse("custom_properties", "vNIC profiles have no custom properties.", "Leave them out.");
        }
        named(document, "network_filter", "Network filters are not there.");
        named(document, "qos", "Qualities of service are not there.");
        named(document, "failover", "Failover profiles are not there.");
        return incoming;
    }

    /** Without id and name it is no wish: so clients say that they want none. */
    private static void named(Tree document, String field, String text) {
        if (document.value(field, "id").or(() -> document.value(field, "name")).filter(value -> !value.isBlank()).isPresent()) {
            refuse(field, text, "Leave it out.");
        }
    }

    private static void refuse(String field, String text, String advice) {
        throw new Refusal(Problem.badInput(field, text, advice));
    }
}
