package hostelry.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * A node's identity as files, in the places where libvirt and QEMU look for them below {@code /etc/pki} (libvirt: "TLS certificates"; QEMU: "tls-creds-x509"). One
 * certificate serves all: migration, consoles, and the line between two libvirts.
 *
 * <pre>
 * CA/cacert.pem
 * libvirt/servercert.pem  libvirt/clientcert.pem  libvirt/private/serverkey.pem  libvirt/private/clientkey.pem
 * qemu/ca-cert.pem  qemu/server-cert.pem  qemu/server-key.pem  qemu/client-cert.pem  qemu/client-key.pem
 * </pre>
 */
public final class TlsFolder {
    private static final String SERVER = "qemu/server-cert.pem";
    private static final String QEMU_AUTHORITY = "qemu/ca-cert.pem";
    private static final String NOBODY = "placeholder";

    private TlsFolder() {}

    /** Writes all files anew. Guests that run keep what they have read; those that start take the new one. */
    public static void write(Path folder, Identity identity, SecretWriter secrets) throws IOException {
        for (String part : List.of("CA", "libvirt/private", "qemu")) {
            Files.createDirectories(folder.resolve(part));
        }
        String authority = Pem.of(identity.authority());
        String certificate = identity.certificatePem();
        String key = Pem.of("PRIVATE KEY", identity.key().getEncoded());
        for (String file : List.of("CA/cacert.pem", QEMU_AUTHORITY)) {
            put(folder.resolve(file), authority, secrets);
        }
        for (String file : List.of("libvirt/private/serverkey.pem", "libvirt/private/clientkey.pem", "qemu/server-key.pem",
                "qemu/client-key.pem")) {
            put(folder.resolve(file), key, secrets);
        }
        for (String file : List.of("libvirt/servercert.pem", "libvirt/clientcert.pem", SERVER, "qemu/client-cert.pem")) {
            put(folder.resolve(file), certificate, secrets);
        }
    }

    private static void put(Path file, String text, SecretWriter secrets) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            secrets.write(file, bytes);
        }
    }

    /** Where there is nothing yet: files that nobody trusts. QEMU does not start a guest whose console is to speak TLS without any. */
    public static void placeholder(Path folder, SecretWriter secrets) throws IOException {
        if (!Files.exists(folder.resolve(SERVER))) {
            Authority nobody = Authority.create(Clock.systemUTC());
            write(folder, nobody.issue(Role.NODE, NOBODY, List.of("localhost"), EnumSet.of(Purpose.SERVER, Purpose.CLIENT)),
                    secrets);
        }
    }

    /** The subject that a viewer must be shown, as SPICE writes it; empty where there is none, or one that nobody trusts. */
    public static String subject(Path folder) {
        try {
            String subject = Certified.parse(Files.readString(folder.resolve(SERVER), StandardCharsets.US_ASCII)).subject();
            return subject.endsWith("CN=" + NOBODY) ? "" : subject;
        } catch (IOException | IllegalArgumentException e) {
            return ""; // then no viewer is told to speak TLS
        }
    }

    /** The certificate of the authority by which a viewer knows it, as PEM text; empty where there is none. */
    public static String authority(Path folder) {
        try {
            return Files.readString(folder.resolve(QEMU_AUTHORITY), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
