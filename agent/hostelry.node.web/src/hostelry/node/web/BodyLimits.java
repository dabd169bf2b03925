package hostelry.node.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Says beforehand how much may come: a verb is small, a piece of an image has a length. */
final class BodyLimits implements Filter {
    static final long VERB = 1024 * 1024;
    static final long PIECE = 64L * 1024 * 1024;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (WITH_BODY.contains(http.getMethod())) {
            long length = http.getContentLengthLong();
            boolean image = http.getRequestURI().startsWith("/node/images/");
            if (length < 0) {
                Refusals.send(http, (HttpServletResponse) response, HttpServletResponse.SC_LENGTH_REQUIRED,
                        "The header Content-Length is required.");
                return;
            }
            if (length > (image ? PIECE : VERB)) {
                Refusals.send(http, (HttpServletResponse) response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                        "That is too large: an image comes in pieces of at most "
                                + PIECE + " bytes, a verb has at most " + VERB + ".");
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
