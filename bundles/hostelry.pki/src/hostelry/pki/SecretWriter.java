package hostelry.pki;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a file that only its owner may read, all at once or not at all. */
@FunctionalInterface
public interface SecretWriter {
    void write(Path file, byte[] bytes) throws IOException;
}
