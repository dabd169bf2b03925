package hostelry.node.libvirt.facts;

import hostelry.node.api.Report.Note;
import hostelry.node.api.Untold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody has been told yet, in a file beside: a node that is killed has it when it comes back. The file is there from the day that somebody listened; it holds a
 * line a note, and {@code dropped N} where some had to go. It is not forced to the disk: it is to survive the node, and a host without power has no guests to tell of.
 */
final class UntoldFile {
    private static final int MOST = 1_000;
    private static final String DROPPED = "dropped";
    private static final int PARTS = 4;

    private final Logger log = LoggerFactory.getLogger(UntoldFile.class);
    private final Path file;
    private final Untold untold = new Untold(MOST);
    private boolean heard;
    /** Lines of notes that are gone already stand in it. */
    private int stale;

    /** Reads what is there. What a kill cut off in the middle of its last line is nothing. */
    UntoldFile(Path file) throws IOException {
        this.file = file;
        this.heard = Files.exists(file);
        if (heard) {
            for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split("\t", -1);
                try {
                    if (parts.length == 2 && parts[0].equals(DROPPED)) {
                        untold.dropped(Long.parseLong(parts[1]));
                    } else if (parts.length == PARTS + 1 && parts[PARTS].equals(".")) {
                        untold.add(new Note(Long.parseLong(parts[0]), parts[1], parts[2], clear(parts[3])));
                    }
                } catch (NumberFormatException e) {
                    log.warn("A line of {} can't be read and is left out.", file);
                }
            }
        }
    }

    /** Has there ever been somebody who listened? What happened before is nobody's. */
    boolean heard() {
        return heard;
    }

    void add(Note note) {
        boolean full = untold.add(note);
        if (full) {
            stale++;
        }
        if (full && stale >= MOST / 10) {
            rewrite();
        } else {
            write(line(note), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    Untold untold() {
        return untold;
    }

    /** Somebody listens, and has been told all up to this number. */
    void forget(long number) {
        untold.forget(number);
        heard = true;
        rewrite();
    }

    private void rewrite() {
        String head = untold.dropped() > 0 ? DROPPED + "\t" + untold.dropped() + "\n" : "";
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, head + untold.kept().stream().map(UntoldFile::line).collect(Collectors.joining()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            stale = 0;
        } catch (IOException e) {
            complain(e);
        }
    }

    private void write(String text, StandardOpenOption... options) {
        try {
            Files.writeString(file, text, options);
        } catch (IOException e) {
            complain(e);
        }
    }

    /** It is still told, unless the node is killed too. */
    private void complain(IOException e) {
        log.warn("What nobody has been told yet can't be written to {}: {}", file, e.getMessage());
    }

    private static String line(Note note) {
        return note.time() + "\t" + note.guest() + "\t" + note.severity() + "\t"
                + note.text().replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", " ") + "\t.\n";
    }

    private static String clear(String text) {
        StringBuilder clear = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                clear.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            } else {
                clear.append(c);
            }
        }
        return clear.toString();
    }
}
