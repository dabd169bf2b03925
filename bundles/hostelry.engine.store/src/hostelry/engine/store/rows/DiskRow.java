package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "disk")
public class DiskRow extends Row {
    String alias;
    @Column(name = "storage_domain")
    String storageDomain;
    @Column(name = "provisioned_size")
    long provisionedSize;
    @Column(name = "actual_size")
    long actualSize;
    @Column(name = "format_")
    String format;
    boolean sparse;
    @Column(name = "content_type")
    String contentType;
    String status;
    @Column(name = "status_detail")
    String statusDetail;
    boolean bootable;
    boolean shareable;
    @Column(name = "wipe_after_delete")
    boolean wipeAfterDelete;
}
