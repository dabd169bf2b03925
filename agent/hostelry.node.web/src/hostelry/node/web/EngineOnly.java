package hostelry.node.web;

import hostelry.pki.Role;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nobody in but the engine: TLS has checked that the caller's certificate is of our authority, here its role is read. */
final class EngineOnly implements Filter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private final Logger log = LoggerFactory.getLogger(EngineOnly.class);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        X509Certificate[] certificates = request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown
                ? shown
                : new X509Certificate[0];
        Optional<Role> role = certificates.length == 0 ? Optional.empty() : Role.of(certificates[0]);
        if (role.equals(Optional.of(Role.ENGINE))) {
            chain.doFilter(request, response);
            return;
        }
        log.warn("Refused a call from {}: its certificate is not an engine's.", request.getRemoteAddr());
        Refusals.send((HttpServletRequest) request, (HttpServletResponse) response, HttpServletResponse.SC_FORBIDDEN,
                "Only the engine may call a node.");
    }
}
