package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.HostelryFactory;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.data.GuestPassword;
import hostelry.model.data.NicSetup;
import hostelry.wire.Incoming;
import hostelry.wire.Out;
import hostelry.wire.Tree;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What oVirt says of a machine's first start in nested lists, and our model in a text for each; and the password, which is hashed here and goes no further. */
final class InitParts {
    private static final int MOST_PASSWORD = 512;

    private InitParts() {}

    static void cards(Out out, List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        out.start("nic_configurations");
        out.startList("nic_configuration");
        for (String text : texts) {
            NicSetup nic = NicSetup.parse(text);
            out.start("nic_configuration");
            out.text("name", nic.name());
            out.text("on_boot", nic.onBoot());
            said(out, "boot_protocol", nic.protocol());
            ip(out, "ip", "v4", nic.address(), nic.netmask(), nic.gateway());
            said(out, "ipv6_boot_protocol", nic.protocol6());
            ip(out, "ipv6", "v6", nic.address6(), nic.netmask6(), nic.gateway6());
            out.end();
        }
        out.endList();
        out.end();
    }

    private static void ip(Out out, String element, String version, String address, String netmask, String gateway) throws IOException {
        if (address.isEmpty() && netmask.isEmpty() && gateway.isEmpty()) {
            return;
        }
        out.start(element);
        said(out, "address", address);
        said(out, "gateway", gateway);
        said(out, "netmask", netmask);
        out.text("version", version);
        out.end();
    }

    private static void said(Out out, String element, String value) throws IOException {
        if (!value.isEmpty()) {
            out.text(element, value);
        }
    }

    /** An empty list clears, an empty password too. */
    static void read(Tree document, Vm vm, Set<String> features) {
        Optional<String> password = document.value("initialization", "root_password");
        if (password.isPresent() && features.add("initPassword")) {
            String text = password.get();
            if (text.length() > MOST_PASSWORD || text.chars().anyMatch(Character::isISOControl)) {
                throw new Refusal(Problem.badInput("root_password",
                        "A password has at most " + MOST_PASSWORD + " characters, none of them a control character.", ""));
            }
            vm.setInitPassword(text.isEmpty() ? null : GuestPassword.hash(text.toCharArray()));
        }
        if (document.child("initialization", "nic_configurations").isPresent() && features.add("initNics")) {
            for (Tree nic : document.all("initialization", "nic_configurations", "nic_configuration")) {
                vm.getInitNics().add(new NicSetup(of(nic, "name"), nic.flag("on_boot").orElse(true), of(nic, "boot_protocol"),
                        of(nic, "ip", "address"), of(nic, "ip", "netmask"), of(nic, "ip", "gateway"), of(nic, "ipv6_boot_protocol"),
                        of(nic, "ipv6", "address"), of(nic, "ipv6", "netmask"), of(nic, "ipv6", "gateway")).text());
            }
        }
        if (vm.getInitScript() != null) {
            vm.setInitScript(vm.getInitScript().replace("\r\n", "\n"));
        }
    }

    /** The same of what a template's machines are told. */
    static Incoming<Template> complete(Incoming<Template> incoming) {
        Vm said = HostelryFactory.eINSTANCE.createVm();
        Set<String> features = new HashSet<>(incoming.features());
        read(incoming.document(), said, features);
        Template template = incoming.object();
        if (said.getInitPassword() != null) {
            template.setInitPassword(said.getInitPassword());
        }
        template.getInitNics().addAll(said.getInitNics());
        return new Incoming<>(template, features, incoming.named(), incoming.document());
    }

    private static String of(Tree place, String... path) {
        return place.value(path).map(String::strip).orElse("").replace(";", " ");
    }
}
