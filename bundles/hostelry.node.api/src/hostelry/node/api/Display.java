package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Where a guest's graphics console listens. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Display", namespace = "urn:hostelry:node:1")
public final class Display {
    /** {@code spice} or {@code vnc}. */
    public String graphics = "";
    public String address = "";
    /** −1 where there is none. */
    public int port = -1;
    /** −1 where there is none. */
    public int tlsPort = -1;
    /** The subject that the TLS certificate must have; null without TLS. */
    public @Nullable String tlsSubject;
    /** Certificate of the authority that has signed it, as PEM text; null without TLS. */
    public @Nullable String tlsAuthority;
}
