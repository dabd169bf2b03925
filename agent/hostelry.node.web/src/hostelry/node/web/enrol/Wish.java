package hostelry.node.web.enrol;

import hostelry.pki.Fingerprints;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator of a machine asked for.
 *
 * @param engine its address, such as {@code https://engine.lan:8443}
 * @param fingerprint of the engine's authority
 * @param secret of a token, or null
 * @param address under which the engine is to call this machine; empty: the one that it sees
 * @param anew although there is an identity already
 */
public record Wish(URI engine, String fingerprint, @Nullable String secret, String address, boolean anew) {
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{64})\\.([A-Za-z0-9_-]{16,128})");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._:-]{0,255}");

    /**
     * Reads it from texts.
     *
     * @return empty where no engine is named
     * @throws IllegalArgumentException with a sentence
     */
    public static Optional<Wish> of(@Nullable String engine, @Nullable String fingerprint, @Nullable String token, @Nullable String address,
            boolean anew) {
        if (blank(engine)) {
            if (!blank(fingerprint) || !blank(token)) {
                throw new IllegalArgumentException(
                        "It is not said to which engine this machine shall belong (--engine https://HOST:8443).");
            }
            return Optional.empty();
        }
        URI uri = uri(String.valueOf(engine));
        String wanted = blank(fingerprint) ? null : String.valueOf(fingerprint);
        String secret = null;
        if (!blank(token)) {
            var matcher = TOKEN.matcher(String.valueOf(token).strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "That is no token of an engine. It has 64 digits, a dot, and the secret; take all of it.");
            }
            if (wanted != null && !Fingerprints.same(wanted, matcher.group(1))) {
                throw new IllegalArgumentException("The token is of another engine than the one with this fingerprint.");
            }
            wanted = matcher.group(1);
            secret = matcher.group(2);
        }
        if (wanted == null) {
            throw new IllegalArgumentException(
                    "Without the fingerprint of the engine's authority nobody can know whether it is the right engine: give"
                            + " --fingerprint or --token. The engine's window shows both (Hosts, Add host).");
        }
        Fingerprints.parse(wanted);
        String called = blank(address) ? "" : String.valueOf(address).strip();
        if (!ADDRESS.matcher(called).matches()) {
            throw new IllegalArgumentException(
                    "'" + called + "' is no address under which the engine could call this machine (--address).");
        }
        return Optional.of(new Wish(uri, wanted, secret, called, anew));
    }

    private static URI uri(String engine) {
        try {
            URI uri = URI.create(engine.strip().replaceFirst("/(ovirt-engine(/.*)?)?$", ""));
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getPath().isEmpty()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(noEngine(), e);
        }
        throw new IllegalArgumentException(noEngine());
    }

    private static String noEngine() {
        return "That is no address of an engine. Give one such as https://engine.example.com:8443 (--engine).";
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Wish[" + engine + ']';
    }
}
