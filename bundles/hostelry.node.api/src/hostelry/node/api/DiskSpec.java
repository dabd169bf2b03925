package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;

/** A disk image as it is to be. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "DiskSpec", namespace = "urn:hostelry:node:1")
public final class DiskSpec {
    /** UUID of the storage domain; it must be connected. */
    public String storage = "";
    /** UUID of the disk. */
    public String disk = "";
    /** {@code raw} or {@code qcow2}. */
    public String format = "qcow2";
    /** Virtual size in bytes, at least 1. */
    public long size;
    /** False: all bytes are taken at once. */
    public boolean sparse = true;
    /** {@code data} or {@code iso}. */
    public String content = "data";
}
