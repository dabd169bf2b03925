package hostelry.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The two ways to write a document. */
public enum Format {
    XML("application/xml") {
        @Override
        public Out out(OutputStream stream) throws IOException {
            return new XmlOut(stream);
        }

        @Override
        public Tree read(InputStream bytes, long maxLength) throws IOException {
            return XmlTree.read(bytes, maxLength);
        }
    },
    JSON("application/json") {
        @Override
        public Out out(OutputStream stream) {
            return new JsonOut(stream);
        }

        @Override
        public Tree read(InputStream bytes, long maxLength) throws IOException {
            return JsonTree.read(FACTORY, bytes, maxLength);
        }
    };

    /** How deep a document may nest; oVirt's own nest to eight. */
    static final int MAX_DEPTH = 32;
    /** How many elements a document may have; no request has a hundredth of it. */
    static final int MAX_NODES = 20_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(2 * MAX_DEPTH).maxNumberLength(100).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // no bytes of a request in messages: a password may be among them
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Such as {@code application/xml}. */
    public String mediaType() {
        return mediaType;
    }

    /** Starts a document in UTF-8; the stream stays open when it is closed. */
    public abstract Out out(OutputStream stream) throws IOException;

    /**
     * Reads a whole, small document.
     *
     * @throws WireProblem it is malformed or too large, and where
     */
    public abstract Tree read(InputStream bytes, long maxLength) throws IOException;
}
