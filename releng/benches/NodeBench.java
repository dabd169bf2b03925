import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a node with many domains computes: for a full report, asked for by the engine's certificate over a connection of its own each time, and while it is only listened
 * to. The processor's time is the process's own, by the system, so that it says the same on a busy machine. Arguments: URL PID ENGINE.p12 PASSWORD-FILE DOMAINS REPORTS.
 */
final class NodeBench {
    /** The system counts in hundredths of a second: only many reports together can be measured. */
    private static final double TICKS = 100;
    private static final int WARM = 30;
    private static final int LISTEN_SECONDS = 60;
    /** The node looks at all guests that often. */
    private static final double LOOK_SECONDS = 2;

    private final HttpClient client;
    private final HttpRequest reports;
    private final Path stat;
    private final int domains;

    public static void main(String[] args) throws Exception {
        NodeBench bench = new NodeBench(args);
        bench.run(Integer.parseInt(args[5]), args[1]);
        System.exit(0); // a stream may be open
    }

    private NodeBench(String[] args) throws Exception {
        char[] password = Files.readString(Path.of(args[3])).strip().toCharArray();
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(Path.of(args[2]))) {
            identity.load(file, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        java.security.cert.Certificate[] chain = identity.getCertificateChain(identity.aliases().nextElement());
        trusted.setCertificateEntry("authority", chain[chain.length - 1]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
        reports = HttpRequest.newBuilder(URI.create(args[0] + "/node/reports")).build();
        stat = Path.of("/proc", args[1], "stat");
        domains = Integer.parseInt(args[4]);
    }

    /** Seconds that the node has computed so far. */
    private double processor() throws IOException {
        String text = Files.readString(stat);
        String[] words = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS;
    }

    /** One full report, whose length is answered. */
    private int report() throws Exception {
        HttpResponse<InputStream> answer = client.send(reports, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            if (answer.statusCode() != 200 || line == null || !line.contains("\"full\":true")) {
                throw new IllegalStateException("no full report: " + answer.statusCode() + " " + line);
            }
            int told = line.split("\"startTime\":", -1).length - 1;
            if (told != domains) {
                throw new IllegalStateException("the report tells of " + told + " domains, not of " + domains);
            }
            return line.length();
        }
    }

    /** Seconds a second that it computes while one listens. */
    private double listened() throws Exception {
        HttpResponse<InputStream> answer = client.send(reports, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            lines.readLine();
            double before = processor();
            long from = System.nanoTime();
            long end = from + LISTEN_SECONDS * 1_000_000_000L;
            while (System.nanoTime() < end && lines.readLine() != null) {
                // heartbeats come each second
            }
            return (processor() - before) / ((System.nanoTime() - from) / 1e9);
        }
    }

    private void run(int count, String pid) throws Exception {
        for (int i = 0; i < WARM; i++) {
            report();
        }
        double listened = listened();
        double before = processor();
        long from = System.nanoTime();
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = report();
        }
        double reported = processor() - before - listened * ((System.nanoTime() - from) / 1e9);
        result("node.report", reported / count, "s",
                "processor time of the node for a full report of " + domains + " domains (" + length
                        + " bytes) over a TLS connection of its own, without what it does anyway; mean of " + count);
        result("node.look", listened * LOOK_SECONDS, "s",
                "processor time of the node for each look at all of them, every 2 s, with all else that it does while one listens; mean of "
                        + LISTEN_SECONDS + " s");
        long resident = Files.readAllLines(Path.of("/proc", pid, "status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElseThrow();
        result("node.resident", resident / 1024.0, "MB", "VmRSS of that node afterwards");
        result("node.allowed", 128 + 20 * domains / 1024.0, "MB", "128 MB and 20 KB a domain: what it may be");
    }

    private static void result(String name, double value, String unit, String how) {
        System.out.printf(Locale.ROOT, "{\"name\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"how\":\"%s\"}%n", name, value, unit, how);
    }
}
