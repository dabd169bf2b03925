package hostelry.node.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that runs a script: the file itself. Only where its first line names a Python that this host lacks, as hooks of VDSM's time do, its Python 3 is taken.
 */
final class Interpreter {
    private static final int LINE = 256;
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private Interpreter() {}

    static List<String> command(Path script) throws IOException {
        return command(script, PYTHON);
    }

    static List<String> command(Path script, Path python) throws IOException {
        List<String> words = words(script);
        boolean old = !words.isEmpty() && words.getFirst().matches(".*/python2?") && !Files.exists(Path.of(words.getFirst()))
                || words.size() > 1 && words.getFirst().endsWith("/env") && words.get(1).matches("python2?") && !onPath(words.get(1));
        List<String> command = new ArrayList<>();
        if (old && Files.isExecutable(python)) {
            command.add(python.toString());
        }
        command.add(script.toString());
        return command;
    }

    private static boolean onPath(String program) {
        return Files.exists(Path.of("/usr/bin", program)) || Files.exists(Path.of("/usr/local/bin", program));
    }

    private static List<String> words(Path script) throws IOException {
        try (InputStream in = Files.newInputStream(script)) {
            String start = new String(in.readNBytes(LINE), StandardCharsets.ISO_8859_1);
            String line = start.lines().findFirst().orElse("");
            return line.startsWith("#!") ? List.of(line.substring(2).strip().split("\\s+")) : List.of();
        }
    }
}
