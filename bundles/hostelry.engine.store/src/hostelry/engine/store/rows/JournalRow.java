package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An act that has begun. */
@Entity
@Table(name = "journal")
public class JournalRow {
    @Id
    @Column(name = "job_id")
    public String jobId;
    public String verb;
    /** As in the query of a URL. */
    public String arguments;
    /** What the act holds, as in the query of a URL: the id, and {@code exclusive} or {@code shared}. */
    public @Nullable String locks;
    @Column(name = "user_id")
    public String userId;
    @Column(name = "user_name")
    public String userName;
    @Column(name = "correlation_id")
    public String correlationId;
}
