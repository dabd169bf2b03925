package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.api.Verdict;
import hostelry.api.Vms;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.GraphicsType;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.nextrun.NextRun;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Machines for the door's tests: what is asked for happens at once, and no host has more than 8 GiB. */
record FakeVms(FakeEngine engine) implements Vms {
    @Override
    public Verdict check(Caller caller, NewVm request) {
        return Verdict.PERMITTED;
    }

    @Override
    public Act<Vm> add(Caller caller, NewVm request) {
        if (request.vm().getMemory() > 8L << 30) {
            throw new Refusal(List.of(Problem.badInput("memory", "No host has so much memory.", "Give it at most 8 GiB."),
                    Problem.badInput("cluster", "The cluster has no other host.", "Add one.")));
        }
        Vm vm = request.vm();
        vm.setStatus(VmStatus.DOWN);
        vm.setCreationTime(Instant.now());
        vm.getGraphics().add(GraphicsType.SPICE);
        Act<Vm> act = engine.add(caller, "AddVm", vm);
        request.disks().forEach(disk -> attachDisk(caller, vm.getId(), disk));
        request.nics().forEach(nic -> addNic(caller, vm.getId(), nic));
        return act;
    }

    @Override
    public Act<Vm> clone(Caller caller, String vm, Vm wanted) {
        Vm copy = EcoreUtil.copy(engine.get(caller, Vm.class, vm));
        copy.setId(null);
        copy.setName(wanted.getName());
        return engine.add(caller, "CloneVm", copy);
    }

    @Override
    public Act<Vm> update(Caller caller, String vm, Patch<Vm> patch) {
        return engine.act(caller, "UpdateVm", () -> engine.apply(caller, Vm.class, vm, patch));
    }

    @Override
    public Act<Vm> updateNextRun(Caller caller, String vm, Patch<Vm> patch) {
        return engine.act(caller, "UpdateVm", () -> engine.edit(caller, Vm.class, vm, object -> {
            Vm wanted = NextRun.applied(object);
            patch.features().forEach(feature -> wanted.eSet(wanted.eClass().getEStructuralFeature(feature),
                    patch.values().eGet(wanted.eClass().getEStructuralFeature(feature))));
            NextRun.keep(object, wanted);
        }));
    }

    @Override
    public Act<Vm> discardNextRun(Caller caller, String vm) {
        return engine.act(caller, "DiscardNextRun", () -> engine.edit(caller, Vm.class, vm, NextRun::drop));
    }

    @Override
    public Act<Void> remove(Caller caller, String vm, boolean withDisks) {
        if (engine.get(caller, Vm.class, vm).getStatus() != VmStatus.DOWN) {
            throw new Refusal(Problem.conflict(vm, "The machine runs.", "Stop it first."));
        }
        for (DiskAttachment attachment : engine.list(caller, DiskAttachment.class)) {
            if (vm.equals(attachment.getVm())) {
                engine.drop(attachment.getId());
                if (withDisks) {
                    engine.drop(attachment.getDisk());
                }
            }
        }
        return engine.dropping(caller, "RemoveVm", vm);
    }

    @Override
    public Act<Vm> start(Caller caller, String vm) {
        if (engine.get(caller, Vm.class, vm).getStatus() != VmStatus.DOWN) {
            if (caller.rehearses()) {
                throw new Rehearsed(engine.check(caller, "StartVm", vm));
            }
            throw new Refusal(Problem.conflict(vm, "The machine runs already.", "Nothing is to be done."));
        }
        return engine.act(caller, "StartVm", () -> engine.edit(caller, Vm.class, vm, object -> {
            object.getScreens().add("spice 127.0.0.1 5900 5901 O=Hostelry,CN=here");
            object.setStatus(VmStatus.UP);
            object.setHost("h1");
            object.getAddresses().addAll(List.of("10.0.2.15", "fe80::1"));
        }));
    }

    @Override
    public Act<Vm> runOnce(Caller caller, String vm, Patch<Vm> once) {
        return engine.act(caller, "StartVm once " + new java.util.TreeSet<>(once.features()), () -> engine.get(caller, Vm.class, vm));
    }

    @Override
    public Act<Vm> shutdown(Caller caller, String vm) {
        return down(caller, "ShutdownVm", vm);
    }

    @Override
    public Act<Vm> stop(Caller caller, String vm) {
        return down(caller, "StopVm", vm);
    }

