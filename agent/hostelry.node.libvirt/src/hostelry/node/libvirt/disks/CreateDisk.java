package hostelry.node.libvirt.disks;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes an empty image: under another name first, so that none is ever half there. */
final class CreateDisk {
    /** What a sparse image takes at once, and a little. */
    private static final long LEAST_FREE = 4L << 20;
    private static final int LONGEST_SECONDS = 3600;

    private CreateDisk() {}

    static void run(Storages.Place place, DiskSpec spec) throws NodeFault {
        Path image = place.image(spec.disk);
        if (Files.exists(image, LinkOption.NOFOLLOW_LINKS)) {
            Label there = Label.read(image);
            if (there.size() != spec.size || !there.format().equals(spec.format)) {
                throw new NodeFault(FaultCode.CONFLICT,
                        "The disk " + spec.disk + " is there already, as " + there.format() + " of " + there.size() + " bytes.");
            }
            return;
        }
        Path temp = place.folder().resolve("." + spec.disk + ".new");
        try {
            long free = Files.getFileStore(place.folder()).getUsableSpace();
            long needed = spec.sparse ? LEAST_FREE : spec.size + LEAST_FREE;
            if (free < needed) {
                throw new NodeFault(FaultCode.NO_SPACE,
                        "The disk needs " + needed + " bytes at once, and the storage domain has " + free + " left.");
            }
            Files.deleteIfExists(temp);
            make(temp, spec);
            Label.of(spec).write(image);
            Files.move(temp, image, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Trouble.of(e, "To create the disk");
        } finally {
            try {
                Files.deleteIfExists(temp);
            } catch (IOException e) {
                // it could not be made in the first place; the next try starts with deleting it
            }
        }
    }

    private static void make(Path file, DiskSpec spec) throws NodeFault, IOException {
        boolean raw = spec.format.equals("raw");
        if (!raw || !spec.sparse) {
            Programs.Result made = Programs.run(LONGEST_SECONDS, List.of("qemu-img", "create", "-q", "-f", spec.format, "-o",
                    "preallocation=" + (spec.sparse ? "off" : "falloc"), file.toString(), Long.toString(spec.size)));
            if (made.status() != 0) {
                boolean full = made.output().contains("No space left");
                throw new NodeFault(full ? FaultCode.NO_SPACE : FaultCode.FAILED, "To create the disk failed: " + made.output());
            }
        }
        if (raw) { // to the byte: qemu-img rounds up to 512
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(spec.size);
            }
        }
    }
}
