package hostelry.engine.web;

import hostelry.api.Access;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the session of a token; who has the token may. */
final class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/ovirt-engine/services/sso-logout";
    /** The same under the name that OAuth has for it; oVirt has both. */
    static final String REVOKE = "/ovirt-engine/sso/oauth/revoke";
    private static final String BEARER = "Bearer ";

    private final transient Logger log = LoggerFactory.getLogger(LogoutServlet.class);
    private final transient Access access;

    LogoutServlet(Access access) {
        this.access = access;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String token = request.getParameter("token");
            String authorization = request.getHeader("Authorization");
            if (token != null) {
                access.logout(token);
            } else if (authorization != null && authorization.startsWith(BEARER)) {
                access.logout(authorization.substring(BEARER.length()).strip());
            }
        } catch (RuntimeException e) {
            log.warn("a logout failed: {}", e.toString());
            TokenServlet.answer(response, 400, out -> out.text("error", "The form can't be read."));
            return;
        }
        TokenServlet.answer(response, 200, out -> {});
    }
}
