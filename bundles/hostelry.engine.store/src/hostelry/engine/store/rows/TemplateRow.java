package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "template")
public class TemplateRow extends Row {
    String status;
    @Column(name = "creation_time")
    Long creationTime;
    String tags;
}
