-- A table for each noun of the model, a column for each feature that is not only observed. For H2 and PostgreSQL alike.
-- Ids are text, because events have numbers for ids. Nouns refer to each other by id without foreign keys: the verbs keep the estate whole, and
-- objects are written in any order. Times are microseconds since 1970: a timestamp without a zone would move with the zone of the machine.
-- Lists are words with commas. "if not exists": H2 does not take back tables when it is killed in the middle.

create table if not exists data_center (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    local_ boolean not null,
    status varchar,
    version_major integer not null,
    version_minor integer not null
);

create table if not exists cluster (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    data_center varchar,
    architecture varchar,
    cpu_type varchar,
    version_major integer not null,
    version_minor integer not null
);

create table if not exists host (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    cluster varchar,
    address varchar,
    port integer not null,
    status varchar,
    status_detail varchar,
    cpu_model varchar,
    cpu_speed integer not null,
    cpu_sockets integer not null,
    cpu_cores integer not null,
    cpu_threads integer not null,
    memory bigint not null,
    os_type varchar,
    os_version varchar,
    kernel varchar,
    libvirt_version varchar,
    qemu_version varchar,
    virtualization varchar,
    virtualization_detail varchar
);

create table if not exists network (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    data_center varchar,
    vlan integer not null,
    mtu integer not null,
    stp boolean not null,
    usages varchar
);

create table if not exists vnic_profile (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    network varchar
);

create table if not exists storage_domain (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    data_center varchar,
    host varchar,
    type_ varchar,
    storage_type varchar,
    path_ varchar,
    status varchar,
    status_detail varchar,
    master boolean not null
);

create table if not exists disk (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    alias varchar,
    storage_domain varchar,
    provisioned_size bigint not null,
    actual_size bigint not null,
    format_ varchar,
    sparse boolean not null,
    content_type varchar,
    status varchar,
    status_detail varchar,
    bootable boolean not null,
    shareable boolean not null,
    wipe_after_delete boolean not null
);

create table if not exists disk_attachment (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    vm varchar,
    disk varchar,
    interface_ varchar,
    bootable boolean not null,
    active boolean not null,
    read_only boolean not null
);

create table if not exists nic (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    vm varchar,
    vnic_profile varchar,
    interface_ varchar,
    mac varchar,
    linked boolean not null,
    plugged boolean not null
);

create table if not exists vm (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    cluster varchar,
    template varchar,
    host varchar,
    status varchar,
    status_detail varchar,
    stop_reason varchar,
    type_ varchar,
    memory bigint not null,
    memory_guaranteed bigint not null,
    memory_max bigint not null,
    cpu_sockets integer not null,
    cpu_cores integer not null,
    cpu_threads integer not null,
    architecture varchar,
    os_type varchar,
    boot_devices varchar,
    graphics varchar,
    cdrom varchar,
    delete_protected boolean not null,
    origin varchar,
    creation_time bigint,
    start_time bigint,
    stop_time bigint
);

create table if not exists template (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    status varchar,
    creation_time bigint
);

create table if not exists user_ (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    user_name varchar,
    domain varchar,
    department varchar
);

create table if not exists event (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    index_ bigint not null,
    code integer not null,
    severity varchar,
    time_ bigint,
    correlation_id varchar,
    origin varchar,
    user_ varchar,
    user_name varchar,
    vm varchar,
    host varchar,
    storage_domain varchar,
    cluster varchar,
    data_center varchar
);

create table if not exists job (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    status varchar,
    owner varchar,
    owner_name varchar,
    start_time bigint,
    end_time bigint,
    last_updated bigint,
    external_ boolean not null,
    auto_cleared boolean not null,
    verb varchar,
    subject varchar,
    progress integer not null,
    detail varchar,
    correlation_id varchar,
    cancellable boolean not null
);

create table if not exists step (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    job varchar,
    type_ varchar,
    status varchar,
    number_ integer not null,
    progress integer not null,
    start_time bigint,
    end_time bigint
);

create table if not exists image_transfer (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    disk varchar,
    host varchar,
    direction varchar,
    format_ varchar,
    phase varchar,
    transferred bigint not null,
    active boolean not null,
    inactivity_timeout integer not null,
    transfer_url varchar,
    proxy_url varchar,
    signed_ticket varchar
);

-- Acts that were begun and not ended.
create table if not exists journal (
    job_id varchar(64) primary key,
    verb varchar not null,
    arguments varchar not null,
    user_id varchar not null,
    user_name varchar not null,
    correlation_id varchar not null
);

-- Password hashes, apart from the users.
create table if not exists credential (
    user_id varchar(64) primary key,
    hash varchar not null
);

-- Numbers that must not go back: the highest index of an event; whether the first rows are there.
create table if not exists counter (
    name varchar(64) primary key,
    number_ bigint not null
);
