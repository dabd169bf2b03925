package hostelry.api;

import hostelry.model.Disk;
import hostelry.model.StorageDomain;

/** The verbs of storage domains and disks. */
public interface Storage {
    /** Adds a local domain (type data or ISO, storage type localfs) on a host, attached to the host's data center and active. */
    Act<StorageDomain> add(Caller caller, StorageDomain domain);

    Act<StorageDomain> update(Caller caller, String domain, Patch<StorageDomain> patch);

    /** Forgets a domain in maintenance that holds no disks; its folder stays. */
    Act<Void> remove(Caller caller, String domain);

    Act<StorageDomain> activate(Caller caller, String domain);

    /** To maintenance; refused while guests run from it. */
    Act<StorageDomain> deactivate(Caller caller, String domain);

    /** A floating disk; with content ISO it waits for its upload. An empty storage domain means the active one that fits best. */
    Act<Disk> addDisk(Caller caller, Disk disk);

    Act<Disk> updateDisk(Caller caller, String disk, Patch<Disk> patch);

    /** Refused while a machine that runs has it. */
    Act<Void> removeDisk(Caller caller, String disk);
}
