package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "template")
public class TemplateRow extends MachineRow {
    @Column(name = "version_number")
    int versionNumber;
    @Column(name = "version_name")
    String versionName;
    @Column(name = "base_template")
    String baseTemplate;
}
