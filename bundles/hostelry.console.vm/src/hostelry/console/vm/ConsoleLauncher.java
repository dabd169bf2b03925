package hostelry.console.vm;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms;
import hostelry.api.Vms.ConsoleTicket;
import hostelry.console.kit.Desk;
import hostelry.console.kit.act.Task;
import hostelry.model.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens the screen of a machine: a ticket that counts once, a file that only this user can read, and the viewer. */
final class ConsoleLauncher {
    private static final int TICKET_SECONDS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A viewer that ends this soon with an error has not opened anything. */
    private static final int SOON = 3;

    private final Desk desk;

    ConsoleLauncher(Desk desk) {
        this.desk = desk;
    }

    void open(Vm vm) {
        String viewer = System.getProperty("hostelry.console.viewer", desk.memory().get("console.viewer", "remote-viewer"));
        desk.acts().run("Open the console of " + vm.getName(), (engine, task) -> {
            Path program = find(viewer).orElseThrow(() -> missing(viewer));
            Act<ConsoleTicket> act = engine.service(Vms.class).ticket(engine.caller(), vm.getId(), null, TICKET_SECONDS);
            task.job(act.jobId());
            ConsoleTicket ticket = act.await(PATIENCE);
            Path file = write(ConsoleFile.text(ticket, vm.getName()));
            start(program, file, vm, task);
        });
    }

    private static void start(Path program, Path file, Vm vm, Task task) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), file.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        task.progress(-1, program.getFileName() + " is open");
        if (process.waitFor(SOON, TimeUnit.SECONDS) && process.exitValue() != 0) {
            Files.deleteIfExists(file);
            throw new Refusal(Problem.failed(vm.getId(), program + " ended at once with exit code " + process.exitValue() + ".",
                    "Start it by hand to see what it says, and check that it can show a window here."));
        }
    }

    private static Refusal missing(String viewer) {
        return new Refusal(Problem.unavailable(null, "The program " + viewer + " was not found.",
                "Install the package virt-viewer (Debian: apt-get install virt-viewer), or name another viewer as console.viewer in the window's preferences."));
    }

    /** A path as it is, a name on the search path. */
    private static Optional<Path> find(String viewer) {
        Path asIs = Path.of(viewer);
        if (asIs.isAbsolute()) {
            return Files.isExecutable(asIs) ? Optional.of(asIs) : Optional.empty();
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, viewer), Path.of(folder, viewer + ".exe"))).filter(Files::isExecutable)
                .findFirst();
    }

    /** Readable for this user alone from its first byte on. */
    private static Path write(String text) throws IOException {
        boolean posix = java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path file = Files.createTempFile("hostelry-", ".vv", attributes);
        Files.writeString(file, text);
        return file;
    }
}
