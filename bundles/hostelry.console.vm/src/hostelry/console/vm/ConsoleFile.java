package hostelry.console.vm;

import hostelry.api.Vms.ConsoleTicket;
import hostelry.model.GraphicsType;

/** The text of a file for remote-viewer: where the screen is, and the ticket that opens it once. Pure. */
final class ConsoleFile {
    private ConsoleFile() {}

    static String text(ConsoleTicket ticket, String title) {
        StringBuilder text = new StringBuilder("[virt-viewer]\n");
        line(text, "type", ticket.graphics() == GraphicsType.VNC ? "vnc" : "spice");
        line(text, "host", ticket.address());
        if (ticket.port() > 0) {
            line(text, "port", Integer.toString(ticket.port()));
        }
        if (ticket.tlsPort() > 0) {
            line(text, "tls-port", Integer.toString(ticket.tlsPort()));
            if (ticket.tlsAuthority() instanceof String authority) {
                line(text, "ca", authority.strip().replace("\n", "\\n") + "\\n");
            }
            if (ticket.tlsSubject() != null) {
                line(text, "host-subject", ticket.tlsSubject());
            }
        }
        line(text, "password", ticket.value());
        line(text, "title", title + " — Hostelry");
        // the file holds a secret: the viewer takes it away as soon as it has read it
        line(text, "delete-this-file", "1");
        line(text, "toggle-fullscreen", "shift+f11");
        line(text, "release-cursor", "shift+f12");
        return text.toString();
    }

    /** A value ends with its line: what could begin another one may not come in. */
    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value.replaceAll("[\\r\\n]", " ")).append('\n');
    }
}
