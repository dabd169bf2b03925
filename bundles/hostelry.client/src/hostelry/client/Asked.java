package hostelry.client;

import java.time.Duration;
import java.time.Instant;

/**
 * One request that a connection has made over the wire. There is no secret in it: no token, and none of the values in the document that are nobody's business.
 *
 * @param method such as {@code POST}
 * @param engine with scheme and port, {@code https://engine.example.com:8443}
 * @param path with its query, from the root
 * @param user as whom, with the realm
 * @param document what was sent, as JSON; empty: nothing
 * @param status of the answer; 0: none came
 * @param took until the answer began
 */
public record Asked(Instant time, String method, String engine, String path, String user, String document, int status, Duration took) {
    /** The same request for a terminal; curl asks for the password. Fit for a POSIX shell. */
    public String curl() {
        StringBuilder line = new StringBuilder("curl --cacert ca.pem -u ").append(quoted(user));
        if (!method.equals("GET")) {
            line.append(" -X ").append(method);
        }
        line.append(" -H 'Accept: application/json'");
        if (!document.isEmpty()) {
            line.append(" -H 'Content-Type: application/json' -d ").append(quoted(document));
        }
        return line.append(' ').append(quoted(engine + path)).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
