package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "storage_domain")
public class StorageDomainRow extends Row {
    @Column(name = "data_center")
    String dataCenter;
    String host;
    @Column(name = "type_")
    String type;
    @Column(name = "storage_type")
    String storageType;
    @Column(name = "path_")
    String path;
    String status;
    @Column(name = "status_detail")
    String statusDetail;
    boolean master;
}
