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
}
