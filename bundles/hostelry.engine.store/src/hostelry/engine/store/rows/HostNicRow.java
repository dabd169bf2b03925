package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "host_nic")
public class HostNicRow extends Row {
    String host;
    String mac;
    long speed;
    int mtu;
    String status;
    @Column(name = "ip_address")
    String ipAddress;
    @Column(name = "ip_netmask")
    String ipNetmask;
    @Column(name = "ipv6_address")
    String ipv6Address;
    String addresses;
    String bridge;
    String bond;
    String slaves;
    @Column(name = "bond_mode")
    int bondMode;
    @Column(name = "base_interface")
    String baseInterface;
    int vlan;
    String gateway;
    @Column(name = "ipv6_gateway")
    String ipv6Gateway;
}