    @Override
    public Act<Vm> reboot(Caller caller, String vm) {
        return engine.act(caller, "RebootVm", () -> engine.get(caller, Vm.class, vm));
    }

    @Override
    public Act<Vm> reset(Caller caller, String vm) {
        return engine.act(caller, "ResetVm", () -> engine.get(caller, Vm.class, vm));
    }

    @Override
    public Act<Vm> adopt(Caller caller, String vm) {
        return engine.act(caller, "AdoptVm", () -> engine.edit(caller, Vm.class, vm, object -> object.setOrigin("adopted")));
    }

    @Override
    public Act<Vm> pause(Caller caller, String vm) {
        return engine.act(caller, "PauseVm", () -> engine.get(caller, Vm.class, vm));
    }

    @Override
    public Act<Vm> suspend(Caller caller, String vm) {
        return engine.act(caller, "SuspendVm", () -> engine.get(caller, Vm.class, vm));
    }

    @Override
    public Act<Vm> migrate(Caller caller, String vm, MigrationWish wish) {
        return engine.act(caller, "MigrateVm", () -> engine.edit(caller, Vm.class, vm, object -> {
            if (wish.host() != null) {
                object.setHost(wish.host());
            }
            object.setStatusDetail(wish.policy() + " " + wish.bandwidth() + " " + wish.encrypted());
        }));
    }

    private Act<Vm> down(Caller caller, String verb, String vm) {
        return engine.act(caller, verb, () -> engine.edit(caller, Vm.class, vm, object -> {
            object.setStatus(VmStatus.DOWN);
            object.setHost(null);
            object.getAddresses().clear();
            object.getScreens().clear();
        }));
    }

    @Override
    public Act<ConsoleTicket> ticket(Caller caller, String vm, GraphicsType graphics, int seconds) {
        if (engine.get(caller, Vm.class, vm).getStatus() != VmStatus.UP) {
            throw new Refusal(Problem.conflict(vm, "The machine does not run.", "Start it."));
        }
        return engine.act(caller, "TicketVm", () -> new ConsoleTicket(GraphicsType.SPICE, "127.0.0.1", 5900, 5901, "O=Hostelry,CN=h1",
                "s3cret-" + engine.numbers.get(), seconds));
    }

    @Override
    public Act<DiskAttachment> attachDisk(Caller caller, String vm, NewDisk disk) {
        engine.get(caller, Vm.class, vm);
        return engine.act(caller, "AttachDisk", () -> {
            Disk attached = disk.disk();
            if (attached.getId() == null) {
                attached.setId(UUID.randomUUID().toString());
                engine.put(attached);
            } else {
                engine.get(caller, Disk.class, attached.getId());
            }
            disk.attachment().setVm(vm);
            disk.attachment().setDisk(attached.getId());
            return engine.put(disk.attachment(), "a-" + attached.getId(), null);
        });
    }

    @Override
    public Act<DiskAttachment> updateDisk(Caller caller, String vm, String disk, Patch<DiskAttachment> patch) {
        return engine.act(caller, "UpdateDiskAttachment", () -> engine.apply(caller, DiskAttachment.class, "a-" + disk, patch));
    }

    @Override
    public Act<Void> detachDisk(Caller caller, String vm, String disk, boolean delete) {
        if (delete) {
            engine.drop(disk);
        }
        return engine.dropping(caller, "DetachDisk", "a-" + disk);
    }

    @Override
    public Act<Nic> addNic(Caller caller, String vm, Nic nic) {
        engine.get(caller, Vm.class, vm);
        return engine.act(caller, "AddNic", () -> {
            nic.setVm(vm);
            nic.setMac("52:54:00:00:00:01");
            nic.setId(UUID.randomUUID().toString());
            return engine.put(nic);
        });
    }

    @Override
    public Act<Nic> updateNic(Caller caller, String vm, String nic, Patch<Nic> patch) {
        return engine.act(caller, "UpdateNic", () -> engine.apply(caller, Nic.class, nic, patch));
    }

    @Override
    public Act<Void> removeNic(Caller caller, String vm, String nic) {
        return engine.dropping(caller, "RemoveNic", nic);
    }

    @Override
    public Act<Vm> changeCd(Caller caller, String vm, String disc) {
        return engine.act(caller, "ChangeCd", () -> engine.edit(caller, Vm.class, vm, object -> object.setCdrom(disc)));
    }
}
