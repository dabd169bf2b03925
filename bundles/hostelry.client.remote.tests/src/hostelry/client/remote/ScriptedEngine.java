package hostelry.client.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import hostelry.pki.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that says what a test tells it to, over real TLS; it logs in whoever knows the password, and remembers all requests. */
final class ScriptedEngine implements AutoCloseable {
    static final String API = "/ovirt-engine/api";
    static final String PASSWORD = "s3cret pass&word";

    /** What is answered to a request. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** One request as it came. */
    record Request(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst()).findFirst().orElse("");
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger logins = new AtomicInteger();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;
    private volatile String token = "";
    private volatile String password = "s3cret+pass%26word";

    ScriptedEngine(Tls tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        on("GET " + API, json(200, "{\"authenticated_user\":{\"id\":\"u1\"}}"));
    }

    URI address(String host) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort());
    }

    /** Answers in turn; the last one is given again and again. */
    void on(String methodAndPath, Answer... inTurn) {
        answers.put(methodAndPath, new ArrayDeque<>(List.of(inTurn)));
    }

    static Answer json(int status, String text) {
        return text(status, "application/json", text);
    }

    static Answer text(int status, String type, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 || exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
            if (bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    /** The login is not taken any more: whoever wants on must log in anew. */
    void forgetLogins() {
        token = "";
    }

    /** Somebody gives the user another password, and ends all logins. @param now as it stands in a form */
    void password(String now) {
        password = now;
        forgetLogins();
    }

    List<Request> requestsTo(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body);
            requests.add(request);
            if (path.equals("/ovirt-engine/sso/oauth/token")) {
                login(exchange, body);
            } else if (path.equals("/ovirt-engine/services/sso-logout")) {
                json(200, "{}").to(exchange);
            } else if (path.startsWith(API) && !request.header("Authorization").equals("Bearer " + token)) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                answer(request).to(exchange);
            }
        }
    }

    private void login(HttpExchange exchange, String form) throws IOException {
        if (!form.contains("username=admin%40internal") || !form.contains("password=" + password)) {
            json(400, "{\"error\":\"The user name or the password is wrong.\",\"error_code\":\"access_denied\"}").to(exchange);
            return;
        }
        token = "token" + logins.incrementAndGet();
        json(200, "{\"access_token\":\"" + token + "\"}").to(exchange);
    }

    private Answer answer(Request request) {
        Queue<Answer> inTurn = answers.get(request.method() + " " + request.path());
        if (inTurn == null) {
            return json(404, "{\"detail\":\"[Nothing at " + request.path() + ".]\",\"reason\":\"Operation Failed\"}");
        }
        synchronized (inTurn) {
            return inTurn.size() > 1 ? inTurn.remove() : inTurn.element();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
