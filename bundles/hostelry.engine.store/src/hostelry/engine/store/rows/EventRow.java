package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "event")
public class EventRow extends Row {
    @Column(name = "index_")
    long index;
    int code;
    String severity;
    @Column(name = "time_")
    Long time;
    @Column(name = "correlation_id")
    String correlationId;
    String origin;
    @Column(name = "user_")
    String user;
    @Column(name = "user_name")
    String userName;
    String vm;
    String host;
    @Column(name = "storage_domain")
    String storageDomain;
    String cluster;
    @Column(name = "data_center")
    String dataCenter;
    @Column(name = "custom_id")
    int customId;
}
