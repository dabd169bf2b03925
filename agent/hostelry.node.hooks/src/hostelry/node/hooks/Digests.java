package hostelry.node.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of scripts: MD5 because oVirt shows it, SHA-256 because that can be relied on. */
record Digests(String md5, String sha256) {
    static final Digests NONE = new Digests("", "");

    static Digests of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new Digests(digest("MD5", bytes), digest("SHA-256", bytes));
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm + ".", e);
        }
    }
}
