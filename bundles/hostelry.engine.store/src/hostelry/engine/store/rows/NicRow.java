package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "nic")
public class NicRow extends Row {
    String vm;
    String template;
    @Column(name = "vnic_profile")
    String vnicProfile;
    String interface_;
    String mac;
    boolean linked;
    boolean plugged;
}
