package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Storage;
import hostelry.model.Disk;
import hostelry.model.StorageDomain;

/** The verbs of storage domains and disks. */
record RemoteStorage(Requests requests) implements Storage {
    private static String domain(String id) {
        return "/storagedomains/" + Http.piece(id);
    }

    private static String disk(String id) {
        return "/disks/" + Http.piece(id);
    }

    @Override
    public Act<StorageDomain> add(Caller caller, StorageDomain domain) {
        return requests.add(caller, "/storagedomains", domain, StorageDomain.class);
    }

    @Override
    public Act<StorageDomain> update(Caller caller, String domain, Patch<StorageDomain> patch) {
        return requests.update(caller, domain(domain), patch, StorageDomain.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String domain) {
        return requests.remove(caller, domain(domain));
    }

    @Override
    public Act<StorageDomain> activate(Caller caller, String domain) {
        return requests.action(caller, domain(domain) + "/activate", StorageDomain.class);
    }

    @Override
    public Act<StorageDomain> deactivate(Caller caller, String domain) {
        return requests.action(caller, domain(domain) + "/deactivate", StorageDomain.class);
    }

    @Override
    public Act<Disk> addDisk(Caller caller, Disk disk) {
        return requests.add(caller, "/disks", disk, Disk.class);
    }

    @Override
    public Act<Disk> updateDisk(Caller caller, String disk, Patch<Disk> patch) {
        return requests.update(caller, disk(disk), patch, Disk.class);
    }

    @Override
    public Act<Void> removeDisk(Caller caller, String disk) {
        return requests.remove(caller, disk(disk));
    }
}
