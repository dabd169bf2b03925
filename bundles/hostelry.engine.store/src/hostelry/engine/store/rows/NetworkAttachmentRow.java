package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "network_attachment")
public class NetworkAttachmentRow extends Row {
    String host;
    String network;
    String device;
    String addresses;
    @Column(name = "bond_parts")
    String bondParts;
    @Column(name = "bond_mode")
    int bondMode;
    boolean dhcp;
    String gateway;
    boolean autoconf;
    @Column(name = "ipv6_gateway")
    String ipv6Gateway;
}
