package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "network")
public class NetworkRow extends Row {
    @Column(name = "data_center")
    String dataCenter;
    int vlan;
    int mtu;
    boolean stp;
    String usages;
}
