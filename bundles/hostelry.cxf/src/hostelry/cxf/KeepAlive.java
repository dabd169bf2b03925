package hostelry.cxf;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Tells clients how long an idle connection stays: a new TLS handshake costs four times as much as a call. */
final class KeepAlive implements Filter {
    private final String value;

    KeepAlive(Duration time) {
        this.value = "timeout=" + time.toSeconds();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        ((HttpServletResponse) response).setHeader("Keep-Alive", value);
        chain.doFilter(request, response);
    }
}
