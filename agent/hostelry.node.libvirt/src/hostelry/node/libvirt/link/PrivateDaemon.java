package hostelry.node.libvirt.link;

import hostelry.pki.TlsFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A libvirtd of the node's own, for root in a container where none runs. All that it keeps lies in {@code HOME/libvirt}; what must not outlive a
 * boot lies under {@code /run/hostelry} (the paths of sockets may not be long, and those of homes may be). {@code releng/libvirtd-private} does the
 * same in the same places, so each finds the other's daemon.
 *
 * <p>libvirt's paths are built into it: it runs in a mount namespace of its own in which these names lead to our folders. QEMU is in there too. A
 * daemon that starts later makes a new namespace with the same mounts; it finds the guests that live on by their status files and sockets.
 */
public final class PrivateDaemon {
    private static final long START_SECONDS = 60;

    private final Path state;
    private final Path tls;
    private final Path run;
    private final Path socket;
    private final String hostId;

    /** @param hostId what libvirt shall take for the host's UUID: without DMI tables it would make up another at each start */
    public PrivateDaemon(Path home, String hostId) {
        this(home.resolve("libvirt"), home.resolve("tls"), Path.of("/run/hostelry").resolve(hash(home.toString())), hostId);
    }

    private PrivateDaemon(Path state, Path tls, Path run, String hostId) {
        this.state = state;
        this.tls = tls;
        this.run = run;
        this.socket = run.resolve("sock/libvirt-sock");
        this.hostId = hostId;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8))).substring(0,
                    12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** What it calls this host. */
    String hostId() {
        try {
            return uuid();
        } catch (IOException e) {
            return hostId; // the start will tell what is wrong
        }
    }

    String uri() {
        return "qemu+unix:///system?socket=" + socket;
    }

    /** Whether there ever was one here. */
    boolean used() {
        return Files.isDirectory(state);
    }

    /** Starts it unless it runs; returns its URI once it answers. */
    String start() throws NoLibvirt, InterruptedException {
        if (answers()) {
            return uri();
        }
        try {
            configure();
            Path script = script();
            Path log = state.resolve("log/start.log");
            Process starting = new ProcessBuilder("setsid", "--fork", "unshare", "-m", "--propagation", "slave", "/bin/sh",
                    script.toString())
                    .directory(Path.of("/").toFile()).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            starting.waitFor();
            return awaitAnswer(log);
        } catch (IOException e) {
            throw new NoLibvirt("A libvirtd of the node's own can't be started: " + e.getMessage());
        }
    }

    private String awaitAnswer(Path log) throws NoLibvirt, InterruptedException, IOException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(START_SECONDS)) {
            if (answers()) {
                return uri();
            }
            // a moment for the pid file to be written; after that, no process means that it has failed
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(3) && daemon().isEmpty()) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new NoLibvirt("A libvirtd of the node's own does not start: " + lastWords(log) + " (see " + state.resolve("log") + ")");
    }

    private String lastWords(Path log) throws IOException {
        for (Path file : List.of(log, state.resolve("log/libvirtd.log"))) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
                if (!lines.isEmpty()) {
                    return lines.getLast();
                }
            }
        }
        return "it said nothing";
    }

    private boolean answers() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return Files.exists(socket) && channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<ProcessHandle> daemon() {
        try {
            String pid = Files.readString(run.resolve("pid")).strip();
            String name = Files.readString(Path.of("/proc", pid, "comm")).strip();
            // the number may have gone to another process
            return name.equals("libvirtd") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends the daemon alone. */
    void stop() {
        daemon().ifPresent(process -> {
            process.destroy();
            long begin = System.nanoTime();
            while (process.isAlive() && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10)) {
                try {
                    TimeUnit.MILLISECONDS.sleep(20);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    private void configure() throws IOException, NoLibvirt, InterruptedException {
        for (String program : List.of("libvirtd", "unshare", "setsid")) {
            if (Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin").noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                throw new NoLibvirt(program
                        + " is missing. Install it with: apt-get install --no-install-recommends libvirt-daemon libvirt-daemon-driver-qemu"
                        + " qemu-system-x86 qemu-utils util-linux");
            }
        }
        for (String folder : List.of("etc/qemu", "lib", "log")) {
            Files.createDirectories(state.resolve(folder));
        }
        // what QEMU can do takes seconds to find out and is the same for all homes: one cache
        for (String folder : List.of("libvirt", "sock", "../cache")) {
            Files.createDirectories(run.resolve(folder));
        }
        for (Path folder : List.of(state, run)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        for (String name : List.of("/etc/libvirt", "/run/libvirt", "/var/lib/libvirt", "/var/log/libvirt", "/var/cache/libvirt",
                "/etc/pki/CA", "/etc/pki/libvirt", "/etc/pki/qemu")) {
            Files.createDirectories(Path.of(name)); // mount points; nothing is put into them
        }
        Files.createDirectories(tls);
        TlsFolder.placeholder(tls, PrivateDaemon::secret);
        user();
        Files.writeString(state.resolve("etc/libvirtd.conf"), """
                unix_sock_dir = "%1$s/sock"
                unix_sock_rw_perms = "0700"
                unix_sock_ro_perms = "0700"
                auth_unix_rw = "none"
                auth_unix_ro = "none"
                host_uuid = "%2$s"
                max_client_requests = 20
                log_outputs = "3:file:/var/log/libvirt/libvirtd.log"
                """.formatted(run, uuid()));
        Files.writeString(state.resolve("etc/qemu.conf"), """
                # The home may lie where nobody but root can look, and a container rarely allows more walls inside its own.
                user = "root"
                group = "root"
                dynamic_ownership = 1
                remember_owner = 0
                security_driver = "none"
                namespaces = []
                cgroup_controllers = []
                # Without virtlogd: the guest's output must not end with a daemon.
                stdio_handler = "file"
                # The estate's authority gives the certificate; consoles and migration speak TLS.
                default_tls_x509_cert_dir = "/etc/pki/qemu"
                default_tls_x509_verify = 1
                migrate_tls_x509_cert_dir = "/etc/pki/qemu"
                spice_tls = 1
                spice_tls_x509_cert_dir = "/etc/pki/qemu"
                """);
    }

    private static void secret(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes);
    }

    /** The id that it was first given stays: guests' files and other hosts may know it. */
    private String uuid() throws IOException {
        Files.createDirectories(state);
        Path file = state.resolve("uuid");
        if (!Files.exists(file)) {
            Files.writeString(file, hostId + "\n");
        }
        return Files.readString(file).strip();
    }

    /** libvirt looks this user up even where guests run as root; Debian makes it in a package that would start its own daemon. */
    private static void user() throws IOException, InterruptedException {
        if (run("getent", "passwd", "libvirt-qemu") != 0) {
            for (String group : List.of("kvm", "libvirt-qemu")) {
                if (run("getent", "group", group) != 0) {
                    run("groupadd", "--system", group);
                }
            }
            run("useradd", "--system", "--gid", "kvm", "--no-create-home", "--home-dir", "/var/lib/libvirt", "--shell", "/usr/sbin/nologin",
                    "libvirt-qemu");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    /**
     * Runs inside the new namespace. In a container the first process often does not care for orphans, or late; libvirt then waits for each
     * QEMU that has ended, and in the end fails. So, where there is a perl (on every Debian), one stands between as their guardian
     * (PR_SET_CHILD_SUBREAPER) as long as any of them lives.
     */
    private Path script() throws IOException {
        Path script = state.resolve("start.sh");
        Files.writeString(script,
                """
                        #!/bin/sh
                        set -e
                        state='%1$s'
                        run='%2$s'
                        for d in etc:/etc lib:/var/lib log:/var/log; do mount --bind "$state/${d%%%%:*}" "${d##*:}/libvirt"; done
                        for d in CA libvirt qemu; do mount --bind '%3$s'/$d /etc/pki/$d; done
                        mount --bind "$run/libvirt" /run/libvirt
                        mount --bind "$run/../cache" /var/cache/libvirt
                        cd /
                        set -- libvirtd --pid-file "$run/pid" --config /etc/libvirt/libvirtd.conf
                        case $(uname -m) in x86_64) prctl=157 ;; aarch64) prctl=167 ;; *) exec "$@" ;; esac
                        command -v perl > /dev/null || exec "$@"
                        exec perl -e 'syscall(shift, 36, 1, 0, 0, 0); my $pid = fork; exec @ARGV or die if defined $pid && !$pid; 1 while wait != -1' $prctl "$@"
                        """
                        .formatted(quoted(state), quoted(run), quoted(tls)));
        return script;
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "'\\''");
    }
}
