package hostelry.console;

import hostelry.client.mirror.StreamMirror;
import hostelry.client.remote.RemoteConnection;

/** An engine on another machine that the window is at, with the window's own copy of its estate. */
record RemoteEngine(RemoteConnection connection, StreamMirror mirror) {
    static RemoteEngine over(RemoteConnection connection) {
        return new RemoteEngine(connection, new StreamMirror(connection));
    }

    /** Logs out; may block. */
    void close() {
        mirror.close();
        connection.close();
    }
}
