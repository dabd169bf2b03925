package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "permission")
public class PermissionRow extends Row {
    String role;
    @Column(name = "user_")
    String user;
    @Column(name = "group_")
    String group;
    String noun;
    @Column(name = "object_")
    String object;
}
