package hostelry.engine.store.rows;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "tag")
public class TagRow extends Row {
    String parent;
}
