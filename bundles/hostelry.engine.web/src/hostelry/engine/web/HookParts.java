package hostelry.engine.web;

import hostelry.api.Hosts.Hook;
import hostelry.model.Host;
import hostelry.wire.Out;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The hooks of a host, as oVirt tells them; the second checksum and why one is not run are ours. */
final class HookParts {
    private HookParts() {}

    static void writeAll(Out out, Call call, Host host) throws IOException {
        out.start("hooks");
        out.startList("hook");
        for (Hook hook : call.services().hosts().hooks(call.caller(), host.getId())) {
            // the same each time it is asked, and another on another host
            String id = UUID.nameUUIDFromBytes((host.getId() + " " + hook.event() + "/" + hook.name()).getBytes(StandardCharsets.UTF_8))
                    .toString();
            out.start("hook");
            out.attribute("href", call.paths().href(host) + "/hooks/" + id);
            out.attribute("id", id);
            out.text("name", hook.name());
            out.text("event_name", hook.event());
            out.text("md5", hook.md5());
            if (call.extras()) {
                out.text("sha256", hook.sha256());
                out.text("trouble", hook.trouble());
            }
            out.start("host");
            out.attribute("href", call.paths().href(host));
            out.attribute("id", host.getId());
            out.end();
            out.end();
        }
        out.endList();
        out.end();
    }
}
