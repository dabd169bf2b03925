package hostelry.node.libvirt.guests;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.disks.Programs;
import hostelry.node.libvirt.disks.WayIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discs for cloud-init, one for a run of a guest, and gone with it. They hold secrets: only this user, and QEMU's, can read them. What a node that was killed left
 * behind is removed when the next one finds that its guest has ended.
 */
public final class Seeds {
    private static final String ISO = ".iso";
    private static final int SECONDS = 60;
    private static final FileAttribute<Set<PosixFilePermission>> OURS = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Logger log = LoggerFactory.getLogger(Seeds.class);
    private final Path folder;
    private final BooleanSupplier strangerReads;
    /** Ids of guests whose discs were there before this node was. */
    private final Set<String> older = new HashSet<>();

    /** @param strangerReads whether QEMU runs as another user than the node */
    public Seeds(Path folder, BooleanSupplier strangerReads) {
        this.folder = folder;
        this.strangerReads = strangerReads;
        try (Stream<Path> there = Files.list(folder)) {
            for (Path one : there.toList()) {
                String name = one.getFileName().toString();
                if (name.endsWith(ISO)) {
                    older.add(name.substring(0, name.length() - ISO.length()));
                } else {
                    delete(one); // half made
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the disc of a run, whole or not at all. FAILED where xorriso is missing, or there is no room. */
    Path make(String id, DomainSpec.Seed seed) throws NodeFault {
        synchronized (older) {
            older.remove(id);
        }
        Path work = null;
        try {
            work = Files.createTempDirectory(folder, "new");
            Path files = Files.createDirectory(work.resolve("cidata"));
            write(files.resolve("meta-data"), seed.metaData);
            write(files.resolve("user-data"), seed.userData);
            if (seed.networkConfig != null) {
                write(files.resolve("network-config"), seed.networkConfig);
            }
            Path half = Files.createFile(work.resolve("seed" + ISO), OURS);
            Programs.Result made = run(List.of("xorriso", "-as", "mkisofs", "-quiet", "-volid", "cidata", "-joliet", "-rational-rock", "-o",
                    half.toString(), files.toString()));
            if (made.status() != 0) {
                throw new NodeFault(FaultCode.FAILED, "The disc for cloud-init could not be made: " + made.output());
            }
            Path disc = folder.resolve(id + ISO);
            Files.move(half, disc, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (strangerReads.getAsBoolean()) {
                WayIn.open(folder);
            }
            return disc;
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED, "The disc for cloud-init could not be made: " + e.getMessage(), e);
        } finally {
            if (work != null) {
                delete(work);
            }
        }
    }

    private static Programs.Result run(List<String> command) throws NodeFault {
        try {
            return Programs.run(SECONDS, command);
        } catch (NodeFault e) {
            throw new NodeFault(FaultCode.FAILED,
                    "The disc for cloud-init could not be made: " + e.getMessage() + " Install the package xorriso on the host.", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, OURS);
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** The run is over. */
    public void forget(String id) {
        if (id.indexOf('/') < 0) { // libvirt's words, but a name of a file all the same
            delete(folder.resolve(id + ISO));
        }
    }

    /** Removes what an earlier node has left of guests that have ended since. */
    public void sweep(Predicate<String> runs) {
        Set<String> left;
        synchronized (older) {
            left = new HashSet<>(older);
        }
        for (String id : left) {
            if (!runs.test(id)) {
                synchronized (older) {
                    if (older.remove(id)) {
                        forget(id);
                    }
                }
            }
        }
    }

    private void delete(Path one) {
        try {
            if (Files.isDirectory(one)) {
                try (Stream<Path> inside = Files.list(one)) {
                    inside.toList().forEach(this::delete);
                }
            }
            Files.deleteIfExists(one);
        } catch (IOException e) {
            log.warn("{} can't be removed, and holds what cloud-init was told: {}", one, e.getMessage());
        }
    }
}
