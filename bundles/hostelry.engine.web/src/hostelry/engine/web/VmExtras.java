package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.GraphicsType;
import hostelry.model.Vm;
import hostelry.model.data.Screen;
import hostelry.model.states.VmMoves;
import hostelry.wire.Out;
import hostelry.wire.Tree;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What oVirt says of a machine in nested lists, and our model in a text for each: properties and pinned CPUs; and the kind of its console, which old clients look for. */
final class VmExtras {
    private VmExtras() {}

    /** @param extras our own clients, who are told the setup of cards in another place, and its element with it */
    static void write(Out out, Vm vm, boolean extras) throws IOException {
        if (!extras && !vm.getInitNics().isEmpty() && !tellsInit(vm)) {
            out.start("initialization");
            InitParts.cards(out, vm.getInitNics());
            out.end();
        }
        if (vm.getCustomProperties().isEmpty()) {
            return;
        }
        out.start("custom_properties");
        out.startList("custom_property");
        for (String property : vm.getCustomProperties()) {
            int middle = property.indexOf('=');
            out.start("custom_property");
            out.text("name", property.substring(0, middle));
            out.text("value", property.substring(middle + 1));
            out.end();
        }
        out.endList();
        out.end();
    }

    /** Whether the element is there without the cards in it. */
    private static boolean tellsInit(Vm vm) {
        return vm.isInitRegenerateKeys() || Stream.of(vm.getInitHostName(), vm.getInitUserName(), vm.getInitSshKeys(), vm.getInitTimeZone(),
                vm.getInitDnsServers(), vm.getInitDnsSearch(), vm.getInitScript()).anyMatch(Objects::nonNull);
    }

    static void inside(Out out, Vm vm, String element) throws IOException {
        if (element.equals("display") && !vm.getGraphics().isEmpty()) {
            GraphicsType type = vm.getGraphics().contains(GraphicsType.SPICE) ? GraphicsType.SPICE : GraphicsType.VNC;
            out.text("type", type.getLiteral());
            Optional<Screen> screen = screen(vm, type);
            if (screen.isPresent()) {
                place(out, screen.get(), "secure_port");
                certificate(out, screen.get().tlsSubject());
            }
        }
        if (element.equals("initialization")) {
            InitParts.cards(out, vm.getInitNics());
        }
        if (element.equals("cpu") && !vm.getVcpuPins().isEmpty()) {
            pins(out, vm.getVcpuPins());
        }
    }

    /** Where a viewer finds a machine that runs. */
    static Optional<Screen> screen(Vm vm, GraphicsType type) {
        return VmMoves.running(vm.getStatus())
                ? vm.getScreens().stream().flatMap(text -> Screen.parse(text).stream())
                        .filter(screen -> screen.protocol().equals(type.getLiteral())).findFirst()
                : Optional.empty();
    }

    /** @param secure how the port that speaks TLS is called there */
    static void place(Out out, Screen screen, String secure) throws IOException {
        out.text("address", screen.address());
        if (screen.port() > 0) {
            out.text("port", screen.port());
        }
        if (screen.tlsPort() > 0) {
            out.text(secure, screen.tlsPort());
        }
    }

    private static void certificate(Out out, String subject) throws IOException {
        if (!subject.isEmpty()) {
            out.start("certificate");
            out.text("subject", subject);
            out.end();
        }
    }

    private static void pins(Out out, List<String> pins) throws IOException {
        out.start("cpu_tune");
        out.start("vcpu_pins");
        out.startList("vcpu_pin");
        for (String pin : pins) {
            int middle = pin.indexOf('#');
            out.start("vcpu_pin");
            out.attribute("vcpu", pin.substring(0, middle));
            out.attribute("cpu_set", pin.substring(middle + 1));
            out.end();
        }
        out.endList();
        out.end();
        out.end();
    }

    /** Takes both from what a client sent; an empty list clears. */
    static void read(Tree document, Vm vm, Set<String> features) {
        InitParts.read(document, vm, features);
        if (document.child("custom_properties").isPresent() && features.add("customProperties")) {
            for (Tree property : document.all("custom_properties", "custom_property")) {
                String name = property.value("name").orElse("");
                String value = property.value("value").orElse("");
                if (name.isEmpty() || name.indexOf('=') >= 0 || (name + value).chars().anyMatch(Character::isISOControl)) {
                    throw new Refusal(Problem.badInput("custom_properties",
                            "A custom property wants a name without '=', and a value on one line.", ""));
                }
                vm.getCustomProperties().add(name + "=" + value);
            }
        }
        if (document.child("cpu", "cpu_tune").isPresent() && features.add("vcpuPins")) {
            for (Tree pin : document.all("cpu", "cpu_tune", "vcpu_pins", "vcpu_pin")) {
                String cpu = pin.value("vcpu").orElse("");
                String set = pin.value("cpu_set").orElse("");
                if (!cpu.matches("[0-9]{1,4}") || !set.matches("[0-9,^-]{1,1000}")) {
                    throw new Refusal(Problem.badInput("cpu_tune",
                            "A pinned CPU wants 'vcpu', a number from 0 on, and 'cpu_set', such as 1-3,5.", ""));
                }
                vm.getVcpuPins().add(Integer.parseInt(cpu) + "#" + set);
            }
        }
    }
}
