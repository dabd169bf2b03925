package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "user_")
public class UserRow extends Row {
    @Column(name = "user_name")
    String userName;
    String domain;
    String department;
    @Column(name = "last_name")
    String lastName;
    String email;
    boolean disabled;
    @Column(name = "locked_until")
    Long lockedUntil;
    @Column(name = "password_changed")
    Long passwordChanged;
    @Column(name = "must_change_password")
    boolean mustChangePassword;
    @Column(name = "groups_")
    String groups;
    String tags;
}
