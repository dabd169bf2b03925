package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.words.Words;
import hostelry.model.VnicProfile;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a NIC can be plugged into; first of all nothing. */
record ProfileChoice(List<VnicProfile> profiles) {
    static ProfileChoice of(Desk desk) {
        return new ProfileChoice(desk.estate().all(VnicProfile.class).stream()
                .sorted(Comparator.comparing((VnicProfile one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList());
    }

    List<String> names() {
        return Stream.concat(Stream.of("None"), profiles.stream().map(one -> Words.orEmpty(one.getName()))).toList();
    }

    /** Of the line in {@link #names()}. */
    @Nullable
    String id(int line) {
        return line <= 0 ? null : profiles.get(line - 1).getId();
    }

    int line(@Nullable String id) {
        for (int i = 0; i < profiles.size(); i++) {
            if (profiles.get(i).getId().equals(id)) {
                return i + 1;
            }
        }
        return 0;
    }
}
