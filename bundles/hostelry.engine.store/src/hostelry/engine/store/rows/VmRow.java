package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "vm")
public class VmRow extends MachineRow {
    String template;
    String host;
    @Column(name = "status_detail")
    String statusDetail;
    @Column(name = "stop_reason")
    String stopReason;
    String cdrom;
    @Column(name = "start_time")
    Long startTime;
    @Column(name = "stop_time")
    Long stopTime;
    boolean initialized;
    @Column(name = "next_run_configuration_exists")
    boolean nextRunConfigurationExists;
    @Column(name = "next_run")
    String nextRun;
}
