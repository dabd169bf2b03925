package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** What a {@link NodeFault} carries over the wire. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "FaultInfo", namespace = "urn:hostelry:node:1")
public final class FaultInfo {
    public @Nullable FaultCode code;
    public @Nullable String detail;

    public FaultInfo() {}

    public FaultInfo(FaultCode code, String detail) {
        this.code = code;
        this.detail = detail;
    }
}
