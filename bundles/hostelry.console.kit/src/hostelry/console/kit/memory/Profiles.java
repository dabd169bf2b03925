package hostelry.console.kit.memory;

import hostelry.console.kit.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The connections that the window remembers, by name; never a password. */
public final class Profiles {
    private static final String KEY = "connections";
    private static final int PARTS = 5;

    private final Memory memory;

    public Profiles(Memory memory) {
        this.memory = memory;
    }

    public List<Profile> all() {
        return memory.get(KEY, "").lines().map(Profiles::read).flatMap(Optional::stream).toList();
    }

    /** A line that somebody has spoilt by hand is passed over. */
    private static Optional<Profile> read(String line) {
        String[] part = line.split("\t", -1);
        return part.length == PARTS && part[2].matches("\\d{1,5}")
                ? Optional.of(new Profile(part[0], part[1], Integer.parseInt(part[2]), part[3], part[4]))
                : Optional.empty();
    }

    /** Keeps it, in place of one of the same name. */
    public void keep(Profile profile) {
        List<Profile> now = new ArrayList<>(all());
        now.removeIf(one -> one.name().equals(profile.name()));
        now.add(profile);
        write(now);
    }

    private void write(List<Profile> now) {
        memory.put(KEY, now.stream().map(Profile::line).collect(Collectors.joining("\n")));
    }
}
