package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** How a guest is to be sent. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "MigrationOrder", namespace = "urn:hostelry:node:1")
public final class MigrationOrder {
    /** It was sent before, and is not sent again: only how far it is is asked. Then {@link #landing} need not be there. */
    public boolean look;
    /** Id of the host that takes it. */
    public String host = "";
    /** Name or address of that host, as its certificate has it. */
    public String address = "";
    public Landing landing = new Landing();
    /**
     * What is done when the guest writes faster than the network carries: {@code minimal-downtime} gives up, {@code post-copy} lets it go on there at once and fetches
     * the rest, {@code suspend} stops it for up to 5 s (oVirt's policies, contract §4).
     */
    public String policy = "minimal-downtime";
    /** MiB a second at most; 0: as fast as it goes. */
    public long bandwidth;
    /** False only where somebody said so: everything in the guest's memory goes over the wire. */
    public boolean encrypted = true;
    /** Disks that are sent along, by id: those that the other host does not reach where they are. */
    @XmlElement(name = "moved")
    public List<Moved> moved = new ArrayList<>();

    /** A disk that is sent along. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Moved", namespace = "urn:hostelry:node:1")
    public static final class Moved {
        /** Its storage domain here. */
        public String storage = "";
        public String disk = "";
    }
}
