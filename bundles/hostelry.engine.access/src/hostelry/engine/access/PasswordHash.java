package hostelry.engine.access;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, with its parameters in the text of the hash so that they can grow: {@code argon2id$memory-KiB$passes$salt$hash}.
 *
 * <p>Thread-safe. One hash is computed at a time: each takes 12 MiB, and a door that is knocked at by many must not fill the heap.
 */
final class PasswordHash {
    // OWASP's password storage cheat sheet names 12 MiB, 3 passes, 1 lane as one of its equal choices
    private static final int MEMORY_KIB = 12 * 1024;
    private static final int PASSES = 3;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore one = new Semaphore(1, true);
    private final String nobody = make("nobody has this password".toCharArray());

    String make(char[] password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "argon2id$" + MEMORY_KIB + "$" + PASSES + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(argon2(password, salt, MEMORY_KIB, PASSES));
    }

    boolean matches(char[] password, String encoded) {
        String[] parts = encoded.split("\\$");
        if (parts.length != 5 || !parts[0].equals("argon2id")) {
            throw new IllegalStateException("a password hash of an unknown method is in the database");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] hash = argon2(password, base64.decode(parts[3]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return MessageDigest.isEqual(hash, base64.decode(parts[4]));
    }

    /** Takes the time of a check, and answers no: so that a name that nobody has takes as long as a wrong password. */
    boolean matchesNobody(char[] password) {
        matches(password, nobody);
        return false;
    }

    private byte[] argon2(char[] password, byte[] salt, int memory, int passes) {
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[utf8.remaining()];
        utf8.get(bytes);
        byte[] hash = new byte[HASH_BYTES];
        one.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt).withMemoryAsKB(memory)
                    .withIterations(passes).withParallelism(1).build());
            generator.generateBytes(bytes, hash);
        } finally {
            one.release();
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(utf8.array(), (byte) 0);
        }
        return hash;
    }
}
