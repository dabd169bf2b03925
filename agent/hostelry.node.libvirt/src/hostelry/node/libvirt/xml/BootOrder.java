package hostelry.node.libvirt.xml;

import java.util.LinkedHashSet;
import java.util.List;

/** Turns the words of a boot sequence into a number for each device; 0: not booted from. */
final class BootOrder {
    private final List<String> words;
    private final int drives;
    private final int cards;

    BootOrder(List<String> words, int drives, int cards) {
        // without any word: a disk, else the disc in the drive
        this.words = words.isEmpty() ? List.of("hd", "cdrom") : List.copyOf(new LinkedHashSet<>(words));
        this.drives = drives;
        this.cards = cards;
    }

    int ofDrive(int index) {
        return words.contains("hd") ? before("hd") + index + 1 : 0;
    }

    int ofCd() {
        return words.contains("cdrom") ? before("cdrom") + 1 : 0;
    }

    int ofCard(int index) {
        return words.contains("network") ? before("network") + index + 1 : 0;
    }

    private int before(String word) {
        int count = 0;
        for (String other : words.subList(0, words.indexOf(word))) {
            count += switch (other) {
                case "hd" -> drives;
                case "network" -> cards;
                default -> 1;
            };
        }
        return count;
    }
}
