package hostelry.node.libvirt.doctor;

import hostelry.home.Home;
import hostelry.home.HomeUnusable;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The program: {@code doctor} with the properties of a node ({@code hostelry.home}, {@code hostelry.libvirt}, {@code hostelry.node.listen}, {@code hostelry.engine})
 * and {@code hostelry.doctor.json=true} for programs that read it. Ends with 0 where this machine can be a host, with 1 where something must be mended, with 64 where it
 * was asked wrongly.
 */
public final class Doctor {
    private static final int USAGE = 64;
    private static final Pattern LISTEN = Pattern.compile("\\[?([0-9A-Za-z.:-]+?)\\]?:([0-9]{1,5})");

    private Doctor() {}

    public static void main(String[] arguments) throws HomeUnusable {
        System.exit(run(Home.place(System::getProperty), System.getProperty("hostelry.libvirt", ""),
                System.getProperty("hostelry.node.listen", "0.0.0.0:54321"),
                System.getProperty("hostelry.engine", ""), Boolean.getBoolean("hostelry.doctor.json"), new Machine(Path.of("/")),
                System.out));
    }

    static int run(Path home, String libvirt, String listen, String engine, boolean json, Machine machine, PrintStream out) {
        Matcher where = LISTEN.matcher(listen);
        if (!where.matches() || Integer.parseInt(where.group(2)) > 65535
                || !engine.isEmpty() && !engine.matches("https://[A-Za-z0-9.:\\[\\]-]+/?")) {
            out.println("--listen wants HOST:PORT, --engine an address such as https://engine.example.com:8443.");
            return USAGE;
        }
        EngineLooks looks = new EngineLooks(Clock.systemUTC());
        List<Finding> findings = new ArrayList<>(new HostLooks(machine).all(home, libvirt));
        findings.add(looks.certificate(home));
        findings.add(looks.port(where.group(1), Integer.parseInt(where.group(2))));
        if (!engine.isEmpty()) {
            findings.add(looks.time(URI.create(engine)));
        }
        boolean bad = findings.stream().anyMatch(finding -> finding.state() == Finding.State.BAD);
        if (json) {
            out.println(
                    "{\"good\":" + !bad + ",\"findings\":[" + findings.stream().map(Finding::json).collect(Collectors.joining(",")) + "]}");
        } else {
            findings.forEach(finding -> out.println(finding.line()));
            out.println(bad ? "This machine can't be a host before that is mended." : "This machine can be a host.");
        }
        return bad ? 1 : 0;
    }
}
