package hostelry.node.web;

import hostelry.node.api.Correlation;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.MDC;

/** Whatever this node logs while it serves a call stands under the engine's correlation id. */
final class Correlated implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        String id = ((HttpServletRequest) request).getHeader(Correlation.HEADER);
        if (id == null || !Correlation.fits(id)) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(Correlation.LOGGED, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Correlation.LOGGED);
        }
    }
}
