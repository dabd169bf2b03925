package hostelry.node.libvirt.disks;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Copies an image with qemu-img: under another name first, so that none is ever half there. */
final class CopyDisk {
    private static final long LEAST_FREE = 4L << 20;
    /** A week: an image of terabytes on a slow disk takes days, and what hangs for ever must end. */
    private static final int LONGEST_SECONDS = 7 * 24 * 3600;

    private CopyDisk() {}

    /** Where a copy is until it is whole. */
    static Path half(Path image) {
        return image.resolveSibling("." + image.getFileName() + ".new");
    }

    /** Looks at it before anything is written. Returns the bytes that the copy is thought to take. */
    static long check(Path source, Storages.Place place, DiskSpec to) throws NodeFault {
        Label label = Label.read(source);
        if (!label.format().equals(to.format)) {
            throw Trouble.bad("The disk is " + label.format() + ", and its copy is to be " + to.format + ".");
        }
        if (to.size < label.size()) {
            throw Trouble.bad("The disk has " + label.size() + " bytes, and its copy is to have " + to.size + ".");
        }
        if (label.format().equals("qcow2")) {
            DiskSpec own = new DiskSpec();
            own.size = label.size();
            VerifyDisk.run(source, own); // its head must not lead to another file
        }
        long total = to.sparse ? VerifyDisk.taken(source) : to.size;
        try {
            long free = Files.getFileStore(place.folder()).getUsableSpace();
            if (free < total + LEAST_FREE) {
                throw new NodeFault(FaultCode.NO_SPACE,
                        "The copy needs " + (total + LEAST_FREE) + " bytes, and the storage domain has " + free + " left.");
            }
        } catch (IOException e) {
            throw Trouble.of(e, "To look at the storage domain");
        }
        return total;
    }

    static void run(Path source, Storages.Place place, DiskSpec to) throws NodeFault {
        Path image = place.image(to.disk);
        Path half = half(image);
        try {
            Files.deleteIfExists(half);
            write(source, half, to);
            flush(half);
            Label.of(to).write(image);
            Files.move(half, image, StandardCopyOption.ATOMIC_MOVE);
            flush(place.folder());
        } catch (IOException e) {
            throw Trouble.of(e, "To copy the disk");
        } finally {
            try {
                Files.deleteIfExists(half);
                if (!Files.exists(image, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(Label.beside(image));
                }
            } catch (IOException e) {
                // the next try starts with deleting it, and so does its deletion
            }
        }
    }

    private static void write(Path source, Path half, DiskSpec to) throws NodeFault, IOException {
        boolean raw = to.format.equals("raw");
        List<String> options = raw ? List.of() : List.of("-o", "preallocation=" + (to.sparse ? "off" : "falloc"));
        List<String> command = new ArrayList<>(List.of("qemu-img", "convert", "-q", "-f", to.format, "-O", to.format));
        command.addAll(options);
        // zeros become holes, or are written where all bytes are to be taken
        command.addAll(List.of("-S", to.sparse ? "4k" : "0", source.toString(), half.toString()));
        Programs.Result made = Programs.run(LONGEST_SECONDS, command);
        if (made.status() == 0 && !raw && to.size > Label.read(source).size()) {
            made = Programs.run(LONGEST_SECONDS,
                    List.of("qemu-img", "resize", "-q", "-f", to.format, half.toString(), Long.toString(to.size)));
        }
        if (made.status() != 0) {
            boolean full = made.output().contains("No space left");
            throw new NodeFault(full ? FaultCode.NO_SPACE : FaultCode.FAILED, "To copy the disk failed: " + made.output());
        }
        if (raw) { // to the byte: qemu-img rounds up to 512
            try (RandomAccessFile bytes = new RandomAccessFile(half.toFile(), "rw")) {
                bytes.setLength(to.size);
            }
        }
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ))) {
            channel.force(true);
        }
    }
}
