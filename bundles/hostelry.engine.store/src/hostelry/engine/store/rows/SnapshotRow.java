package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "snapshot")
public class SnapshotRow extends Row {
    String vm;
    @Column(name = "snapshot_status")
    String snapshotStatus;
    @Column(name = "snapshot_type")
    String snapshotType;
    @Column(name = "date_")
    Long date;
    @Column(name = "persist_memorystate")
    boolean persistMemorystate;
}
