package hostelry.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;

/** A node's identity on its way: written out where the authority is, read where the node runs. */
public final class NodeIdentity {
    private static final String NAME = "node";
    private static final String ENDING = ".p12";

    private NodeIdentity() {}

    /**
     * Makes a key and a certificate for a node and writes them as {@code FILE.p12} and {@code FILE.password}, which the administrator brings to
     * the node's machine ({@link #bring}).
     *
     * @param name of the node in the certificate
     * @param hosts names and addresses under which the engine calls it
     * @param file ends with {@code .p12}
     * @throws IOException with a sentence, where the file exists or can't be written
     * @throws IllegalArgumentException with a sentence, where a name makes no sense
     */
    public static void export(Pki pki, String name, Collection<String> hosts, Path file, SecretWriter secrets) throws IOException {
        Path full = file.toAbsolutePath().normalize();
        String last = String.valueOf(full.getFileName());
        if (!last.endsWith(ENDING) || last.length() == ENDING.length()) {
            throw new IllegalArgumentException("The file for a node's identity has a name that ends with .p12, and not " + last + ".");
        }
        if (Files.exists(full)) {
            throw new IOException("The file " + full + " exists already. Name another one, or delete it first.");
        }
        if (full.getParent() == null || !Files.isDirectory(full.getParent())) {
            throw new IOException("The folder " + full.getParent() + " does not exist.");
        }
        Identity identity = pki.issue(Role.NODE, name, hosts, EnumSet.of(Purpose.SERVER));
        new KeyFile(full.getParent(), last.substring(0, last.length() - ENDING.length()), secrets).write(identity);
    }

    /**
     * Brings an identity that was written out into a node's folder for keys, in place of the one that may be there.
     *
     * @throws IOException with a sentence, where it can't be read or written
     */
    public static void bring(Path file, Path folder, SecretWriter secrets) throws IOException {
        Path full = file.toAbsolutePath().normalize();
        String last = String.valueOf(full.getFileName());
        if (!last.endsWith(ENDING) || !Files.isRegularFile(full)) {
            throw new IOException("There is no identity of a node at " + full + ". Name the FILE.p12 that the engine issued (--identity).");
        }
        KeyFile from = new KeyFile(full.getParent(), last.substring(0, last.length() - ENDING.length()), secrets);
        new KeyFile(folder, NAME, secrets).write(from.read());
    }

    /**
     * Reads the identity of the node whose folder for keys this is; empty where it has none yet.
     *
     * @throws IOException with a sentence, where the files are there and can't be used
     */
    public static Optional<Identity> load(Path folder) throws IOException {
        KeyFile file = new KeyFile(folder, NAME, (path, bytes) -> {
            throw new IOException(path + " is only read here.");
        });
        return file.exists() ? Optional.of(file.read()) : Optional.empty();
    }
}
