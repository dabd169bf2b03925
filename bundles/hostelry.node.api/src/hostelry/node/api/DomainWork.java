package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;

/** What a node is at with a guest. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "DomainWork", namespace = "urn:hostelry:node:1")
public final class DomainWork {
    /** A verb is at work on it. */
    public boolean busy;
    /** Bytes of its memory that were written; 0 where that is not known. */
    public long done;
    /** Bytes that there are to be written, as far as can be said; 0 where that is not known. */
    public long total;
}
