package hostelry.client.remote;

import hostelry.pki.Pki;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** An authority, an engine that it vouches for, and the way there. */
final class Stage implements AutoCloseable {
    final Pki pki;
    final ScriptedEngine engine;

    Stage(Path folder) throws Exception {
        pki = pki(folder, "localhost");
        engine = new ScriptedEngine(pki.serverTls(false));
    }

    static Pki pki(Path folder, String name) {
        return new Pki(folder, Files::write, Clock.systemUTC(), List.of(name));
    }

    TrustedAuthority authority() {
        return TrustedAuthority.of(pki.caCertificatePem());
    }

    RemoteConnection connect() {
        return RemoteConnection.open(engine.address("localhost"), authority(), "admin@internal", ScriptedEngine.PASSWORD.toCharArray());
    }

    @Override
    public void close() {
        engine.close();
    }
}
