package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A number that must not go back. */
@Entity
@Table(name = "counter")
public class CounterRow {
    @Id
    public String name;
    @Column(name = "number_")
    public long number;
}
