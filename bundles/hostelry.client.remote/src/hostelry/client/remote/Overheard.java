package hostelry.client.remote;

import hostelry.client.Asked;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells whoever wants to know what was asked, without the secrets in it. */
final class Overheard {
    /** Members whose value is nobody's business; a ticket's value stands in a member of its own. */
    private static final List<String> SECRETS = List.of("password", "secret", "token", "ticket", "custom_script", "ssh_key", "value");
    private static final int LONGEST = 4_000;

    private final List<Consumer<Asked>> listeners = new CopyOnWriteArrayList<>();

    Runnable add(Consumer<Asked> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(HttpRequest request, String user, byte @Nullable [] document, int status, Instant from) {
        if (listeners.isEmpty()) {
            return;
        }
        String path = request.uri().getRawPath() + (request.uri().getRawQuery() == null ? "" : "?" + request.uri().getRawQuery());
        Asked asked = new Asked(from, request.method(), "https://" + request.uri().getAuthority(), path, user, text(document), status,
                Duration.between(from, Instant.now()));
        listeners.forEach(listener -> listener.accept(asked));
    }

    static String text(byte @Nullable [] document) {
        if (document == null) {
            return "";
        }
        // first the secrets: half of one is one too
        String clean = clean(new String(document, StandardCharsets.UTF_8));
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    /** JSON without the texts of secret members. */
    private static String clean(String json) {
        StringBuilder clean = new StringBuilder(json.length());
        boolean secret = false;
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c != '"') {
                secret &= c == ':' || Character.isWhitespace(c);
                clean.append(c);
                at++;
                continue;
            }
            int end = end(json, at);
            boolean name = isColon(json, end);
            String text = json.substring(at, end);
            clean.append(secret && !name ? "\"…\"" : text);
            secret = name && SECRETS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
            at = end;
        }
        return clean.toString();
    }

    private static boolean isColon(String json, int from) {
        int at = from;
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at < json.length() && json.charAt(at) == ':';
    }

    /** Where a text ends that begins there, behind its quote. */
    private static int end(String json, int start) {
        int at = start + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(json.length(), at + 1);
    }
}
