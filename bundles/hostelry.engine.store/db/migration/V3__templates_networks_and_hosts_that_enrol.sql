-- Templates with hardware, networks by cluster, and hosts that come by themselves. Goes forward on a database with data in it.

-- hosts that enrol by themselves
alter table host add column if not exists certificate_subject varchar;
alter table host add column if not exists certificate_serial varchar;
alter table host add column if not exists certificate_before varchar;
alter table host add column if not exists certificate_until bigint;
alter table host add column if not exists key_fingerprint varchar;
alter table host add column if not exists certificate_pem varchar;
alter table host add column if not exists request varchar;
alter table host add column if not exists request_fingerprint varchar;
alter table host add column if not exists request_from varchar;
alter table host add column if not exists request_time bigint;

-- what hosts are built of; "hardware" is all of it, in JSON
alter table host add column if not exists hardware_manufacturer varchar;
alter table host add column if not exists hardware_product varchar;
alter table host add column if not exists hardware_version varchar;
alter table host add column if not exists hardware_family varchar;
alter table host add column if not exists hardware_serial varchar;
alter table host add column if not exists hardware_uuid varchar;
alter table host add column if not exists numa_supported boolean default false not null;
alter table host add column if not exists device_passthrough boolean default false not null;
alter table host add column if not exists transparent_hugepages boolean default false not null;
alter table host add column if not exists ksm boolean default false not null;
alter table host add column if not exists selinux varchar;
alter table host add column if not exists hardware varchar;

create table if not exists join_token (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    cluster varchar(64),
    host varchar,
    approve boolean default false not null,
    until_ bigint,
    maker varchar,
    hash_ varchar
);

-- the rest of what a VM says of itself
alter table vm add column if not exists placement_hosts varchar;
alter table vm add column if not exists console boolean default true not null;
alter table vm add column if not exists rng_source varchar;
alter table vm add column if not exists rng_bytes integer default 0 not null;
alter table vm add column if not exists rng_period integer default 0 not null;
alter table vm add column if not exists kernel varchar;
alter table vm add column if not exists initrd varchar;
alter table vm add column if not exists kernel_arguments varchar;
alter table vm add column if not exists tpm boolean default false not null;
alter table vm add column if not exists cpu_shares integer default 0 not null;
alter table vm add column if not exists vcpu_pins varchar;
alter table vm add column if not exists virtio_scsi boolean default true not null;
alter table vm add column if not exists watchdog_model varchar;
alter table vm add column if not exists watchdog_action varchar;
alter table vm add column if not exists monitors integer default 1 not null;
alter table vm add column if not exists smartcard boolean default false not null;
alter table vm add column if not exists disconnect_action varchar;
alter table vm add column if not exists disconnect_delay integer default 0 not null;
alter table vm add column if not exists custom_properties varchar;

create table if not exists cluster_network (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    cluster varchar,
    network varchar,
    required boolean not null,
    roles varchar
);

