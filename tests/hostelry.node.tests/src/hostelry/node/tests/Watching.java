package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.fail;

import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Listens to a node's reports and waits for what a test wants to see. */
public final class Watching implements AutoCloseable {
    private final List<Report> reports = new ArrayList<>();
    private final List<String> endings = new ArrayList<>();
    private final Duration patience;
    private final AutoCloseable watch;

    public Watching(Node node, Duration patience) throws NodeFault {
        this.patience = patience;
        this.watch = node.facts().watch(this::add, this::end);
    }

    private synchronized void add(Report report) {
        reports.add(report);
        notifyAll();
    }

    private synchronized void end(String reason) {
        endings.add(reason);
        notifyAll();
    }

    public synchronized List<Report> reports() {
        return List.copyOf(reports);
    }

    public synchronized List<String> endings() {
        return List.copyOf(endings);
    }

    /** The first thing that a report tells, from the first report on. */
    public <T> T await(String what, Function<Report, Optional<T>> tells) throws InterruptedException {
        return awaitAfter(0, what, tells);
    }

    /** The same, after so many reports. */
    public synchronized <T> T awaitAfter(int heard, String what, Function<Report, Optional<T>> tells) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int next = heard;
        while (true) {
            for (; next < reports.size(); next++) {
                Optional<T> told = tells.apply(reports.get(next));
                if (told.isPresent()) {
                    return told.get();
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0 || !endings.isEmpty()) {
                return fail("No report told: " + what + ". Ended: " + endings + ". The last were "
                        + reports.subList(Math.max(0, reports.size() - 4), reports.size()));
            }
            wait(left);
        }
    }

    public synchronized int heard() {
        return reports.size();
    }

    public Report.DomainState awaitState(int heard, String id, String state) throws InterruptedException {
        return awaitAfter(heard, id + " is " + state,
                report -> find(report.domains(), domain -> domain.id().equals(id) && domain.state().equals(state)));
    }

    public void awaitGone(int heard, String id) throws InterruptedException {
        awaitAfter(heard, id + " is gone", report -> find(report.gone(), id::equals));
    }

    public synchronized String awaitEnd() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (endings.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return fail("The watch did not end.");
            }
            wait(left);
        }
        return endings.getFirst();
    }

    public static <T> Optional<T> find(List<T> list, Predicate<T> wanted) {
        return list.stream().filter(wanted).findFirst();
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }
}
