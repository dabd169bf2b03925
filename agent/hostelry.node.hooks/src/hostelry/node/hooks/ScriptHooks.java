package hostelry.node.hooks;

import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookNote;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.HookRefused;
import hostelry.node.api.hook.VmHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The scripts of the host as one hook. Exit codes are VDSM's: 0 is well; 1 is an error, the others are called all the same, and the act is refused at the end;
 * 2 is an error, and nobody else is called; any other counts as 1.
 */
final class ScriptHooks implements VmHook {
    private static final int STOP = 2;
    private static final long MOST_XML = 4L << 20;

    private final ScriptFolder folder;
    private final Path python;
    private final Path work;
    private final long seconds;

    /**
     * @param python folder of the module {@code hooking}
     * @param work where files for scripts are made; nobody else may look into it
     * @param seconds that each script may take
     */
    ScriptHooks(ScriptFolder folder, Path python, Path work, long seconds) {
        this.folder = folder;
        this.python = python;
        this.work = work;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "scripts";
    }

    @Override
    public Set<HookPoint> points() {
        return EnumSet.allOf(HookPoint.class);
    }

    @Override
    public String run(HookPoint point, HookCall call, Consumer<HookNote> notes) throws HookRefused {
        List<Script> scripts = folder.of(point);
        if (scripts.isEmpty()) {
            return call.xml();
        }
        try {
            Path place = Files.createTempDirectory(work, "hook",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                return run(scripts, point, call, place, notes);
            } finally {
                remove(place);
            }
        } catch (IOException e) {
            throw new HookRefused("The hooks of " + point.folder() + " can't be called: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HookRefused("The hooks of " + point.folder() + " were interrupted: the node ends.");
        }
    }

    private String run(List<Script> scripts, HookPoint point, HookCall call, Path place, Consumer<HookNote> notes)
            throws IOException, InterruptedException, HookRefused {
        Path file = place.resolve("domain.xml");
        Files.writeString(file, call.xml());
        String failure = "";
        for (Script script : scripts) {
            ScriptRun.Ended ended = script.good()
                    ? ScriptRun.run(script.file(), Environment.of(call, file, python), place.resolve("errors"), seconds)
                    : new ScriptRun.Ended(-1, script.trouble());
            notes.accept(new HookNote(point.folder(), script.name(), ended.status(), ended.text()));
            if (ended.status() != 0 && failure.isEmpty()) {
                failure = sentence(script, ended);
            }
            if (ended.status() == STOP) {
                break;
            }
        }
        if (!failure.isEmpty()) {
            throw new HookRefused(failure);
        }
        if (Files.size(file) > MOST_XML) {
            throw new HookRefused("The hooks of " + point.folder() + " left more than " + (MOST_XML >> 20) + " MiB of XML.");
        }
        return Files.readString(file);
    }

    private static String sentence(Script script, ScriptRun.Ended ended) {
        String how = ended.status() < 0
                ? "The hook " + script.name() + " failed."
                : "The hook " + script.name() + " ended with " + ended.status() + ".";
        return ended.text().isEmpty() ? how : how + " " + ended.text();
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(place);
    }
}
