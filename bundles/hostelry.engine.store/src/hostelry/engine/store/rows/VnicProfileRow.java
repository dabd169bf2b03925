package hostelry.engine.store.rows;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "vnic_profile")
public class VnicProfileRow extends Row {
    String network;
}
