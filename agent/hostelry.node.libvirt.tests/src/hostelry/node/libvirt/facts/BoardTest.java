package hostelry.node.libvirt.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardTest {
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final Path file;
    private final Board board;

    BoardTest(@TempDir Path folder) throws IOException {
        this.file = folder.resolve("untold");
        this.board = new Board(new UntoldFile(file));
    }

    private static HostFacts host(String detail) {
        return new HostFacts("id", "h", "", "", "", "", "", 0, 1, 1, 1, 1, "", "", "qemu", detail, 0, List.of());
    }

    private static DomainState state(String id, String state) {
        return new DomainState(id, "n" + id, state, "", 0, List.of(), 1L << 30, 1);
    }

    private Report next() throws InterruptedException {
        Report report = reports.poll(5, TimeUnit.SECONDS);
        assertTrue(report != null, "no report came");
        return report;
    }

    @Test
    void tellsAllAndThenChanges() throws Exception {
        board.up(host("a"), List.of(state("1", "off")), List.of());
        try (AutoCloseable watch = board.watch(reports::add, ends::add)) {
            Report full = next();
            assertTrue(full.full());
            assertEquals(1, full.number());
            assertEquals(List.of(state("1", "off")), full.domains());
            board.domains(List.of(state("1", "running")), List.of());
            board.domains(List.of(state("1", "running")), List.of()); // nothing new
            board.guest(new GuestFacts("1", false, "", "", List.of())); // never answered: nothing new
            board.guest(new GuestFacts("1", true, "h", "", List.of()));
            board.host(host("b"));
            board.domains(List.of(), List.of("1", "unknown"));
            assertEquals(List.of(state("1", "running")), next().domains());
            assertEquals("h", next().guests().getFirst().hostname());
            assertEquals("b", next().host().virtualizationDetail());
            Report gone = next();
            assertEquals(List.of("1"), gone.gone());
            assertEquals(5, gone.number());
            Report heartbeat = next();
            assertTrue(heartbeat.domains().isEmpty() && !heartbeat.full() && heartbeat.host() == null);
            assertEquals(6, heartbeat.number());
        }
        assertTrue(ends.isEmpty());
    }

    @Test
    void saysWhyItEnds() throws Exception {
        assertEquals(FaultCode.UNAVAILABLE, assertThrows(NodeFault.class, () -> board.watch(reports::add, ends::add)).code());
        board.up(host("a"), List.of(), List.of());
        board.watch(reports::add, ends::add);
        next();
        board.down("libvirt went away");
        assertEquals("libvirt went away", ends.poll(5, TimeUnit.SECONDS));
        assertEquals("libvirt went away", assertThrows(NodeFault.class, () -> board.watch(reports::add, ends::add)).getMessage());
        board.up(host("a"), List.of(), List.of());
        board.watch(reports::add, ends::add).close();
    }

    @Test
    void oneWhoIsTooSlowDelaysNobody() throws Exception {
        board.up(host("a"), List.of(), List.of());
        CountDownLatch go = new CountDownLatch(1);
        board.watch(report -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, ends::add);
        for (int i = 0; i < 1_500; i++) {
            board.domains(List.of(state("1", i % 2 == 0 ? "off" : "running")), List.of());
        }
        go.countDown();
        assertEquals("The receiver of the reports is too slow.", ends.poll(5, TimeUnit.SECONDS));
        board.watch(report -> {
            throw new IllegalStateException("x");
        }, ends::add);
        assertTrue(ends.poll(5, TimeUnit.SECONDS).startsWith("The receiver of the reports failed"));
    }

    private static List<String> texts(Report report) {
        return report.notes().stream().map(Note::text).toList();
    }

    @Test
    void keepsWhatHappensWhileNobodyListensAlsoWhenTheNodeIsKilled() throws Exception {
        board.up(host("a"), List.of(state("1", "off")), List.of());
        board.domains(List.of(state("1", "running")), List.of());
        try (AutoCloseable watch = board.watch(reports::add, ends::add)) {
            assertEquals(List.of(), texts(next()), "before anybody listened it was nobody's");
        }
        Files.createFile(file); // as a watch that lived for a while leaves it
        Board again = new Board(new UntoldFile(file));
        again.up(host("a"), List.of(state("1", "running")), List.of());
        again.domains(List.of(state("1", "paused")), List.of());
        again.domains(List.of(state("1", "crashed")), List.of());
        again.note(new Note(7, "", "warning", "two\nlines\tand \\ more"));
        Files.writeString(file, "12\t1\tnorm", StandardOpenOption.APPEND); // cut off by the kill
        Board afterwards = new Board(new UntoldFile(file));
        afterwards.up(host("a"), List.of(state("1", "crashed")), List.of());
        try (AutoCloseable watch = afterwards.watch(reports::add, ends::add)) {
            Report full = next();
            assertEquals(List.of("Guest n1 was paused while no engine listened.", "Guest n1 crashed while no engine listened.",
                    "two\nlines\tand \\ more"), texts(full));
            assertEquals(List.of(state("1", "crashed")), full.domains());
            assertEquals(7, full.notes().getLast().time());
        }
        afterwards.watch(reports::add, ends::add);
        Report second = next();
        while (!second.full()) {
            second = next();
        }
        assertEquals(3, second.notes().size(), "one who broke off at once is told again");
        for (Report report = next(); Files.size(file) > 0; report = next()) {
            assertTrue(report.notes().isEmpty(), "once");
        }
    }
}
