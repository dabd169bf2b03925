package hostelry.model.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Hashes the password that a guest is given at its first start, as Linux keeps it: from then on nobody needs the password itself, and nobody here keeps it.
 * SHA-512 of crypt(3); source: U. Drepper, "Unix crypt using SHA-256 and SHA-512", 2008, whose examples the test repeats.
 */
public final class GuestPassword {
    /** What cloud-init takes for a hash: {@code $6$salt$86 characters}, with rounds or without. */
    private static final Pattern HASH = Pattern.compile("\\$6\\$(rounds=[0-9]{4,9}\\$)?[./0-9A-Za-z]{1,16}\\$[./0-9A-Za-z]{86}");
    private static final String DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SALT = 16;
    private static final int ROUNDS = 5000;
    private static final int BYTES = 64;

    private GuestPassword() {}

    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** With a salt of its own. */
    public static String hash(char[] password) {
        SecureRandom random = new SecureRandom();
        StringBuilder salt = new StringBuilder(SALT);
        for (int i = 0; i < SALT; i++) {
            salt.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return hash(password, salt.toString());
    }

    /** @param salt 1 to 16 of the letters of crypt(3) */
    static String hash(char[] password, String salt) {
        byte[] key = new String(password).getBytes(StandardCharsets.UTF_8);
        byte[] grain = salt.getBytes(StandardCharsets.US_ASCII);
        MessageDigest digest = sha512();
        digest.update(key);
        digest.update(grain);
        digest.update(key);
        byte[] inner = digest.digest();

        digest.update(key);
        digest.update(grain);
        digest.update(repeated(inner, key.length));
        for (int left = key.length; left > 0; left >>= 1) {
            digest.update((left & 1) != 0 ? inner : key);
        }
        byte[] state = digest.digest();

        for (int i = 0; i < key.length; i++) {
            digest.update(key);
        }
        byte[] keys = repeated(digest.digest(), key.length);
        for (int i = 0; i < 16 + (state[0] & 0xFF); i++) {
            digest.update(grain);
        }
        byte[] salts = repeated(digest.digest(), grain.length);

        for (int round = 0; round < ROUNDS; round++) {
            digest.update((round & 1) != 0 ? keys : state);
            if (round % 3 != 0) {
                digest.update(salts);
            }
            if (round % 7 != 0) {
                digest.update(keys);
            }
            digest.update((round & 1) != 0 ? state : keys);
            state = digest.digest();
        }
        Arrays.fill(key, (byte) 0);
        return "$6$" + salt + "$" + text(state);
    }

    private static byte[] repeated(byte[] bytes, int length) {
        byte[] longer = new byte[length];
        for (int i = 0; i < length; i++) {
            longer[i] = bytes[i % bytes.length];
        }
        return longer;
    }

    /** Three bytes make four letters; which three is crypt's own order. */
    private static String text(byte[] state) {
        StringBuilder text = new StringBuilder(86);
        int a = 0;
        int b = 21;
        int c = 42;
        for (int i = 0; i < 21; i++) {
            letters(text, (state[a] & 0xFF) << 16 | (state[b] & 0xFF) << 8 | state[c] & 0xFF, 4);
            int first = a;
            a = b + 1;
            b = c + 1;
            c = first + 1;
        }
        letters(text, state[BYTES - 1] & 0xFF, 2);
        return text.toString();
    }

    private static void letters(StringBuilder text, int bits, int count) {
        for (int i = 0; i < count; i++) {
            text.append(DIGITS.charAt(bits >> 6 * i & 0x3F));
        }
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-512.", e);
        }
    }
}
