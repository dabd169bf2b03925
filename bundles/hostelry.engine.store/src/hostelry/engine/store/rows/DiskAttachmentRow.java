package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "disk_attachment")
public class DiskAttachmentRow extends Row {
    String vm;
    String template;
    String disk;
    String interface_;
    boolean bootable;
    boolean active;
    @Column(name = "read_only")
    boolean readOnly;
}
