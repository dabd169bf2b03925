package hostelry.pki;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Hands TLS the key of this moment. A handshake asks twice, for a name and then for the key of that name: names carry a number, so that one that began before a
 * replacement ends with what it began with.
 */
final class LiveKeys extends X509ExtendedKeyManager {
    private record Generation(int number, X509ExtendedKeyManager manager) {}

    private volatile Generation now;
    private volatile Generation before;

    LiveKeys(Identity first) {
        this.now = new Generation(0, manager(first));
        this.before = now;
    }

    synchronized void swap(Identity next) {
        before = now;
        now = new Generation(now.number() + 1, manager(next));
    }

    private static X509ExtendedKeyManager manager(Identity identity) {
        try {
            char[] password = new char[0]; // the key store lives in memory only
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            // without the authority's certificate: whoever trusts it has it
            keys.setKeyEntry("key", identity.key(), password, new Certificate[]{identity.certificate()});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, password);
            for (KeyManager manager : factory.getKeyManagers()) {
                if (manager instanceof X509ExtendedKeyManager usual) {
                    return usual;
                }
            }
            throw new IllegalStateException("This Java's TLS knows no keys of certificates.");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java can't set up TLS with " + identity + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable String marked(Generation generation, @Nullable String alias) {
        return alias == null ? null : generation.number() + "/" + alias;
    }

    private X509ExtendedKeyManager of(String alias) {
        Generation current = now;
        Generation older = before;
        return alias.startsWith(older.number() + "/") && older.number() != current.number() ? older.manager() : current.manager();
    }

    private static String plain(String alias) {
        return alias.substring(alias.indexOf('/') + 1);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
        Generation current = now;
        return marked(current, current.manager().chooseEngineClientAlias(types, issuers, engine));
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
        Generation current = now;
        return marked(current, current.manager().chooseEngineServerAlias(type, issuers, engine));
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        Generation current = now;
        return marked(current, current.manager().chooseClientAlias(types, issuers, socket));
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        Generation current = now;
        return marked(current, current.manager().chooseServerAlias(type, issuers, socket));
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
        return all(now, now.manager().getClientAliases(type, issuers));
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
        return all(now, now.manager().getServerAliases(type, issuers));
    }

    private static String @Nullable [] all(Generation generation, String @Nullable [] aliases) {
        return aliases == null ? null : Arrays.stream(aliases).map(alias -> generation.number() + "/" + alias).toArray(String[]::new);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return of(alias).getCertificateChain(plain(alias));
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return of(alias).getPrivateKey(plain(alias));
    }
}
