package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes the definition of a machine; while it runs only what its host need not know. */
final class UpdateVm implements Verb<Vm> {
    private static final Set<String> ALWAYS = Set.of("name", "description", "comment", "deleteProtected", "stopReason",
            "highAvailability", "priority");
    private static final Set<String> DOWN = Set.of("name", "description", "comment", "deleteProtected", "stopReason", "cluster", "type",
            "memory", "memoryGuaranteed",
            "memoryMax", "cpuSockets", "cpuCores", "cpuThreads", "osType", "bootDevices", "graphics", "cdrom",
            "timeZone", "biosType", "cpuMode", "customCpuModel", "customEmulatedMachine", "ballooning", "startPaused", "soundcard", "usb",
            "ioThreads", "serialPolicy", "serialNumber", "highAvailability", "priority", "placement", "stateless",
            "placementHosts", "console", "rngSource", "rngBytes", "rngPeriod", "kernel", "initrd", "kernelArguments", "tpm", "cpuShares",
            "architecture", "vcpuPins", "virtioScsi", "watchdogModel", "watchdogAction", "monitors", "smartcard", "disconnectAction",
            "disconnectDelay",
            "customProperties");
    private final Inventory inventory;
    private final String id;
    private final Patch<Vm> patch;

    UpdateVm(Inventory inventory, String id, Patch<Vm> patch) {
        this.inventory = inventory;
        this.id = id;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateVm";
    }

    @Override
    public String title() {
        return "Edit VM " + Guests.in(inventory).name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    /** A form sends back all that it showed: only what is to become other is asked for. */
    @Override
    public List<Need> needs() {
        Vm now = inventory.find(Vm.class, id).orElse(null);
        Set<String> changed = now == null ? Set.of() : Patches.changed(now, patch, DOWN);
        List<Need> needs = new ArrayList<>();
        if (changed.contains("cluster")) {
            needs.add(new Need("CREATE_VM", patch.values().getCluster()));
        }
        if (changed.contains("cdrom")) {
            needs.add(new Need(null, patch.values().getCdrom()));
        }
        if (changed.contains("kernel")) {
            needs.add(new Need(null, patch.values().getKernel()));
        }
        if (changed.contains("initrd")) {
            needs.add(new Need(null, patch.values().getInitrd()));
        }
        return needs;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        check(problems, Guests.in(inventory));
    }

    private void check(Problems problems, Guests guests) {
        new VmChecks(guests, problems).vm(id).ifPresent(vm -> check(problems, guests, vm));
    }

    private void check(Problems problems, Guests guests, Vm vm) {
        VmChecks checks = new VmChecks(guests, problems);
        Set<String> changed = changed(vm);
        if (changed.isEmpty()) {
            return;
        }
        checks.ours(vm, "changed");
        if (!ALWAYS.containsAll(changed)) {
            checks.definedHere(vm, "given other hardware");
            problems.require(VmMoves.still(vm.getStatus()),
                    () -> Problem.conflict(id, "VM " + vm.getName() + " is "
                            + Words.of(vm.getStatus()) + ": only its name, description and comment can be changed now.",
                            "Shut it down first to change the rest."));
        }
        Vm wanted = wanted(vm, changed);
        if (changed.contains("name")) {
            checks.name(wanted.getName(), id);
        }
        checks.texts(wanted);
        if (!ALWAYS.containsAll(changed)) {
            checks.cluster(wanted);
            checks.hardware(wanted);
            new BoardChecks(problems).all(wanted);
            checks.controller(wanted, guests.attachments(id));
        }
        if (changed.contains("cluster")) {
            new NicChecks(guests, problems).follow(wanted);
        }
        if (changed.contains("cdrom")) {
            checks.disc(wanted.getCdrom());
        }
        if (changed.contains("placementHosts") || changed.contains("cluster")) {
            checks.bounds(wanted);
        }
        if (changed.contains("kernel") || changed.contains("initrd")) {
            checks.kernels(wanted);
        }
        problems.require(!wanted.getGraphics().isEmpty(),
                () -> Problem.badInput("graphics", "A VM needs a graphics console.", "Take SPICE or VNC."));
    }

    private Set<String> changed(Vm vm) {
        return Patches.changed(vm, patch, DOWN);
    }

    /** The limits go along with the memory where nothing is said of them. */
    private Vm wanted(Vm vm, Set<String> changed) {
        Vm wanted = Patches.applied(vm, patch, changed);
        if (changed.contains("memory")) {
            Limits limits = new Limits(vm.getMemoryGuaranteed(), vm.getMemoryMax()).along(vm.getMemory(), wanted.getMemory());
            if (!patch.has("memoryGuaranteed")) {
                wanted.setMemoryGuaranteed(limits.guaranteed());
            }
            if (!patch.has("memoryMax")) {
                wanted.setMemoryMax(limits.most());
            }
        }
        return wanted;
    }

    @Override
    public Vm perform(Progress progress) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Guests.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Vm vm = draft.edit(Vm.class, id);
            Vm wanted = wanted(vm, changed(vm));
            Set<String> changed = changed(vm);
            Patches.apply(vm, patch, changed);
            vm.setMemoryGuaranteed(wanted.getMemoryGuaranteed());
            vm.setMemoryMax(wanted.getMemoryMax());
            return vm;
        });
    }
}