-- templates
alter table template add column if not exists cluster varchar;
alter table template add column if not exists type_ varchar;
alter table template add column if not exists memory bigint default 0 not null;
alter table template add column if not exists memory_guaranteed bigint default 0 not null;
alter table template add column if not exists memory_max bigint default 0 not null;
alter table template add column if not exists cpu_sockets integer default 0 not null;
alter table template add column if not exists cpu_cores integer default 0 not null;
alter table template add column if not exists cpu_threads integer default 0 not null;
alter table template add column if not exists architecture varchar;
alter table template add column if not exists os_type varchar;
alter table template add column if not exists boot_devices varchar;
alter table template add column if not exists graphics varchar;
alter table template add column if not exists delete_protected boolean default false not null;
alter table template add column if not exists origin varchar;
alter table template add column if not exists time_zone varchar;
alter table template add column if not exists bios_type varchar;
alter table template add column if not exists cpu_mode varchar;
alter table template add column if not exists custom_cpu_model varchar;
alter table template add column if not exists custom_emulated_machine varchar;
alter table template add column if not exists ballooning boolean default true not null;
alter table template add column if not exists start_paused boolean default false not null;
alter table template add column if not exists soundcard boolean default false not null;
alter table template add column if not exists usb boolean default false not null;
alter table template add column if not exists io_threads integer default 0 not null;
alter table template add column if not exists serial_policy varchar;
alter table template add column if not exists serial_number varchar;
alter table template add column if not exists high_availability boolean default false not null;
alter table template add column if not exists priority integer default 0 not null;
alter table template add column if not exists placement varchar;
alter table template add column if not exists stateless boolean default false not null;
alter table template add column if not exists placement_hosts varchar;
alter table template add column if not exists console boolean default true not null;
alter table template add column if not exists rng_source varchar;
alter table template add column if not exists rng_bytes integer default 0 not null;
alter table template add column if not exists rng_period integer default 0 not null;
alter table template add column if not exists kernel varchar;
alter table template add column if not exists initrd varchar;
alter table template add column if not exists kernel_arguments varchar;
alter table template add column if not exists tpm boolean default false not null;
alter table template add column if not exists cpu_shares integer default 0 not null;
alter table template add column if not exists vcpu_pins varchar;
alter table template add column if not exists virtio_scsi boolean default true not null;
alter table template add column if not exists watchdog_model varchar;
alter table template add column if not exists watchdog_action varchar;
alter table template add column if not exists monitors integer default 1 not null;
alter table template add column if not exists smartcard boolean default false not null;
alter table template add column if not exists disconnect_action varchar;
alter table template add column if not exists disconnect_delay integer default 0 not null;
alter table template add column if not exists custom_properties varchar;
alter table template add column if not exists version_number integer default 0 not null;
alter table template add column if not exists version_name varchar;
alter table template add column if not exists base_template varchar;
alter table disk_attachment add column if not exists template varchar;
alter table nic add column if not exists template varchar;

-- network cards of hosts, as their nodes tell them
create table if not exists host_nic (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    host varchar,
    mac varchar,
    speed bigint not null,
    mtu integer not null,
    status varchar,
    ip_address varchar,
    ip_netmask varchar,
    ipv6_address varchar,
    addresses varchar,
    bridge varchar,
    bond varchar,
    slaves varchar,
    bond_mode integer not null,
    base_interface varchar,
    vlan integer not null
);

-- networks that hosts are to have
create table if not exists network_attachment (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    host varchar,
    network varchar,
    device varchar,
    addresses varchar,
    bond_parts varchar,
    bond_mode integer not null
);

-- addresses of hosts in their networks: asked for or fixed, and the way out
alter table network_attachment add column if not exists dhcp boolean not null default false;
alter table network_attachment add column if not exists gateway varchar;
alter table network_attachment add column if not exists autoconf boolean not null default false;
alter table network_attachment add column if not exists ipv6_gateway varchar;
alter table host_nic add column if not exists gateway varchar;
alter table host_nic add column if not exists ipv6_gateway varchar;
-- what cloud-init tells a guest at its first start
alter table vm add column if not exists init_host_name varchar;
alter table vm add column if not exists init_user_name varchar;
alter table vm add column if not exists init_password varchar;
alter table vm add column if not exists init_ssh_keys varchar;
alter table vm add column if not exists init_time_zone varchar;
alter table vm add column if not exists init_dns_servers varchar;
alter table vm add column if not exists init_dns_search varchar;
alter table vm add column if not exists init_script varchar;
alter table vm add column if not exists init_regenerate_keys boolean default false not null;
alter table vm add column if not exists init_nics varchar;
alter table vm add column if not exists initialized boolean default false not null;
alter table template add column if not exists init_host_name varchar;
alter table template add column if not exists init_user_name varchar;
alter table template add column if not exists init_password varchar;
alter table template add column if not exists init_ssh_keys varchar;
alter table template add column if not exists init_time_zone varchar;
alter table template add column if not exists init_dns_servers varchar;
alter table template add column if not exists init_dns_search varchar;
alter table template add column if not exists init_script varchar;
alter table template add column if not exists init_regenerate_keys boolean default false not null;
alter table template add column if not exists init_nics varchar;
-- what a machine is to be from its next start on
alter table vm add column if not exists next_run_configuration_exists boolean not null default false;
alter table vm add column if not exists next_run varchar;
