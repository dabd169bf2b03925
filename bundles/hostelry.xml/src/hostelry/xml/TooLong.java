package hostelry.xml;

import java.io.IOException;

/** The input went on beyond the limit. */
final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(long limit) {
        super(Refused.tooLong(limit));
    }
}
