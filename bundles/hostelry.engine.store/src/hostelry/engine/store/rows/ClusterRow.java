package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "cluster")
public class ClusterRow extends Row {
    @Column(name = "data_center")
    String dataCenter;
    String architecture;
    @Column(name = "cpu_type")
    String cpuType;
    @Column(name = "version_major")
    int versionMajor;
    @Column(name = "version_minor")
    int versionMinor;
    @Column(name = "mac_pool")
    String macPool;
    @Column(name = "scheduling_policy")
    String schedulingPolicy;
    @Column(name = "memory_overcommit")
    int memoryOvercommit;
    boolean ballooning;
    @Column(name = "bios_type")
    String biosType;
}
