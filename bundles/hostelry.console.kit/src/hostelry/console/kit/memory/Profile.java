package hostelry.console.kit.memory;

import java.net.URI;

/**
 * A way to an engine on another machine. There is no password in it.
 *
 * @param fingerprint SHA-256 of the authority that was compared once, and is trusted since; empty: not yet
 */
public record Profile(String name, String address, int port, String user, String fingerprint) {
    public static final int PORT = 8443;

    /** Under the name of its machine; with the port where that is not the usual one. */
    public static Profile of(String address, int port, String user, String fingerprint) {
        return new Profile(port == PORT ? address : address + ":" + port, address, port, user, fingerprint);
    }

    public URI engine() {
        return URI.create("https://" + (address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address) + ":" + port);
    }

    /** As a line of the window's memory. */
    public String line() {
        return String.join("\t", name, address, Integer.toString(port), user, fingerprint);
    }
}
