package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** What machines and templates both have: a machine is made of all of it. */
@MappedSuperclass
public abstract class MachineRow extends Row {
    String cluster;
    @Column(name = "type_")
    String type;
    long memory;
    @Column(name = "memory_guaranteed")
    long memoryGuaranteed;
    @Column(name = "memory_max")
    long memoryMax;
    @Column(name = "cpu_sockets")
    int cpuSockets;
    @Column(name = "cpu_cores")
    int cpuCores;
    @Column(name = "cpu_threads")
    int cpuThreads;
    String architecture;
    @Column(name = "os_type")
    String osType;
    @Column(name = "boot_devices")
    String bootDevices;
    String graphics;
    @Column(name = "delete_protected")
    boolean deleteProtected;
    String origin;
    @Column(name = "time_zone")
    String timeZone;
    @Column(name = "bios_type")
    String biosType;
    @Column(name = "cpu_mode")
    String cpuMode;
    @Column(name = "custom_cpu_model")
    String customCpuModel;
    @Column(name = "custom_emulated_machine")
    String customEmulatedMachine;
    boolean ballooning;
    @Column(name = "start_paused")
    boolean startPaused;
    boolean soundcard;
    boolean usb;
    @Column(name = "io_threads")
    int ioThreads;
    @Column(name = "serial_policy")
    String serialPolicy;
    @Column(name = "serial_number")
    String serialNumber;
    @Column(name = "high_availability")
    boolean highAvailability;
    int priority;
    String placement;
    boolean stateless;
    @Column(name = "placement_hosts")
    String placementHosts;
    boolean console;
    @Column(name = "rng_source")
    String rngSource;
    @Column(name = "rng_bytes")
    int rngBytes;
    @Column(name = "rng_period")
    int rngPeriod;
    String kernel;
    String initrd;
    @Column(name = "kernel_arguments")
    String kernelArguments;
    boolean tpm;
    @Column(name = "cpu_shares")
    int cpuShares;
    @Column(name = "vcpu_pins")
    String vcpuPins;
    @Column(name = "virtio_scsi")
    boolean virtioScsi;
    @Column(name = "watchdog_model")
    String watchdogModel;
    @Column(name = "watchdog_action")
    String watchdogAction;
    int monitors;
    boolean smartcard;
    @Column(name = "disconnect_action")
    String disconnectAction;
    @Column(name = "disconnect_delay")
    int disconnectDelay;
    @Column(name = "custom_properties")
    String customProperties;
    @Column(name = "init_host_name")
    String initHostName;
    @Column(name = "init_user_name")
    String initUserName;
    @Column(name = "init_password")
    String initPassword;
    @Column(name = "init_ssh_keys")
    String initSshKeys;
    @Column(name = "init_time_zone")
    String initTimeZone;
    @Column(name = "init_dns_servers")
    String initDnsServers;
    @Column(name = "init_dns_search")
    String initDnsSearch;
    @Column(name = "init_script")
    String initScript;
    @Column(name = "init_regenerate_keys")
    boolean initRegenerateKeys;
    @Column(name = "init_nics")
    String initNics;
    String status;
    @Column(name = "creation_time")
    Long creationTime;
    String tags;
}
