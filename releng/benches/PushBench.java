import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * From a change in libvirt that nobody asked the engine for until it is at a client of the change stream: a guest is suspended and resumed by one virsh, in turn, and
 * the time counts from before virsh is told so. Arguments: API CA.pem PASSWORD-FILE LIBVIRT-URI DOMAIN VM PAIRS.
 */
final class PushBench {
    private static final Pattern STATUS = Pattern.compile("\"status\" *: *\"([a-z_]+)\"");
    private static final int PATIENCE_SECONDS = 30;
    private static final int WARM = 10;

    /** A status that was told, and when. */
    private record Told(String status, long when) {}

    private final String api;
    private final String vm;
    private final HttpClient client;
    private final String login;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    public static void main(String[] args) throws Exception {
        new PushBench(args).run(args[3], args[4], Integer.parseInt(args[6]));
        System.exit(0); // the stream stays open
    }

    private PushBench(String[] args) throws Exception {
        api = args[0];
        vm = args[5];
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
        login = "Bearer " + token(Files.readString(Path.of(args[2])).strip());
    }

    private String token(String password) throws Exception {
        String form = "grant_type=password&scope=ovirt-app-api&username=admin%40internal&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        String answer = client.send(HttpRequest.newBuilder(URI.create(api.replaceFirst("/api$", "/sso/oauth/token")))
                .header("Accept", "application/json").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString()).body();
        Matcher token = Pattern.compile("\"access_token\" *: *\"([^\"]+)\"").matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException("the engine gave no token");
        }
        return token.group(1);
    }

    private void follow() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/changes?nouns=Vm")).header("Authorization", login).build();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long now = System.nanoTime();
                Matcher status = STATUS.matcher(line);
                if (line.equals("event: batch")) {
                    ready.countDown();
                } else if (line.startsWith("data: ") && line.contains(vm) && status.find()) {
                    told.add(new Told(status.group(1), now));
                }
            }
        } catch (Exception e) {
            System.err.println("the change stream ended: " + e);
        }
    }

    private long until(String status) throws InterruptedException {
        while (true) {
            Told next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nobody told within " + PATIENCE_SECONDS + " s that it is " + status);
            }
            if (next.status().equals(status)) {
                return next.when();
            }
        }
    }

    private void run(String uri, String domain, int pairs) throws Exception {
        Thread.ofVirtual().start(this::follow);
        if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the change stream has no beginning");
        }
        Process virsh = new ProcessBuilder("virsh", "-q", "-c", uri).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Long> times = new ArrayList<>();
        try (OutputStream commands = virsh.getOutputStream()) {
            for (int i = 0; i < pairs + WARM; i++) {
                for (String[] act : new String[][]{{"suspend", "paused"}, {"resume", "up"}}) {
                    told.clear();
                    long from = System.nanoTime();
                    commands.write((act[0] + " " + domain + "\n").getBytes(StandardCharsets.US_ASCII));
                    commands.flush();
                    long took = until(act[1]) - from;
                    if (i >= WARM) {
                        times.add(took);
                    }
                    Thread.sleep(50 + i * 37 % 100); // not in step with anything that the node does each so often
                }
            }
        }
        times.sort(null);
        String how = "virsh suspend or resume of a running guest until its status is at a client of the change stream, over TLS; "
                + times.size() + " acts";
        for (int percent : new int[]{50, 99}) {
            print("p" + percent, times.get((int) Math.min(times.size() - 1L, times.size() * percent / 100L)), how);
        }
        print("max", times.getLast(), how);
    }

    private static void print(String name, long nanos, String how) {
        System.out.printf(Locale.ROOT, "{\"name\":\"push.%s\",\"value\":%.4f,\"unit\":\"s\",\"how\":\"%s\"}%n", name, nanos / 1e9, how);
    }
}
