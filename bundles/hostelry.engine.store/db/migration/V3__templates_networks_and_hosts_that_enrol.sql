-- Templates with hardware, networks by cluster, and hosts that come by themselves. Goes forward on a database with data in it.

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
