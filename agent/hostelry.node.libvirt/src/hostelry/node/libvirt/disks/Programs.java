package hostelry.node.libvirt.disks;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs the small programs of the host; always with a list of arguments, never by way of a shell. */
public final class Programs {
    private static final int MOST_OUTPUT = 1 << 16;

    /** What came out. */
    public record Result(int status, String output) {}

    private Programs() {}

    /** @throws NodeFault FAILED: it is missing, or it did not end in time */
    public static Result run(int seconds, List<String> command) throws NodeFault {
        Path output = null;
        Process process = null;
        try {
            output = Files.createTempFile("hostelry", ".out");
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new NodeFault(FaultCode.FAILED, command.getFirst() + " did not end within " + seconds + " seconds.");
            }
            byte[] bytes = Files.readAllBytes(output);
            return new Result(process.exitValue(),
                    new String(bytes, 0, Math.min(bytes.length, MOST_OUTPUT), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED, command.getFirst() + " can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            process.destroyForcibly(); // who gave it up does not want what it goes on to write
            Thread.currentThread().interrupt();
            throw new NodeFault(FaultCode.FAILED, command.getFirst() + " was interrupted.", e);
        } finally {
            delete(output);
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
