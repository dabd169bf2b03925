package hostelry.bots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Display;

/**
 * The main job, step by step, as somebody at the window does it. Settings are system properties: {@code hostelry.job.iso} (a file), {@code hostelry.job.vm}
 * (a name), {@code hostelry.job.memory}, {@code hostelry.job.patience} (seconds for a guest to come up or go down), {@code hostelry.job.look} (a program that looks for the guest's picture on
 * the screen and keeps it in the file that it is given), {@code hostelry.screenshots} (a folder).
 */
public final class MainJobInWindow {
    private final HostelryWindow window;
    private final Path iso;
    private final String disc;
    private final String vm;
    private final String memory;
    private final long patience;

    public MainJobInWindow(Display display, Path iso) {
        this.window = new HostelryWindow(display);
        this.iso = iso;
        this.vm = System.getProperty("hostelry.job.vm", "bot1");
        this.disc = vm + "-" + iso.getFileName();
        this.memory = System.getProperty("hostelry.job.memory", "256 MiB");
        this.patience = Long.getLong("hostelry.job.patience", 120) * 1_000;
    }

    /** All steps in their order. */
    public void run() {
        step("connected, a host is up", this::connect);
        step("uploaded a disc", this::uploadIso);
        step("made a machine", this::newVm);
        step("started it", this::start);
        step("opened its console", this::openConsole);
        step("shut it down", this::shutDown);
        step("started it again", this::startAgain);
        step("powered it off", this::powerOff);
        step("deleted it with its disk", this::deleteWithDisk);
    }

    private static void step(String what, Runnable act) {
        long from = System.nanoTime();
        act.run();
        System.out.printf("  step %5.1f s  %s%n", (System.nanoTime() - from) / 1e9, what);
    }

    public void connect() {
        window.waitUntilConnected(patience);
        window.bot().waitUntil("a host is up", () -> window.bot().label("connection").matches("Connected to .* — [1-9].*"), patience);
        window.screenshot("1-connected");
    }

    public void uploadIso() {
        window.uploadIsoDialog().file(iso).name(disc).upload();
        window.tasksStrip().waitFor("Upload " + disc, "Done", patience);
        window.disksTable().waitFor(disc, "Status", "OK", patience);
        window.screenshot("2-uploaded");
    }

    public void newVm() {
        // an empty room has no table to look at
        window.estateTree().goToVms();
        window.newVmWizard().name(vm).memory(memory).cpus(1).disk("1 GiB").bootFrom(disc).finish();
        window.vmsTable().waitForStatus(vm, "Down", patience);
        window.screenshot("3-created");
    }

    public void start() {
        VmsTable table = window.vmsTable();
        table.start(vm);
        table.waitForStatus(vm, "Up", patience);
        window.screenshot("4-up");
    }

    /** A ticket, a file, the viewer; whether the guest is seen in it is looked at from outside, where that is asked for. */
    public void openConsole() {
        window.vmsTable().openConsole(vm);
        window.tasksStrip().waitFor("Open the console of " + vm, "Done", patience);
        check(window.notice().isEmpty(), window.notice());
        String look = System.getProperty("hostelry.job.look");
        if (look != null) {
            look(look);
        }
        window.screenshot("5-console");
    }

    private static void look(String program) {
        Path shot = Path.of(System.getProperty("hostelry.screenshots"), "5-viewer.png");
        try {
            int code = new ProcessBuilder(program, shot.toString(), "40").inheritIO().start().waitFor();
            check(code == 0, "the guest's picture is not on the screen: look at " + shot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public void shutDown() {
        VmsTable table = window.vmsTable();
        table.shutDown(vm);
        table.waitForStatus(vm, "Down", patience + 120_000);
        window.screenshot("6-shut-down");
    }

    public void startAgain() {
        start();
    }

    public void powerOff() {
        VmsTable table = window.vmsTable();
        table.powerOff(vm);
        Confirmation question = window.confirmation("Power off");
        check(vm.equals(question.names()), "the question names " + question.names());
        question.yes();
        table.waitForStatus(vm, "Down", patience);
    }

    public void deleteWithDisk() {
        VmsTable table = window.vmsTable();
        table.delete(vm);
        Confirmation question = window.confirmation("Delete");
        check(vm.equals(question.names()), "the question names " + question.names());
        window.screenshot("7-delete");
        question.yes();
        table.table().waitUntilGone(vm, patience);
        // the disc stays, and shows that the table is filled
        window.disksTable().waitFor(disc, "Status", "OK", patience);
        window.disksTable().waitUntilGone(vm + "_Disk1", patience);
        window.screenshot("8-deleted");
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new AssertionError(otherwise);
        }
    }
}
