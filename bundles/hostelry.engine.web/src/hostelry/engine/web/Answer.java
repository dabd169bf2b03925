package hostelry.engine.web;

import hostelry.wire.Out;
import java.io.IOException;

/** A document that is written as it goes out. */
@FunctionalInterface
interface Answer {
    void write(Out out) throws IOException;
}
