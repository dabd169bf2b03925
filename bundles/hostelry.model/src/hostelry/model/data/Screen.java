package hostelry.model.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a console of a machine that runs listens; a machine keeps each as a text.
 *
 * @param protocol {@code spice} or {@code vnc}
 * @param address without spaces
 * @param port -1 where there is none
 * @param tlsPort -1 where there is none
 * @param tlsSubject of the certificate that is shown there; empty without TLS
 */
public record Screen(String protocol, String address, int port, int tlsPort, String tlsSubject) {
    private static final Pattern TEXT = Pattern.compile("(\\S+) (\\S+) (-1|[0-9]{1,5}) (-1|[0-9]{1,5}) (.*)");

    public String text() {
        return String.join(" ", protocol, address, Integer.toString(port), Integer.toString(tlsPort), tlsSubject);
    }

    /** Empty where it is none. */
    public static Optional<Screen> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Screen(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)), matcher.group(5)))
                : Optional.empty();
    }
}
