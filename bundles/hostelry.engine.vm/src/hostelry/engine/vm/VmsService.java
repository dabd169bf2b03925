package hostelry.engine.vm;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Verdict;
import hostelry.api.Vms;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.spi.Sightings;
import hostelry.engine.work.Work;
import hostelry.model.DiskAttachment;
import hostelry.model.GraphicsType;
import hostelry.model.Nic;
import hostelry.model.Vm;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of virtual machines, each handed to {@link Work}. */
@Component
public final class VmsService implements Vms {
    private final Work work;
    private final VmVerbs verbs;

    @Activate
    public VmsService(@Reference Work work, @Reference Inventory inventory, @Reference Nodes nodes, @Reference DiskImages images,
            @Reference Sightings sightings) {
        this(work, new VmVerbs(inventory, nodes, images, sightings));
    }

    VmsService(Work work, VmVerbs verbs) {
        this.work = work;
        this.verbs = verbs;
    }

    @Override
    public Verdict check(Caller caller, NewVm request) {
        return work.check(caller, verbs.add(request));
    }

    @Override
    public Act<Vm> add(Caller caller, NewVm request) {
        return work.submit(caller, verbs.add(request));
    }

    @Override
    public Act<Vm> clone(Caller caller, String vm, Vm wanted) {
        return work.submit(caller, verbs.clone(vm, wanted));
    }

    @Override
    public Act<Vm> update(Caller caller, String vm, Patch<Vm> patch) {
        return work.submit(caller, verbs.update(vm, patch, false));
    }

    @Override
    public Act<Vm> updateNextRun(Caller caller, String vm, Patch<Vm> patch) {
        return work.submit(caller, verbs.update(vm, patch, true));
    }

    @Override
    public Act<Vm> discardNextRun(Caller caller, String vm) {
        return work.submit(caller, verbs.discardNextRun(vm));
    }

    @Override
    public Act<Void> remove(Caller caller, String vm, boolean withDisks) {
        return work.submit(caller, verbs.remove(vm, withDisks));
    }

    @Override
    public Act<Vm> start(Caller caller, String vm) {
        return work.submit(caller, verbs.start(vm));
    }

    @Override
    public Act<Vm> runOnce(Caller caller, String vm, Patch<Vm> once) {
        return work.submit(caller, verbs.start(vm, new Once(once)));
    }

    @Override
    public Act<Vm> shutdown(Caller caller, String vm) {
        return work.submit(caller, verbs.shutdown(vm));
    }

    @Override
    public Act<Vm> stop(Caller caller, String vm) {
        return work.submit(caller, verbs.stop(vm));
    }

    @Override
    public Act<Vm> reboot(Caller caller, String vm) {
        return work.submit(caller, verbs.reboot(vm));
    }

    @Override
    public Act<Vm> adopt(Caller caller, String vm) {
        return work.submit(caller, verbs.adopt(vm));
    }

    @Override
    public Act<Vm> reset(Caller caller, String vm) {
        return work.submit(caller, verbs.reset(vm));
    }

    @Override
    public Act<Vm> pause(Caller caller, String vm) {
        return work.submit(caller, verbs.pause(vm));
    }

    @Override
    public Act<Vm> suspend(Caller caller, String vm) {
        return work.submit(caller, verbs.suspend(vm));
    }

    @Override
    public Act<Vm> migrate(Caller caller, String vm, MigrationWish wish) {
        return work.submit(caller, verbs.migrate(vm, wish));
    }

    @Override
    public Act<ConsoleTicket> ticket(Caller caller, String vm, @Nullable GraphicsType graphics, int seconds) {
        return work.submit(caller, verbs.ticket(vm, graphics, seconds));
    }

    @Override
    public Act<DiskAttachment> attachDisk(Caller caller, String vm, NewDisk disk) {
        return work.submit(caller, verbs.attach(vm, disk));
    }

    @Override
    public Act<DiskAttachment> updateDisk(Caller caller, String vm, String disk, Patch<DiskAttachment> patch) {
        return work.submit(caller, verbs.updateDisk(vm, disk, patch));
    }

    @Override
    public Act<Void> detachDisk(Caller caller, String vm, String disk, boolean delete) {
        return work.submit(caller, verbs.detach(vm, disk, delete));
    }

    @Override
    public Act<Nic> addNic(Caller caller, String vm, Nic nic) {
        return work.submit(caller, verbs.addNic(vm, nic));
    }

    @Override
    public Act<Nic> updateNic(Caller caller, String vm, String nic, Patch<Nic> patch) {
        return work.submit(caller, verbs.updateNic(vm, nic, patch));
    }

    @Override
    public Act<Void> removeNic(Caller caller, String vm, String nic) {
        return work.submit(caller, verbs.removeNic(vm, nic));
    }

    @Override
    public Act<Vm> changeCd(Caller caller, String vm, @Nullable String disc) {
        return work.submit(caller, verbs.changeCd(vm, disc));
    }
}
