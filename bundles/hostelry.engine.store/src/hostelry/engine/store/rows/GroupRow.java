package hostelry.engine.store.rows;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "group_")
public class GroupRow extends Row {
    String domain;
    String tags;
}
