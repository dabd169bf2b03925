-- Who may what, words to find things by, addresses to give, and how a VM stood. Goes forward on a database with data in it.

create table if not exists group_ (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    domain varchar,
    tags varchar
);

create table if not exists role_ (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    administrative boolean not null,
    mutable boolean not null,
    permits varchar
);

create table if not exists permission (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    role varchar,
    user_ varchar,
    group_ varchar,
    noun varchar,
    object_ varchar
);

create table if not exists tag (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    parent varchar
);

create table if not exists bookmark (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    value_ varchar
);

create table if not exists mac_pool (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    allow_duplicates boolean not null,
    default_pool boolean not null,
    ranges varchar
);

create table if not exists snapshot (
    id varchar(64) primary key,
    name varchar,
    description varchar,
    comment_ varchar,
    vm varchar,
    snapshot_status varchar,
    snapshot_type varchar,
    date_ bigint,
    persist_memorystate boolean not null
);

alter table user_ add column if not exists last_name varchar;
alter table user_ add column if not exists email varchar;
alter table user_ add column if not exists disabled boolean default false not null;
alter table user_ add column if not exists locked_until bigint;
alter table user_ add column if not exists password_changed bigint;
alter table user_ add column if not exists must_change_password boolean default false not null;
alter table user_ add column if not exists groups_ varchar;
alter table user_ add column if not exists tags varchar;
alter table vm add column if not exists tags varchar;
alter table host add column if not exists tags varchar;
alter table template add column if not exists tags varchar;
alter table cluster add column if not exists mac_pool varchar;
alter table cluster add column if not exists scheduling_policy varchar;
alter table cluster add column if not exists memory_overcommit integer default 100 not null;
alter table cluster add column if not exists ballooning boolean default false not null;
alter table cluster add column if not exists bios_type varchar;
alter table vm add column if not exists time_zone varchar;
alter table vm add column if not exists bios_type varchar;
alter table vm add column if not exists cpu_mode varchar;
alter table vm add column if not exists custom_cpu_model varchar;
alter table vm add column if not exists custom_emulated_machine varchar;
alter table vm add column if not exists ballooning boolean default true not null;
alter table vm add column if not exists start_paused boolean default false not null;
alter table vm add column if not exists soundcard boolean default false not null;
alter table vm add column if not exists usb boolean default false not null;
alter table vm add column if not exists io_threads integer default 0 not null;
alter table vm add column if not exists serial_policy varchar;
alter table vm add column if not exists serial_number varchar;
alter table vm add column if not exists high_availability boolean default false not null;
alter table vm add column if not exists priority integer default 0 not null;
alter table vm add column if not exists placement varchar;
alter table vm add column if not exists stateless boolean default false not null;
alter table event add column if not exists custom_id integer default 0 not null;
alter table journal add column if not exists locks varchar;
alter table job add column if not exists queued boolean default false not null;
