package hostelry.engine.web;

import hostelry.api.Access;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.wire.Format;
import hostelry.wire.Out;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Name and password for a token, as oVirt's SDKs ask for it. They come in the body alone: addresses are written to logs. */
final class TokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/ovirt-engine/sso/oauth/token";
    private static final String SCOPE = "ovirt-app-api";

    private final transient Logger log = LoggerFactory.getLogger(TokenServlet.class);
    private final transient Access access;

    TokenServlet(Access access) {
        this.access = access;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String grant;
        String user;
        String password;
        try {
            grant = request.getParameter("grant_type");
            user = request.getParameter("username");
            password = request.getParameter("password");
        } catch (RuntimeException e) {
            log.debug("a form that can't be read", e);
            error(response, 400, "invalid_request", "The form can't be read.");
            return;
        }
        if (request.getQueryString() != null && request.getQueryString().contains("password=")) {
            error(response, 400, "invalid_request", "The password must not stand in the address.");
        } else if (!"password".equals(grant)) {
            error(response, 400, "unsupported_grant_type", "Only the grant type 'password' is known.");
        } else if (user == null || password == null) {
            error(response, 400, "invalid_request", "The username or the password is missing.");
        } else {
            login(response, user, password.toCharArray());
        }
    }

    private void login(HttpServletResponse response, String user, char[] password) throws IOException {
        Access.Session session;
        try {
            session = access.login(user, password);
        } catch (Refusal refusal) {
            boolean unavailable = refusal.kind() == Problem.Kind.UNAVAILABLE;
            error(response, unavailable ? 503 : 400, unavailable ? "server_error" : "access_denied", refusal.getMessage(),
                    refusal.problems().getFirst().advice());
            return;
        } catch (RuntimeException e) {
            log.error("a login failed for a reason of the engine's own", e);
            error(response, 500, "server_error", "This should not have happened. The engine's log tells more.");
            return;
        } finally {
            Arrays.fill(password, '\0');
        }
        answer(response, 200, out -> {
            out.text("access_token", session.token());
            out.text("scope", SCOPE);
            out.text("exp", Long.toString(session.expires().toEpochMilli()));
            out.text("token_type", "bearer");
        });
    }

    private static void error(HttpServletResponse response, int status, String code, String sentence) throws IOException {
        error(response, status, code, sentence, "");
    }

    /** The SDKs show error and error_code. @param advice what to do next; RFC 6749, 5.2 has a place for it; empty: none */
    private static void error(HttpServletResponse response, int status, String code, String sentence, String advice) throws IOException {
        answer(response, status, out -> {
            out.text("error", sentence);
            out.text("error_code", code);
            if (!advice.isEmpty()) {
                out.text("error_description", advice);
            }
        });
    }

    static void answer(HttpServletResponse response, int status, Answer members) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try (Out out = Format.JSON.out(response.getOutputStream())) {
            out.start("answer");
            members.write(out);
            out.end();
        }
    }
}
