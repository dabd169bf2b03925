package hostelry.engine.web;

import hostelry.api.Vms.ConsoleTicket;
import hostelry.model.GraphicsType;

/** The file that remote-viewer opens. It holds a secret and asks to be deleted. */
record ViewerFile(String machine, ConsoleTicket ticket, String authority) {

    /** In the form of GLib's key files. */
    String text() {
        StringBuilder text = new StringBuilder("[virt-viewer]\n");
        put(text, "type", ticket.graphics().getLiteral());
        put(text, "host", ticket.address());
        if (ticket.port() > 0) {
            put(text, "port", Integer.toString(ticket.port()));
        }
        put(text, "password", ticket.value());
        text.append("# The password can be used once, within ").append(ticket.seconds()).append(" seconds.\n");
        put(text, "delete-this-file", "1");
        put(text, "fullscreen", "0");
        put(text, "title", machine + ":%d");
        put(text, "toggle-fullscreen", "shift+f11");
        put(text, "release-cursor", "shift+f12");
        put(text, "secure-attention", "ctrl+alt+end");
        if (ticket.graphics() == GraphicsType.SPICE) {
            put(text, "enable-smartcard", "0");
            put(text, "enable-usb-autoshare", "1");
        }
        if (ticket.tlsPort() > 0) {
            put(text, "tls-port", Integer.toString(ticket.tlsPort()));
            if (ticket.tlsSubject() instanceof String subject) {
                put(text, "host-subject", subject);
            }
            put(text, "ca", authority);
            put(text, "secure-channels", "main;inputs;cursor;playback;record;display;smartcard;usbredir");
        }
        return text.toString();
    }

    /** A line end in a name must not become a key of its own. */
    private static void put(StringBuilder text, String key, String value) {
        text.append(key).append('=')
                .append(value.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
}
