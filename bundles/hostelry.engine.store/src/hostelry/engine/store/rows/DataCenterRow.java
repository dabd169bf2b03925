package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "data_center")
public class DataCenterRow extends Row {
    @Column(name = "local_")
    boolean local;
    String status;
    @Column(name = "version_major")
    int versionMajor;
    @Column(name = "version_minor")
    int versionMinor;
}
