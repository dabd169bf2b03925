package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Storage;
import hostelry.model.Disk;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;

/** Storage domains and disks for the door's tests. */
record FakeStorage(FakeEngine engine) implements Storage {
    @Override
    public Act<StorageDomain> add(Caller caller, StorageDomain domain) {
        return engine.add(caller, "AddStorageDomain", domain);
    }

    @Override
    public Act<StorageDomain> update(Caller caller, String domain, Patch<StorageDomain> patch) {
        return engine.act(caller, "UpdateStorageDomain", () -> engine.apply(caller, StorageDomain.class, domain, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String domain) {
        return engine.dropping(caller, "RemoveStorageDomain", domain);
    }

    @Override
    public Act<StorageDomain> activate(Caller caller, String domain) {
        return engine.act(caller, "ActivateStorageDomain",
                () -> engine.edit(caller, StorageDomain.class, domain, object -> object.setStatus(StorageDomainStatus.ACTIVE)));
    }

    @Override
    public Act<StorageDomain> deactivate(Caller caller, String domain) {
        return engine.act(caller, "DeactivateStorageDomain",
                () -> engine.edit(caller, StorageDomain.class, domain, object -> object.setStatus(StorageDomainStatus.MAINTENANCE)));
    }

    @Override
    public Act<Disk> addDisk(Caller caller, Disk disk) {
        return engine.add(caller, "AddDisk", disk);
    }

    @Override
    public Act<Disk> updateDisk(Caller caller, String disk, Patch<Disk> patch) {
        return engine.act(caller, "UpdateDisk", () -> engine.apply(caller, Disk.class, disk, patch));
    }

    @Override
    public Act<Void> removeDisk(Caller caller, String disk) {
        return engine.dropping(caller, "RemoveDisk", disk);
    }
}
