package hostelry.node.tests;

import hostelry.home.Home;
import hostelry.home.Settings;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.check.CheckedNode;
import hostelry.node.api.hook.Hooks;
import hostelry.node.libvirt.LibvirtNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real libvirt and QEMU: for root a private daemon in a folder of the test's, for others their session. Ends what it started, guests too.
 */
final class LibvirtRig implements NodeRig {
    private static final long START_MILLIS = 90_000;

    private final Home home;
    private final Hooks hooks;
    private LibvirtNode node;
    private final String uri;

    LibvirtRig(Path folder) throws Exception {
        this(folder, Hooks.NONE);
    }

    LibvirtRig(Path folder, Hooks hooks) throws Exception {
        this.hooks = hooks;
        this.home = Home.open(folder.resolve("home"), Settings.parse(name -> null));
        this.node = LibvirtNode.start(home, named(), "127.0.0.1", hooks);
        node.awaitFirstTry(START_MILLIS);
        try {
            this.uri = node.uri();
        } catch (NodeFault e) {
            node.close();
            home.close();
            throw e;
        }
    }

    /** Why it can't be here; empty where it can. */
    static Optional<String> whyNot() {
        for (String program : List.of("libvirtd", "virsh", "qemu-img", "qemu-system-x86_64")) {
            boolean there = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!there) {
                return Optional.of(program + " is not installed");
            }
        }
        return Optional.empty();
    }

    /** Tests make guests that nobody wants: never on a system's own libvirt. A user has the session for them, root a daemon of the test's own. */
    private static Optional<String> named() {
        return "root".equals(System.getProperty("user.name")) ? Optional.empty() : Optional.of("qemu:///session");
    }

    LibvirtNode libvirt() {
        return node;
    }

    /** Ends the node and starts it again, as a restart of the process does. */
    void restart() throws Exception {
        node.close();
        node = LibvirtNode.start(home, named(), "127.0.0.1", hooks);
        node.awaitFirstTry(START_MILLIS);
    }

    @Override
    public Node node() {
        return new CheckedNode(node);
    }

    @Override
    public String storageFolder() {
        return "";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void removeBehind(String guest) throws Exception {
        virsh("destroy", guest);
        virsh("undefine", guest);
    }

    /** Read from the disc that libvirt's definition names, as the guest would read it. */
    @Override
    public Map<String, String> seed(String guest) throws Exception {
        Matcher named = Pattern.compile("<source file='([^']*/seeds/[^']*)'").matcher(virsh("dumpxml", guest));
        Map<String, String> files = new TreeMap<>();
        if (!named.find() || !Files.exists(Path.of(named.group(1)))) {
            return files;
        }
        Path out = Files.createTempDirectory("cidata");
        Process process = new ProcessBuilder("xorriso", "-osirrox", "on", "-indev", named.group(1), "-pvd_info", "-extract", "/",
                out.resolve("all").toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0 || !said.contains("cidata")) {
            throw new IOException("No disc with the label cidata: " + said);
        }
        try (Stream<Path> there = Files.list(out.resolve("all"))) {
            for (Path file : there.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Override
    public Optional<String> whyNoShutdown() {
        return Optional.of("an empty disk does not hear the power button; LibvirtGuestTest has a guest that does");
    }

    /** What virsh printed. */
    String virsh(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("virsh", "-q", "-c", uri));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + output);
        }
        return output;
    }

    @Override
    public void close() throws Exception {
        try {
            for (String guest : virsh("list", "--all", "--uuid").lines().filter(line -> !line.isBlank()).toList()) {
                if (virsh("dumpxml", guest).contains(home.root().toString())) {
                    node.domains().stop(Specs.key(), guest);
                    node.domains().remove(Specs.key(), guest);
                }
            }
        } finally {
            node.close();
            home.close();
        }
    }
}
