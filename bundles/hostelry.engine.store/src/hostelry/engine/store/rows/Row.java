package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What every noun has. */
@MappedSuperclass
public abstract class Row {
    @Id
    String id;
    String name;
    String description;
    @Column(name = "comment_")
    String comment;
}
