package hostelry.node.libvirt.disks;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Properties;

/** What an image was made as, in a file beside it: its format must never be guessed from bytes that a guest can write. */
record Label(String format, long size, String content) {
    static Path beside(Path image) {
        return image.resolveSibling(image.getFileName() + ".label");
    }

    static Label of(DiskSpec spec) {
        return new Label(spec.format, spec.size, spec.content);
    }

    static Label read(Path image) throws NodeFault {
        Properties stored = new Properties();
        try (InputStream in = Files.newInputStream(beside(image), LinkOption.NOFOLLOW_LINKS)) {
            stored.load(in);
            return new Label(stored.getProperty("format", "raw"), Long.parseLong(stored.getProperty("size", "0")),
                    stored.getProperty("content", "data"));
        } catch (IOException | NumberFormatException e) {
            throw new NodeFault(FaultCode.FAILED, "The label of the disk " + image.getFileName() + " can't be read: " + e.getMessage(), e);
        }
    }

    void write(Path image) throws IOException {
        Properties stored = new Properties();
        stored.setProperty("format", format);
        stored.setProperty("size", Long.toString(size));
        stored.setProperty("content", content);
        try (OutputStream out = Files.newOutputStream(beside(image))) {
            stored.store(out, null);
        }
    }

    /** How long the file of such an image may get: a qcow2 has its tables beside the data. */
    long mostBytes() {
        return format.equals("qcow2") ? size + size / 1024 + (4L << 20) : size;
    }
}
