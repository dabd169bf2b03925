package hostelry.node.libvirt.net;

import java.util.List;

/**
 * One command and the one that takes it back, each a list of arguments.
 *
 * @param back empty: what a later or earlier step takes along needs no way back of its own
 */
record Step(List<String> there, List<String> back) {
    static Step of(String there, String back) {
        return new Step(words(there), words(back));
    }

    Step reversed() {
        return new Step(back, there);
    }

    /** The names in it have passed the door: none has a blank. */
    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
