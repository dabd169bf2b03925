package hostelry.node.sim;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of an image on its way: each step takes the next pages that were written. Of two callers at the same time one waits. */
final class SimCopy {
    /** As much in one step. */
    private static final long PIECE = 16L << 20;

    private final String key;
    private final Image source;
    private final Image image;
    private final long total;
    private long at;
    private long done;
    private boolean dropped;

    private SimCopy(String key, Image source, Image image) {
        this.key = key;
        this.source = source;
        this.image = image;
        this.total = source.writtenBytes();
    }

    /** With the host's lock held. */
    static SimCopy begin(String key, Image source, DiskSpec to, Storage place, Path folder) throws NodeFault {
        if (!source.spec.format.equals(to.format)) {
            throw Trouble.badInput("The disk is " + source.spec.format + ", and its copy is to be " + to.format + ".");
        }
        if (to.size < source.spec.size) {
            throw Trouble.badInput("The disk has " + source.spec.size + " bytes, and its copy is to have " + to.size + ".");
        }
        long needed = to.sparse ? source.writtenBytes() : to.size;
        if (needed > place.free() || place.full) {
            throw Trouble.noSpace("The copy needs " + needed + " bytes, and the storage domain " + place.id + " has " + place.free()
                    + " left.");
        }
        return new SimCopy(key, source, new Image(to, folder.resolve(to.storage + "-" + to.disk)));
    }

    String key() {
        return key;
    }

    Image image() {
        return image;
    }

    synchronized CopyFacts step(ImageFile files) throws NodeFault {
        long end = done + PIECE;
        while (!dropped && done < end && at >= 0) {
            at = source.written(at);
            if (at >= 0) {
                int length = (int) Math.min(Image.PAGE, source.size() - at);
                files.copy(source, image, at, length);
                at += Image.PAGE;
                done += Image.PAGE;
            }
        }
        if (dropped) {
            throw Trouble.failed("The copy was given up.");
        }
        CopyFacts facts = new CopyFacts();
        facts.done = Math.min(done, total);
        facts.total = total;
        facts.finished = at < 0 || done >= total;
        return facts;
    }

    synchronized void drop() {
        dropped = true;
        try {
            Files.deleteIfExists(image.file);
        } catch (IOException e) {
            image.file.toFile().deleteOnExit(); // the simulation's folder goes with it anyway
        }
    }
}
