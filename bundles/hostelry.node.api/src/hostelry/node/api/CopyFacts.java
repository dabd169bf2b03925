package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;

/** How far the copy of an image is. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "CopyFacts", namespace = "urn:hostelry:node:1")
public final class CopyFacts {
    /** Bytes that the copy takes on its storage domain so far. */
    public long done;
    /** Bytes that it will take, as far as can be said before. */
    public long total;
    /** It is whole, flushed, and can be used. */
    public boolean finished;
}
