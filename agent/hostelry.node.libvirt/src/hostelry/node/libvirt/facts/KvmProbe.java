package hostelry.node.libvirt.facts;

import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import hostelry.node.libvirt.xml.DeviceXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether KVM works by letting a tiny guest run with it: it waits for its timer, counts, switches to 64 bits, fills some memory and
 * switches itself off. That a device is there and libvirt offers it says little: some KVMs take code apart instruction by instruction, and a real
 * system never gets through its boot loader.
 *
 * <p>The outcome holds until the host is started again, and is kept in files.
 */
public final class KvmProbe {
    /** Real KVM needs 0.3 s, emulation 0.3 to 0.5 s, a KVM that is none 15 s. */
    private static final long SECONDS = 5;
    private static final int STOPPED = 5;
    private static final int BY_ITSELF = 0;
    private static final long IMAGE_SIZE = 1 << 20;
    static final String NAME_PREFIX = "hostelry-probe-";

    /**
     * @param offered whether guests may use KVM
     * @param detail a sentence that says how that was found out
     * @param settled false: it is being tried
     */
    public record Verdict(boolean offered, String detail, boolean settled) {
        static final Verdict TRYING = new Verdict(false, "A small guest is trying KVM just now; until it has answered, QEMU emulates.",
                false);
    }

    private final List<Path> notes;
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final String id = UUID.randomUUID().toString();
    private volatile boolean started;

    /** @param notes files in which the outcome is kept; the first that can tell is believed */
    public KvmProbe(List<Path> notes) {
        this.notes = notes;
    }

    /** What is known now. */
    public Verdict now() {
        return verdict.getNow(Verdict.TRYING);
    }

    /** What is known when the probe has ended, or after so long. */
    public Verdict await(long millis) {
        try {
            return verdict.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Verdict.TRYING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.TRYING;
        }
    }

    /** News of a guest; returns at once. */
    void lifecycle(String guest, int event, int detail) {
        if (guest.equals(id) && event == STOPPED) {
            ended.complete(detail);
        }
    }

    /** Starts it behind the scenes, once; tells {@code done} when the outcome was not known before. */
    void start(Session session, Runnable done) {
        if (started) {
            return;
        }
        started = true;
        String stamp = HostReader.textOf(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        Verdict noted = noted(stamp);
        if (noted != null) {
            verdict.complete(noted);
            return;
        }
        Thread.ofPlatform().daemon().name("kvm probe").start(() -> {
            Verdict found = find(session);
            verdict.complete(found);
            note(stamp, found);
            done.run();
        });
    }

    private Verdict find(Session session) {
        Path device = Path.of("/dev/kvm");
        if (!Files.exists(device)) {
            return no(
                    "This host has no /dev/kvm: QEMU emulates, which is slow. Where it is a machine of its own, switch on virtualization in its firmware.");
        }
        Path image = null;
        try {
            if (!session.raw(Lane.NEWS, virt -> virt.capabilities()).contains("<domain type='kvm'")) {
                return no("libvirt does not offer KVM here (may its user open /dev/kvm?): QEMU emulates, which is slow.");
            }
            image = image();
            String xml = DeviceXml.probe(id, image);
            long begin = System.nanoTime();
            session.raw(Lane.AGENTS, virt -> {
                virt.startFleeting(xml);
                return true;
            });
            int how = ended.get(SECONDS, TimeUnit.SECONDS);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            return how == BY_ITSELF
                    ? new Verdict(true, "A small guest ran on KVM (in " + millis + " ms).", true)
                    : no("A small guest on KVM crashed: QEMU emulates, which is slow.");
        } catch (TimeoutException e) {
            end(session);
            return no("There is a KVM, but a small guest got nowhere on it in " + SECONDS + " s: QEMU emulates, which is slow.");
        } catch (LibvirtFault e) {
            return no("A small guest could not be started on KVM (" + e.getMessage().lines().findFirst().orElse("")
                    + "): QEMU emulates, which is slow.");
        } catch (IOException | ExecutionException e) {
            return no("KVM could not be tried (" + e.getMessage() + "): QEMU emulates, which is slow.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return no("KVM could not be tried: the node ended.");
        } finally {
            delete(image);
        }
    }

    private static Verdict no(String detail) {
        return new Verdict(false, detail, true);
    }

    private void end(Session session) {
        try {
            session.raw(Lane.AGENTS, virt -> {
                virt.destroy(id);
                return true;
            });
        } catch (LibvirtFault e) {
            // it has ended after all, or goes with the connection
        }
    }

    /** Where QEMU can read it under whatever user it runs; there is nothing secret in it. */
    private static Path image() throws IOException {
        byte[] code;
        try (InputStream in = KvmProbe.class.getResourceAsStream("probe.bin")) {
            if (in == null) {
                throw new IOException("probe.bin is not in the bundle");
            }
            code = in.readAllBytes();
        }
        Path image = Files.createTempFile("hostelry-probe", ".img");
        Files.write(image, Arrays.copyOf(code, (int) IMAGE_SIZE));
        Files.setPosixFilePermissions(image, PosixFilePermissions.fromString("rw-r--r--"));
        return image;
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private @Nullable Verdict noted(String stamp) {
        for (Path file : notes) {
            List<String> lines = HostReader.textOf(file).lines().toList();
            if (lines.size() == 3 && lines.get(0).equals(stamp)) {
                return new Verdict(lines.get(1).equals("yes"), lines.get(2), true);
            }
        }
        return null;
    }

    private void note(String stamp, Verdict found) {
        for (Path file : notes) {
            try {
                Files.createDirectories(file.getParent());
                Path temp = Files.createTempFile(file.getParent(), ".kvm", "");
                Files.writeString(temp, stamp + "\n" + (found.offered() ? "yes" : "no") + "\n" + found.detail() + "\n");
                Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                // it will be tried again at the next start, that is all
            }
        }
    }
}
