package hostelry.node.libvirt.disks;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks into an image. */
final class VerifyDisk {
    private VerifyDisk() {}

    static DiskFacts run(Path image, DiskSpec spec) throws NodeFault {
        ByteBuffer head = bytes(image, 0, Qcow2.HEAD);
        if (spec.format.equals("qcow2")) {
            Qcow2 qcow2 = Qcow2.parse(head);
            if (qcow2.backing()) {
                throw Trouble.bad("The image stands upon another one (it has a backing file); give it whole.");
            }
            if (qcow2.externalData()) {
                throw Trouble.bad("The image's data lie in another file; give it whole.");
            }
            if (qcow2.size() > spec.size) {
                throw Trouble.bad("The image has " + qcow2.size() + " bytes inside, and " + spec.size + " were declared.");
            }
        } else {
            raw(image, spec, head);
        }
        return facts(image);
    }

    private static void raw(Path image, DiskSpec spec, ByteBuffer head) throws NodeFault {
        Optional<String> other = Magic.imageFormat(head);
        if (other.isPresent()) {
            throw Trouble.bad("The file is a " + other.get() + " image, and it was declared as raw.");
        }
        if (spec.content.equals("iso") && !Magic.isDisc(bytes(image, Magic.ISO_OFFSET, Magic.ISO_LENGTH))) {
            throw Trouble.bad("The file is no disc image: it has neither an ISO 9660 nor a UDF file system.");
        }
        long size = bytes(image);
        if (size > spec.size) {
            throw Trouble.bad("The image has " + size + " bytes, and " + spec.size + " were declared.");
        }
    }

    static DiskFacts facts(Path image) throws NodeFault {
        DiskFacts facts = new DiskFacts();
        facts.virtualSize = Label.read(image).format().equals("qcow2") ? Qcow2.parse(bytes(image, 0, Qcow2.HEAD)).size() : bytes(image);
        facts.actualSize = taken(image);
        return facts;
    }

    /** Of a copy that is whole. */
    static CopyFacts copied(Path image) throws NodeFault {
        CopyFacts facts = new CopyFacts();
        facts.done = taken(image);
        facts.total = facts.done;
        facts.finished = true;
        return facts;
    }

    private static long bytes(Path image) throws NodeFault {
        try {
            return Files.readAttributes(image, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).size();
        } catch (IOException e) {
            throw Trouble.of(e, "To look at the disk");
        }
    }

    /** Java does not tell how many blocks a file takes. */
    static long taken(Path image) throws NodeFault {
        Programs.Result blocks = Programs.run(30, List.of("stat", "-c", "%b %B", "--", image.toString()));
        String[] number = blocks.output().split(" ");
        if (blocks.status() != 0 || number.length != 2) {
            throw new NodeFault(FaultCode.FAILED, "To look at the disk failed: " + blocks.output());
        }
        return Long.parseLong(number[0]) * Long.parseLong(number[1]);
    }

    /** Up to {@code length} bytes from there on. */
    private static ByteBuffer bytes(Path image, long offset, int length) throws NodeFault {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try (SeekableByteChannel channel = Files.newByteChannel(image, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            channel.position(offset);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // on until it is full or the file ends
            }
            return buffer.flip();
        } catch (IOException e) {
            throw Trouble.of(e, "To read the disk");
        }
    }
}
