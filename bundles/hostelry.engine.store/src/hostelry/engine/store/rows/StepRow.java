package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "step")
public class StepRow extends Row {
    String job;
    @Column(name = "type_")
    String type;
    String status;
    @Column(name = "number_")
    int number;
    int progress;
    @Column(name = "start_time")
    Long startTime;
    @Column(name = "end_time")
    Long endTime;
}
