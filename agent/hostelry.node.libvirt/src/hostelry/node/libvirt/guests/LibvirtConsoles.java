package hostelry.node.libvirt.guests;

import com.sun.jna.Pointer;
import hostelry.node.api.Consoles;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Serial lines through libvirt's streams, each with a thread that looks for what the guest says: libvirt can be asked to wait, but not to stop waiting. */
public final class LibvirtConsoles implements Consoles, AutoCloseable {
    private static final int BUFFER = 4096;
    private static final long PAUSE_MILLIS = 15;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Guests guests;
    private final Guests.Sessions sessions;
    private final Map<String, Open> lines = new ConcurrentHashMap<>();

    public LibvirtConsoles(Guests guests, Guests.Sessions sessions) {
        this.guests = guests;
        this.sessions = sessions;
    }

    @Override
    public Line open(String id, Consumer<byte[]> said, Consumer<String> ended) throws NodeFault {
        guests.running(id);
        Open before = lines.remove(id);
        if (before != null) {
            before.closeNow();
        }
        Session session = sessions.session();
        Pointer stream = session.ask(Lane.VERBS, "To open the serial console", virt -> virt.openConsole(id));
        Open line = new Open(id, session, stream, said, ended);
        lines.put(id, line);
        line.thread.start();
        return line;
    }

    @Override
    public void close() {
        lines.values().forEach(Open::close);
    }

    /** One open line. */
    private final class Open implements Line {
        private final String id;
        private final Session session;
        private final Pointer stream;
        private final Consumer<byte[]> said;
        private final Consumer<String> ended;
        private final Thread thread;
        private volatile boolean closed;
        /** Guarded by this: nobody asks for bytes of a stream that was given back. */
        private boolean gone;

        Open(String id, Session session, Pointer stream, Consumer<byte[]> said, Consumer<String> ended) {
            this.id = id;
            this.session = session;
            this.stream = stream;
            this.said = said;
            this.ended = ended;
            this.thread = Thread.ofPlatform().daemon().name("serial line").unstarted(this::listen);
        }

        private void listen() {
            String reason = "The guest has ended or moved, or its serial line was closed.";
            byte[] buffer = new byte[BUFFER];
            try {
                while (!closed) {
                    int count = receive(buffer);
                    if (count == 0) {
                        break;
                    }
                    if (count > 0) {
                        said.accept(Arrays.copyOf(buffer, count));
                    } else {
                        Thread.sleep(PAUSE_MILLIS);
                    }
                }
            } catch (LibvirtFault e) {
                reason = "libvirt has closed the serial line: " + e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.remove(id, this);
            giveBack();
            if (!closed) {
                closed = true;
                ended.accept(reason);
            }
        }

        private synchronized int receive(byte[] buffer) throws LibvirtFault {
            return gone ? 0 : session.raw(Lane.VERBS, virt -> virt.receive(stream, buffer));
        }

        @Override
        public void type(byte[] bytes) throws NodeFault {
            byte[] left = bytes;
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (left.length > 0) {
                int count = send(left);
                if (count > 0) {
                    left = Arrays.copyOfRange(left, count, left.length);
                } else if (System.nanoTime() > end) {
                    throw new NodeFault(FaultCode.FAILED, "The guest takes nothing from its serial line.");
                } else {
                    pause();
                }
            }
        }

        private synchronized int send(byte[] bytes) throws NodeFault {
            if (gone || closed) {
                throw new NodeFault(FaultCode.CONFLICT, "The serial console is not open any more.");
            }
            return session.ask(Lane.VERBS, "To type at the serial console", virt -> virt.send(stream, bytes));
        }

        private static void pause() throws NodeFault {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NodeFault(FaultCode.FAILED, "The typing was given up.", e);
            }
        }

        private synchronized void giveBack() {
            if (gone) {
                return;
            }
            gone = true;
            try {
                session.raw(Lane.VERBS, virt -> {
                    virt.hangUp(stream);
                    return true;
                });
            } catch (LibvirtFault e) {
                // the connection is gone, and the stream with it
            }
        }

        /** Before somebody else opens it: libvirt lets one in at a time. */
        void closeNow() {
            closed = true;
            giveBack();
        }

        @Override
        public void close() {
            closeNow();
            lines.remove(id, this);
        }
    }
}
