package hostelry.crash;

import hostelry.node.api.Disks;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.Migration;
import hostelry.node.api.NodeFault;
import hostelry.node.sim.SimEstate;
import hostelry.node.sim.SimHost;
import hostelry.node.sim.SimSpeed;
import hostelry.node.sim.WallTime;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A simulated estate behind a socket: it lives on while engines come and go, and goes on with what an engine asked for just before its end. */
final class SimDoor implements AutoCloseable {
    static final String HOSTS = "hosts";
    static final String TRUTH = "truth";
    static final String WATCH = "watch";

    /** One call. @param capability name of the interface of {@code node.api}; empty: of the estate itself */
    record Question(String host, String capability, String verb, List<@Nullable Object> arguments) implements Serializable {}

    /** @param fault code of a {@link NodeFault}; empty: none. @param value the answer, or the fault's words */
    record Reply(String fault, @Nullable Object value) implements Serializable {}

    private final WallTime time = new WallTime();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SimEstate estate;
    private final ServerSocket server;

    SimDoor(long seed, Path folder) throws IOException {
        estate = new SimEstate(2, 0, seed, SimSpeed.quick(), time, threads, folder);
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    Truth truth() {
        Map<String, List<String>> alive = new HashMap<>();
        Set<String> images = new HashSet<>();
        for (SimHost host : estate.hosts()) {
            alive.put(host.hostId(), new ArrayList<>(host.faults().alive()));
            images.addAll(host.faults().images());
        }
        return new Truth(alive, images);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Question question = (Question) Letters.read(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            if (question.verb().equals(WATCH)) {
                watch(question.host(), socket, out);
            } else {
                Letters.write(out, answer(question));
            }
        } catch (IOException e) {
            // the engine was killed meanwhile: what it asked for was done all the same
            return;
        }
    }

    private Reply answer(Question question) {
        try {
            return new Reply("", switch (question.verb()) {
                case HOSTS -> new ArrayList<>(estate.hosts().stream().map(SimHost::hostId).toList());
                case TRUTH -> truth();
                default -> call(question);
            });
        } catch (NodeFault e) {
            return new Reply(e.code().name(), e.getMessage());
        }
    }

    private @Nullable Object call(Question question) throws NodeFault {
        SimHost host = host(question.host());
        Object capability = switch (question.capability()) {
            case "Domains" -> host.domains();
            case "Migration" -> host.migration();
            case "Disks" -> host.disks();
            default -> host.facts();
        };
        Class<?> type = switch (question.capability()) {
            case "Domains" -> Domains.class;
            case "Migration" -> Migration.class;
            case "Disks" -> Disks.class;
            default -> Facts.class;
        };
        Method method = Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(question.verb()) && one.getParameterCount() == question.arguments().size()).findFirst()
                .orElseThrow();
        try {
            return method.invoke(capability, question.arguments().toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof NodeFault fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void watch(String hostId, Socket socket, OutputStream out) throws IOException {
        try (AutoCloseable watch = host(hostId).facts().watch(report -> {
            try {
                Letters.write(out, report);
            } catch (IOException e) {
                quietly(socket);
            }
        }, reason -> quietly(socket))) {
            while (socket.getInputStream().read() >= 0) {
                continue; // until the engine goes
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private SimHost host(String id) {
        return estate.hosts().stream().filter(host -> host.hostId().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
        estate.close();
        time.close();
    }
}
