package hostelry.console;

import hostelry.client.mirror.StreamMirror;
import hostelry.client.remote.RemoteConnection;
import hostelry.console.kit.memory.Profile;

/** An engine on another machine that the window is at, with the window's own copy of its estate. */
record RemoteEngine(Profile profile, RemoteConnection connection, StreamMirror mirror) {
    static RemoteEngine over(Profile profile, RemoteConnection connection) {
        return new RemoteEngine(profile, connection, new StreamMirror(connection));
    }

    /** Is that the way to it, whatever it is called? */
    boolean isAt(Profile other) {
        return profile.engine().equals(other.engine()) && profile.user().equals(other.user())
                && profile.fingerprint().equals(other.fingerprint());
    }

    /** Logs out; may block. */
    void close() {
        mirror.close();
        connection.close();
    }
}
