package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "host")
public class HostRow extends Row {
    String cluster;
    String address;
    int port;
    String status;
    @Column(name = "status_detail")
    String statusDetail;
    @Column(name = "cpu_model")
    String cpuModel;
    @Column(name = "cpu_speed")
    int cpuSpeed;
    @Column(name = "cpu_sockets")
    int cpuSockets;
    @Column(name = "cpu_cores")
    int cpuCores;
    @Column(name = "cpu_threads")
    int cpuThreads;
    long memory;
    @Column(name = "os_type")
    String osType;
    @Column(name = "os_version")
    String osVersion;
    String kernel;
    @Column(name = "libvirt_version")
    String libvirtVersion;
    @Column(name = "qemu_version")
    String qemuVersion;
    String virtualization;
    @Column(name = "virtualization_detail")
    String virtualizationDetail;
    String tags;
    @Column(name = "certificate_subject")
    String certificateSubject;
    @Column(name = "certificate_serial")
    String certificateSerial;
    @Column(name = "certificate_before")
    String certificateBefore;
    @Column(name = "certificate_until")
    Long certificateUntil;
    @Column(name = "key_fingerprint")
    String keyFingerprint;
    @Column(name = "certificate_pem")
    String certificatePem;
    @Column(name = "request")
    String request;
    @Column(name = "request_fingerprint")
    String requestFingerprint;
    @Column(name = "request_from")
    String requestFrom;
    @Column(name = "request_time")
    Long requestTime;
    @Column(name = "hardware_manufacturer")
    String hardwareManufacturer;
    @Column(name = "hardware_product")
    String hardwareProduct;
    @Column(name = "hardware_version")
    String hardwareVersion;
    @Column(name = "hardware_family")
    String hardwareFamily;
    @Column(name = "hardware_serial")
    String hardwareSerial;
    @Column(name = "hardware_uuid")
    String hardwareUuid;
    @Column(name = "numa_supported")
    boolean numaSupported;
    @Column(name = "device_passthrough")
    boolean devicePassthrough;
    @Column(name = "transparent_hugepages")
    boolean transparentHugepages;
    boolean ksm;
    String selinux;
    String hardware;
}
