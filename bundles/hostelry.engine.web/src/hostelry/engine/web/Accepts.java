package hostelry.engine.web;

import hostelry.wire.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What a caller takes, as far as it matters where JAX-RS does not look. */
final class Accepts {
    private Accepts() {}

    static boolean gzip(HttpServletRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return encodings != null
                && encodings.toLowerCase(Locale.ROOT).matches("(.*[,\\s])?gzip(\\s*;\\s*q=(1|0\\.[0-9]*[1-9]).*)?\\s*(,.*)?");
    }

    /** The format of a fault: XML unless only JSON was asked for. */
    static Format format(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("xml") ? Format.JSON : Format.XML;
    }
}
