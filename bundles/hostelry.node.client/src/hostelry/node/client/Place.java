package hostelry.node.client;

import java.net.URI;

/** Where a node is. */
record Place(String address, int port) {
    Place {
        if (address.isBlank() || !address.matches("[A-Za-z0-9._:%-]{1,255}") || port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "That is no address of a node: " + address.replaceAll("\\p{Cntrl}", "?") + " port " + port + ".");
        }
    }

    String url(String path) {
        return "https://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port + path;
    }

    URI uri(String path) {
        return URI.create(url(path));
    }

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
