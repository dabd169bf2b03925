package hostelry.engine.web;

import hostelry.model.GraphicsType;
import hostelry.model.Vm;
import hostelry.model.data.Screen;
import hostelry.wire.Out;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The graphics consoles of a machine; their ids are oVirt's: the protocol's name in hexadecimal digits. */
final class Consoles {
    private Consoles() {}

    static void writeAll(Out out, Call call, Vm vm) throws IOException {
        out.start("graphics_consoles");
        out.startList("graphics_console");
        for (GraphicsType type : vm.getGraphics()) {
            write(out, call, vm, type);
        }
        out.endList();
        out.end();
    }

    static void write(Out out, Call call, Vm vm, GraphicsType type) throws IOException {
        String href = href(call, vm, type);
        out.start("graphics_console");
        out.attribute("href", href);
        out.attribute("id", id(type));
        out.start("actions");
        out.startList("link");
        for (String action : new String[]{"remoteviewerconnectionfile", "ticket"}) {
            out.start("link");
            out.attribute("href", href + "/" + action);
            out.attribute("rel", action);
            out.end();
        }
        out.endList();
        out.end();
        out.text("protocol", type.getLiteral());
        Optional<Screen> screen = VmExtras.screen(vm, type);
        if (screen.isPresent()) {
            VmExtras.place(out, screen.get(), "tls_port");
        }
        out.start("vm");
        out.attribute("href", call.paths().href(vm));
        out.attribute("id", vm.getId());
        out.end();
        out.end();
    }

    private static String href(Call call, Vm vm, GraphicsType type) {
        return call.paths().href(vm) + "/graphicsconsoles/" + id(type);
    }

    static String id(GraphicsType type) {
        return HexFormat.of().formatHex(type.getLiteral().getBytes(StandardCharsets.US_ASCII));
    }

    /** The protocol of an id, if the machine has it. */
    static Optional<GraphicsType> type(Vm vm, String id) {
        return vm.getGraphics().stream().filter(type -> id(type).equals(id)).findFirst();
    }
}
