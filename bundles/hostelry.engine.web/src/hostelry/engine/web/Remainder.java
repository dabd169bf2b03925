package hostelry.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a caller still sends when its request is refused. A short rest is read and forgotten, so that the connection can be used again; before a long one the
 * caller is told that the connection ends here, since whoever still sends sees a broken connection instead of an answer.
 */
final class Remainder {
    private static final long SHORT = 4L << 20;

    private Remainder() {}

    static void forget(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > SHORT) {
            response.setHeader("Connection", "close");
            return;
        }
        byte[] buffer = new byte[8192];
        long left = SHORT;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = request.getInputStream().read(buffer);
            left -= read;
        }
        if (left <= 0) {
            response.setHeader("Connection", "close");
        }
    }
}
