package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "join_token")
public class JoinTokenRow extends Row {
    String cluster;
    String host;
    boolean approve;
    @Column(name = "until_")
    Long until;
    String maker;
    @Column(name = "hash_")
    String hash;
}
