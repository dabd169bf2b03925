package hostelry.client.remote;

import hostelry.wire.Out;
import java.io.IOException;

/** The document of a request, as it is written. */
@FunctionalInterface
interface Body {
    void write(Out out) throws IOException;
}
