package hostelry.pki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** One identity in a folder: {@code NAME.p12} (PKCS12) and its random password in {@code NAME.password} beside it. */
final class KeyFile {
    private static final String ALIAS = "hostelry";
    private static final int PASSWORD_BYTES = 24;

    private final Path file;
    private final Path passwordFile;
    private final SecretWriter secrets;

    KeyFile(Path folder, String name, SecretWriter secrets) {
        this.file = folder.resolve(name + ".p12");
        this.passwordFile = folder.resolve(name + ".password");
        this.secrets = secrets;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Path file() {
        return file;
    }

    /** @throws IOException with a sentence that names the file and what is wrong with it */
    Identity read() throws IOException {
        try {
            char[] password = Files.readString(passwordFile, StandardCharsets.US_ASCII).strip().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
            Certificate[] chain = store.getCertificateChain(ALIAS);
            if (chain == null || !(store.getKey(ALIAS, password) instanceof PrivateKey key)) {
                throw new IOException("it has no key named " + ALIAS);
            }
            X509Certificate leaf = (X509Certificate) chain[0];
            X509Certificate authority = (X509Certificate) chain[chain.length - 1];
            leaf.verify(authority.getPublicKey());
            return new Identity(key, leaf, authority);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "The key file " + file + " (password in " + passwordFile.getFileName() + ") can't be used: " + e.getMessage(), e);
        }
    }

    void write(Identity identity) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            boolean self = identity.certificate().equals(identity.authority());
            Certificate[] chain = self
                    ? new Certificate[]{identity.certificate()}
                    : new Certificate[]{identity.certificate(), identity.authority()};
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, identity.key(), password.toCharArray(), chain);
            store.store(bytes, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("The key file " + file + " can't be made: " + e.getMessage(), e);
        }
        // gone first: after a crash in between there is no key file, and a new one is made, instead of one with the wrong password
        Files.deleteIfExists(file);
        secrets.write(passwordFile, (password + "\n").getBytes(StandardCharsets.US_ASCII));
        secrets.write(file, bytes.toByteArray());
    }
}
