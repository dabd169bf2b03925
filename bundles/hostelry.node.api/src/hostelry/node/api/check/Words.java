package hostelry.node.api.check;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids, names and words of a list, each refused with a sentence. */
final class Words {
    static final List<String> GRAPHICS = List.of("spice", "vnc");
    static final List<String> FORMATS = List.of("raw", "qcow2");

    /** In one spelling only: ids name files and are compared as text. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int PRINTED = 60;
    private static final int PATH_LENGTH = 4096;
    /** What must not become a storage domain, nor anything below the first list. */
    private static final List<String> SYSTEM = List.of("/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/run",
            "/sbin", "/sys", "/usr");
    private static final List<String> SYSTEM_ITSELF = List.of("/", "/home", "/mnt", "/media", "/opt", "/root", "/srv", "/tmp", "/var",
            "/var/lib", "/var/log", "/var/tmp");

    private Words() {}

    static NodeFault bad(String sentence) {
        return new NodeFault(FaultCode.BAD_INPUT, sentence);
    }

    static void uuid(String what, @Nullable String text) throws NodeFault {
        if (text == null || !UUID.matcher(text).matches()) {
            throw bad(what + " is a UUID, and not " + quoted(text) + ".");
        }
    }

    static void name(String what, @Nullable String text) throws NodeFault {
        if (text == null || !NAME.matcher(text).matches() || text.equals(".") || text.equals("..")) {
            throw bad(what + " has 1 to 64 of letters, digits, '.', '_' and '-', and is not " + quoted(text) + ".");
        }
    }

    static void oneOf(String what, @Nullable String text, List<String> words) throws NodeFault {
        if (text == null || !words.contains(text)) {
            throw bad(what + " is one of " + String.join(", ", words) + ", and not " + quoted(text) + ".");
        }
    }

    static void distinct(String what, @Nullable Collection<String> texts, List<String> words) throws NodeFault {
        if (texts == null) {
            throw bad(what + " is missing.");
        }
        for (String text : texts) {
            oneOf(what, text, words);
        }
        if (new HashSet<>(texts).size() < texts.size()) {
            throw bad(what + " names something twice.");
        }
    }

    static void between(String what, long number, long least, long most) throws NodeFault {
        if (number < least || number > most) {
            throw bad(what + " is from " + least + " to " + most + ", and not " + number + ".");
        }
    }

    /** Text for people: lines are allowed, other control characters are not (they are not even legal in XML). */
    static void text(String what, @Nullable String text, int most) throws NodeFault {
        if (text == null) {
            return;
        }
        if (text.length() > most) {
            throw bad(what + " has at most " + most + " characters.");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r' || c >= 0xFFFE)) {
            throw bad(what + " has a control character.");
        }
    }

    /** An absolute folder that is no folder of the system; empty is allowed. */
    static void folder(@Nullable String text) throws NodeFault {
        if (text == null || text.length() > PATH_LENGTH || text.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw bad("The folder " + quoted(text) + " can't be the name of one.");
        }
        if (text.isEmpty()) {
            return;
        }
        Path path;
        try {
            path = Path.of(text);
        } catch (InvalidPathException e) {
            throw new NodeFault(FaultCode.BAD_INPUT, "The folder " + quoted(text) + " can't be the name of one.", e);
        }
        if (!path.isAbsolute() || !path.equals(path.normalize())) {
            throw bad("The folder of a storage domain is given from the root, without \"..\", and not as " + quoted(text) + ".");
        }
        if (SYSTEM_ITSELF.contains(path.toString()) || SYSTEM.stream().anyMatch(path::startsWith)) {
            throw bad("The folder " + quoted(text) + " belongs to the system. Choose one of its own, such as /var/lib/hostelry/storage.");
        }
    }

    static String quoted(@Nullable String text) {
        if (text == null) {
            return "missing";
        }
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return '"' + (printable.length() > PRINTED ? printable.substring(0, PRINTED) + "…" : printable) + '"';
    }
}
