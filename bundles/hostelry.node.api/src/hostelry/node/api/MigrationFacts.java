package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;

/** How far the sending of a guest is. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "MigrationFacts", namespace = "urn:hostelry:node:1")
public final class MigrationFacts {
    /** Where it was only looked how far it is ({@link MigrationOrder#look}): it runs here, and is not being sent. */
    public static final String HERE = "here";

    /** {@code running}, {@code arrived}, {@code failed} or {@code cancelled}; in the last two it goes on running where it was. Or {@link #HERE}. */
    public String state = "running";
    /** Why it failed, in a sentence. */
    public String detail = "";
    /** Bytes of memory and disks that there are to send; 0 where that is not known yet. */
    public long total;
    /** Bytes that are left. */
    public long remaining;
    /** Bytes a second. */
    public long rate;
    /** How often all memory was gone through. */
    public long round;
    /** Milliseconds that the guest stood still; while it runs, what is expected. */
    public long downtime;
    /** Milliseconds since it began. */
    public long elapsed;
    /** The guest runs there already, and the rest of its memory follows. */
    public boolean postCopy;
}
