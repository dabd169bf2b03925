package hostelry.engine.store.rows;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "cluster_network")
public class ClusterNetworkRow extends Row {
    String cluster;
    String network;
    boolean required;
    String roles;
}
