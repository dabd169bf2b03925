package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "bookmark")
public class BookmarkRow extends Row {
    @Column(name = "value_")
    String value;
}
