package hostelry.engine.web;

import hostelry.wire.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a caller takes, as far as it matters where JAX-RS does not look. */
final class Accepts {
    private static final Pattern VERSION = Pattern.compile("application/(?:xml|json)[^,]{0,100}?;\\s*version=\"?([^\";,\\s]*)",
            Pattern.CASE_INSENSITIVE);

    private Accepts() {}

    static boolean gzip(HttpServletRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return encodings != null
                && encodings.toLowerCase(Locale.ROOT).matches("(.*[,\\s])?gzip(\\s*;\\s*q=(1|0\\.[0-9]*[1-9]).*)?\\s*(,.*)?");
    }

    /** The version of the API that is asked for: by a header of its own, or as a parameter of the type. */
    static Optional<String> version(HttpServletRequest request) {
        String version = request.getHeader("Version");
        if (version != null) {
            return Optional.of(version);
        }
        String accept = request.getHeader("Accept");
        return accept == null ? Optional.empty() : VERSION.matcher(accept).results().map(match -> match.group(1)).findFirst();
    }

    /** The format of a fault: XML unless only JSON was asked for. */
    static Format format(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("xml") ? Format.JSON : Format.XML;
    }
}
