package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "mac_pool")
public class MacPoolRow extends Row {
    @Column(name = "allow_duplicates")
    boolean allowDuplicates;
    @Column(name = "default_pool")
    boolean defaultPool;
    String ranges;
}
