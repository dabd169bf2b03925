package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The hash of a user's password. */
@Entity
@Table(name = "credential")
public class CredentialRow {
    @Id
    @Column(name = "user_id")
    public String userId;
    public String hash;
}
