package hostelry.engine.vm;

import hostelry.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a CPU of a machine runs.
 *
 * @param cpu the machine's, from 0 on
 * @param set the host's, as libvirt writes them: {@code 1-3,5,^2}
 */
record CpuPin(int cpu, String set) {
    private static final Pattern TEXT = Pattern
            .compile("([0-9]{1,4})#(\\^?[0-9]{1,4}(?:-[0-9]{1,4})?(?:,\\^?[0-9]{1,4}(?:-[0-9]{1,4})?){0,127})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Nothing where the text is none of a pin. */
    static Optional<CpuPin> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new CpuPin(Integer.parseInt(matcher.group(1)), matcher.group(2))) : Optional.empty();
    }

    static List<CpuPin> all(Vm vm) {
        return vm.getVcpuPins().stream().flatMap(text -> parse(text).stream()).toList();
    }

    /** The highest number of a host's CPU that it names. */
    int highest() {
        return NUMBER.matcher(set).results().mapToInt(number -> Integer.parseInt(number.group())).max().orElse(0);
    }
}
