package hostelry.engine.store.rows;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "role_")
public class RoleRow extends Row {
    boolean administrative;
    boolean mutable;
    String permits;
}
