import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * From an act to its event at each of some followers of the change stream: a VM's description is changed by REST, and the time counts from before that request is
 * sent until the line with the new description has come to the follower. Arguments: API CA.pem PASSWORD-FILE FOLLOWERS ACTS.
 */
final class ChangesBench {
    private static final Pattern ACT = Pattern.compile("\"description\":\"bench-([0-9]+)\"");

    private final String api;
    private final String login;
    private final HttpClient client;
    private final int followers;
    private final int acts;
    /** When each act began. */
    private final AtomicLongArray begun;
    /** How long it took to each follower: act by act, follower by follower. */
    private final AtomicLongArray took;
    private final CountDownLatch ready;
    private final CountDownLatch[] heard;

    public static void main(String[] args) throws Exception {
        new ChangesBench(args).run();
        System.exit(0); // the streams stay open
    }

    private ChangesBench(String[] args) throws Exception {
        api = args[0];
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(Path.of(args[1]))) {
            trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
        String password = Files.readString(Path.of(args[2])).strip();
        login = "Bearer " + token(password);
        followers = Integer.parseInt(args[3]);
        acts = Integer.parseInt(args[4]);
        begun = new AtomicLongArray(acts);
        took = new AtomicLongArray(acts * followers);
        ready = new CountDownLatch(followers);
        heard = new CountDownLatch[acts];
        Arrays.setAll(heard, i -> new CountDownLatch(followers));
    }

    /** A session, as SDKs have it: a password with each request would measure its hash. */
    private String token(String password) throws Exception {
        String form = "grant_type=password&scope=ovirt-app-api&username=admin%40internal&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        String answer = send(
                HttpRequest.newBuilder(URI.create(api.replaceFirst("/api$", "/sso/oauth/token"))).header("Accept", "application/json")
                        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build());
        Matcher token = Pattern.compile("\"access_token\" *: *\"([^\"]+)\"").matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException("the engine gave no token");
        }
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", login).header("Accept", "application/xml").header(
                "Content-Type",
                "application/xml");
    }

    private String send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void follow(int follower) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                client.send(request("/changes?nouns=Vm").build(), BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            boolean first = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long now = System.nanoTime();
                if (line.equals("event: batch") && first) {
                    first = false;
                    ready.countDown();
                }
                Matcher act = ACT.matcher(line);
                if (!first && line.startsWith("data: ") && act.find()) {
                    int number = Integer.parseInt(act.group(1));
                    if (took.compareAndSet(number * followers + follower, 0, now - begun.get(number))) {
                        heard[number].countDown();
                    }
                }
            }
        } catch (Exception e) {
            System.err.println("follower " + follower + " ended: " + e);
        }
    }

    private void run() throws Exception {
        String made = send(request("/vms").POST(BodyPublishers
                .ofString(
                        "<vm><name>bench-changes</name><cluster><name>Default</name></cluster><template><name>Blank</name></template></vm>"))
                .build());
        Matcher id = Pattern.compile("<vm [^>]*id=\"([^\"]+)\"").matcher(made);
        if (!id.find()) {
            throw new IllegalStateException("the engine made no VM: " + made);
        }
        for (int i = 0; i < followers; i++) {
            int number = i;
            Thread.ofVirtual().start(() -> follow(number));
        }
        if (!ready.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the followers do not get their snapshots");
        }
        for (int i = 0; i < acts; i++) {
            begun.set(i, System.nanoTime());
            send(request("/vms/" + id.group(1)).PUT(BodyPublishers.ofString("<vm><description>bench-" + i + "</description></vm>"))
                    .build());
            if (!heard[i].await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("act " + i + " did not come to all followers within 10 s");
            }
        }
        List<Long> times = new ArrayList<>();
        for (int i = followers * Math.min(20, acts / 10); i < acts * followers; i++) { // the first ones warm it up
            times.add(took.get(i));
        }
        times.sort(null);
        String how = "PUT /vms/ID until the event is at the client, over TLS, " + times.size() / followers
                + " acts one after the other, each at "
                + followers + " followers";
        for (int percent : new int[]{50, 99}) {
            System.out.printf(Locale.ROOT, "{\"name\":\"changes.p%d\",\"value\":%.4f,\"unit\":\"s\",\"how\":\"%s\"}%n", percent,
                    times.get((int) Math.min(times.size() - 1L, times.size() * percent / 100L)) / 1e9, how);
        }
        System.out.printf(Locale.ROOT, "{\"name\":\"changes.max\",\"value\":%.4f,\"unit\":\"s\",\"how\":\"%s\"}%n", times.getLast() / 1e9,
                how);
    }
}
