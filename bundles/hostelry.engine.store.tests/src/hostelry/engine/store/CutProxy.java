package hostelry.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between an engine and its PostgreSQL, and takes the line away when a test says so. */
final class CutProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String host;
    private final int port;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile boolean swallowCommit;

    CutProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Nobody gets through, and who was through is cut off. */
    void cut() throws IOException {
        away = true;
        for (Socket line : lines) {
            line.close();
        }
    }

    void mend() {
        away = false;
    }

    /** The next COMMIT reaches the server, but its answer never comes. */
    void swallowNextCommit() {
        swallowCommit = true;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (away) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(host, port);
                lines.add(client);
                lines.add(server);
                Thread.ofVirtual().start(() -> pump(client, server, true));
                Thread.ofVirtual().start(() -> pump(server, client, false));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pump(Socket from, Socket to, boolean up) {
        byte[] buffer = new byte[16_384];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                if (up && swallowCommit && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT")) {
                    swallowCommit = false;
                    from.close(); // the answer has nowhere to go
                    out.write(buffer, 0, n);
                    out.flush();
                    Thread.sleep(300); // the server must have read it when its line ends
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // that is what it is for
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lines.remove(from);
            lines.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
