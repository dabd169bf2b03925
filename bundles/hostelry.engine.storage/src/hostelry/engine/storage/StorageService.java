package hostelry.engine.storage;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Storage;
import hostelry.engine.work.Work;
import hostelry.model.Disk;
import hostelry.model.StorageDomain;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of storage domains and disks, each handed to {@link Work}. */
@Component
public final class StorageService implements Storage {
    private final Work work;
    private final StorageVerbs verbs;

    @Activate
    public StorageService(@Reference Work work, @Reference StorageVerbs verbs) {
        this.work = work;
        this.verbs = verbs;
    }

    @Override
    public Act<StorageDomain> add(Caller caller, StorageDomain domain) {
        return work.submit(caller, verbs.add(domain));
    }

    @Override
    public Act<StorageDomain> update(Caller caller, String domain, Patch<StorageDomain> patch) {
        return work.submit(caller, verbs.update(domain, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String domain) {
        return work.submit(caller, verbs.remove(domain));
    }

    @Override
    public Act<StorageDomain> activate(Caller caller, String domain) {
        return work.submit(caller, verbs.activate(domain));
    }

    @Override
    public Act<StorageDomain> deactivate(Caller caller, String domain) {
        return work.submit(caller, verbs.deactivate(domain));
    }

    @Override
    public Act<Disk> addDisk(Caller caller, Disk disk) {
        return work.submit(caller, verbs.addDisk(disk));
    }

    @Override
    public Act<Disk> updateDisk(Caller caller, String disk, Patch<Disk> patch) {
        return work.submit(caller, verbs.updateDisk(disk, patch));
    }

    @Override
    public Act<Void> removeDisk(Caller caller, String disk) {
        return work.submit(caller, verbs.removeDisk(disk));
    }
}
