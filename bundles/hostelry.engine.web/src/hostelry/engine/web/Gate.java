package hostelry.engine.web;

import hostelry.api.Access;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Stands before the API: who calls, in which version of it, under which correlation id. Nothing of a request's document is looked at before its caller is known. */
final class Gate implements Filter {
    /** Under this name the correlation id stands in whatever is logged for the request: the same as on the nodes. */
    private static final String LOGGED = "correlation";
    static final String CHANGE_PASSWORD = "changepassword";
    private static final String COOKIE = "JSESSIONID";
    private static final Pattern VERSION = Pattern.compile(Paths.API + "/v([0-9]+)(/.*)?");
    private static final Pattern CORRELATION = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,99}");
    private static final String SUPPORTED = "4";

    private final Logger log = LoggerFactory.getLogger(Gate.class);
    private final Access access;

    Gate(Access access) {
        this.access = access;
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain) throws IOException, ServletException {
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        HttpServletRequest request = Bodiless.of((HttpServletRequest) anyRequest, response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        String path = request.getRequestURI();
        if (!path.equals(Paths.API) && !path.startsWith(Paths.API + "/") && !path.startsWith(Paths.API + ";")) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Caller> caller;
        try {
            caller = caller(request, response);
        } catch (Refusal refusal) {
            fault(request, response, FaultText.of(refusal));
            return;
        } catch (RuntimeException e) {
            log.error("a login failed for a reason of the engine's own", e);
            fault(request, response, FaultText.of(500, "This should not have happened. The engine's log tells more."));
            return;
        }
        if (caller.isEmpty()) {
            unauthorized(request, response);
            return;
        }
        // from here on the caller is known
        Matcher prefix = VERSION.matcher(path);
        Optional<String> version = prefix.matches() ? Optional.of(prefix.group(1)) : Accepts.version(request);
        if (version.isPresent() && !version.get().strip().equals(SUPPORTED)) {
            fault(request, response, FaultText.of(400,
                    "The version '" + version.get().strip().replaceAll("[^0-9A-Za-z.]", "?") + "' of the API is not supported; 4 is."));
            return;
        }
        try {
            String correlation = correlation(request, Params.parse(request.getQueryString(), request.getRequestURI()).checked());
            response.setHeader("Correlation-Id", correlation);
            request.setAttribute(Call.CALLER, caller.get().correlated(correlation));
            Verdict entry = access.entry(caller.get(), userLevel(request));
            if (!open(request, prefix.matches() && prefix.group(2) != null ? prefix.group(2) : path)) {
                entry.orRefuse();
            }
        } catch (Refusal refusal) {
            Remainder.forget(request, response);
            fault(request, response, FaultText.of(refusal));
            return;
        }
        if (request.getContentLengthLong() > Call.MAX_BODY) {
            Remainder.forget(request, response);
            fault(request, response, FaultText.of(413, new Call.TooLong().getMessage()));
            return;
        }
        Breakable answer = Breakable.of(request, response);
        MDC.put(LOGGED, ((Caller) request.getAttribute(Call.CALLER)).correlationId());
        try {
            pass(request, answer, prefix, chain);
        } finally {
            MDC.remove(LOGGED);
        }
        answer.end();
    }

    /** oVirt's header, or the parameter of the same name. */
    private static boolean userLevel(HttpServletRequest request) {
        String header = request.getHeader("Filter");
        return header != null
                ? "true".equalsIgnoreCase(header.strip())
                : Params.parse(request.getQueryString(), request.getRequestURI()).text("filter").filter("true"::equalsIgnoreCase)
                        .isPresent();
    }

    /** The root, which tells a client who it is, and the way to change a password: for everybody who has logged in. */
    private static boolean open(HttpServletRequest request, String path) {
        String rest = (path.startsWith(Paths.API) ? path.substring(Paths.API.length()) : path).replaceFirst(";.*$", "");
        return rest.isEmpty() || rest.equals("/") || request.getMethod().equals("POST") && rest.endsWith("/" + CHANGE_PASSWORD);
    }

    private static void pass(HttpServletRequest request, HttpServletResponse answer, Matcher prefix, FilterChain chain)
            throws IOException, ServletException {
        if (prefix.matches()) {
            String rest = prefix.group(2) == null ? "" : prefix.group(2);
            request.getRequestDispatcher(Paths.API + (rest.isEmpty() ? "/" : rest)).forward(new Unversioned(request, Paths.API + rest),
                    answer);
        } else {
            chain.doFilter(request, answer);
        }
    }

    /** The same request without the version in its address. */
    private static final class Unversioned extends HttpServletRequestWrapper {
        private final String uri;

        Unversioned(HttpServletRequest request, String uri) {
            super(request);
            this.uri = uri;
        }

        @Override
        public String getRequestURI() {
            return uri;
        }
    }

    // -- who calls

    private Optional<Caller> caller(HttpServletRequest request, HttpServletResponse response) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            String scheme = authorization.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
            String rest = authorization.strip().substring(scheme.length()).strip();
            return switch (scheme) {
                case "bearer" -> access.session(rest).map(Access.Session::caller);
                case "basic" -> basic(rest, request, response);
                default -> Optional.empty();
            };
        }
        return cookie(request).flatMap(access::session).map(Access.Session::caller);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).findFirst();
    }

    private Optional<Caller> basic(String encoded, HttpServletRequest request, HttpServletResponse response) {
        // a client that keeps a session sends name and password again all the same; the session spares the dear hash
        Optional<Access.Session> known = cookie(request).flatMap(access::session);
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String user = pair.substring(0, colon);
        if (known.isPresent() && known.get().caller().userName().equals(user)) {
            return known.map(Access.Session::caller);
        }
        char[] password = pair.substring(colon + 1).toCharArray();
        try {
            String prefer = request.getHeader("Prefer");
            if (prefer == null || !prefer.toLowerCase(Locale.ROOT).contains("persistent-auth")) {
                return access.verify(user, password);
            }
            Access.Session session = access.login(user, password);
            response.addHeader("Set-Cookie",
                    COOKIE + "=" + session.token() + "; Path=/ovirt-engine/api; Secure; HttpOnly; SameSite=Strict");
            return Optional.of(session.caller());
        } catch (Refusal refusal) {
            if (refusal.kind() == Problem.Kind.FORBIDDEN || refusal.kind() == Problem.Kind.BAD_INPUT) {
                return Optional.empty();
            }
            throw refusal;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Without a body: with one, oVirt's Java SDK leaks its connections and hangs. */
    private static void unauthorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Remainder.forget(request, response);
        String authorization = request.getHeader("Authorization");
        boolean token = authorization != null && authorization.strip().toLowerCase(Locale.ROOT).startsWith("bearer");
        response.setStatus(401);
        response.addHeader("WWW-Authenticate", "Bearer realm=\"RESTAPI\"" + (token ? ", error=\"invalid_token\"" : ""));
        response.addHeader("WWW-Authenticate", "Basic realm=\"RESTAPI\"");
        response.setContentLength(0);
    }

    // -- under which correlation id

    /** @param params read in any case: what can't be read is refused here, before others stumble over it */
    private static String correlation(HttpServletRequest request, Params params) {
        String header = request.getHeader("Correlation-Id");
        String given = header != null
                ? header
                : params.text("correlation_id").orElse(null);
        if (given == null || given.isBlank()) {
            return UUID.randomUUID().toString();
        }
        if (!CORRELATION.matcher(given).matches()) {
            throw new Refusal(Problem.badInput("correlation_id", "A correlation id has 1 to 100 printable ASCII characters.", ""));
        }
        return given;
    }

    static void fault(HttpServletRequest request, HttpServletResponse response, FaultText fault) throws IOException {
        response.setStatus(fault.status());
        response.setContentType(Accepts.format(request).mediaType() + ";charset=UTF-8");
        try (var out = Accepts.format(request).out(response.getOutputStream())) {
            fault.told(Call.extras(request)).write(out);
        }
    }
}
