package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "job")
public class JobRow extends Row {
    String status;
    String owner;
    @Column(name = "owner_name")
    String ownerName;
    @Column(name = "start_time")
    Long startTime;
    @Column(name = "end_time")
    Long endTime;
    @Column(name = "last_updated")
    Long lastUpdated;
    @Column(name = "external_")
    boolean external;
    @Column(name = "auto_cleared")
    boolean autoCleared;
    String verb;
    String subject;
    int progress;
    String detail;
    @Column(name = "correlation_id")
    String correlationId;
    boolean cancellable;
    boolean queued;
}
