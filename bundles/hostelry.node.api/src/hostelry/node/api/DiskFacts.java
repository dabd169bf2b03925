package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;

/** What an image takes and offers. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "DiskFacts", namespace = "urn:hostelry:node:1")
public final class DiskFacts {
    /** Bytes that the guest sees. */
    public long virtualSize;
    /** Bytes taken on the storage domain. */
    public long actualSize;
}
