package hostelry.engine.web;

import hostelry.model.Vm;
import hostelry.wire.Out;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Who is logged in to a guest, as its agent tells it. Whether somebody sits at its console it does not tell. */
final class Sessions {
    private Sessions() {}

    static void writeAll(Out out, Call call, Vm vm) throws IOException {
        out.start("sessions");
        out.startList("session");
        for (String user : vm.getGuestUsers()) {
            String id = UUID.nameUUIDFromBytes(("session of " + user + " in " + vm.getId()).getBytes(StandardCharsets.UTF_8)).toString();
            out.start("session");
            out.attribute("href", call.paths().href(vm) + "/sessions/" + id);
            out.attribute("id", id);
            out.start("user");
            out.text("user_name", user);
            out.end();
            out.start("vm");
            out.attribute("href", call.paths().href(vm));
            out.attribute("id", vm.getId());
            out.end();
            out.end();
        }
        out.endList();
        out.end();
    }
}
