package hostelry.node.hooks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one script: a list of arguments, never a shell of ours; it and all that it started end when its time is over. */
final class ScriptRun {
    private static final int TOLD = 4_000;

    /** How it ended; {@code status} -1: it could not be run, or did not end in time, as {@code text} says. */
    record Ended(int status, String text) {}

    private ScriptRun() {}

    /** @param errors a file for what it writes to its standard error */
    static Ended run(Path script, Map<String, String> environment, Path errors, long seconds) throws InterruptedException {
        Process process;
        try {
            List<String> command = Interpreter.command(script);
            ProcessBuilder builder = new ProcessBuilder(command).directory(script.getParent().toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            return new Ended(-1, "It can't be run: " + e.getMessage() + ". Look whether the program that its first line names is there.");
        }
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                kill(process);
                return new Ended(-1, "It did not end within " + seconds + " seconds, and was ended. " + tail(errors));
            }
        } catch (InterruptedException e) {
            kill(process);
            throw e;
        }
        return new Ended(process.exitValue(), tail(errors));
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The last of it; what says why stands there. */
    private static String tail(Path errors) {
        try (RandomAccessFile file = new RandomAccessFile(errors.toFile(), "r")) {
            long length = file.length();
            byte[] bytes = new byte[(int) Math.min(length, TOLD)];
            file.seek(length - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return Files.exists(errors) ? "What it wrote can't be read: " + e.getMessage() : "";
        }
    }
}
