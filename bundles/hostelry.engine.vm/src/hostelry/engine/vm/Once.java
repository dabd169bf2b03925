package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb.Need;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.states.VmMove;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for one start alone. Nothing of it is kept with the machine. */
record Once(Patch<Vm> patch) {
    /** A start as the machine is. */
    static final Once NOTHING = new Once(new Patch<>(HostelryFactory.eINSTANCE.createVm(), Set.of()));
    private static final Set<String> FEATURES = Set.of("bootDevices", "cdrom", "startPaused", "kernel", "initrd", "kernelArguments",
            "customProperties", "placementHosts", "graphics", "initialized", "initHostName", "initUserName", "initPassword", "initSshKeys",
            "initTimeZone", "initDnsServers", "initDnsSearch", "initScript", "initRegenerateKeys", "initNics");
    private static final String FLAT = "once.";

    static Once of(Map<String, String> arguments) {
        String features = arguments.getOrDefault("once", "");
        return features.isEmpty()
                ? NOTHING
                : new Once(new Patch<>(Flat.get(arguments, FLAT, HostelryFactory.eINSTANCE.createVm()), Set.of(features.split(" "))));
    }

    Map<String, String> arguments(String vm) {
        Map<String, String> arguments = new HashMap<>(Map.of("vm", vm));
        if (!nothing()) {
            arguments.put("once", patch.features().stream().sorted().collect(Collectors.joining(" ")));
            Flat.put(arguments, FLAT, patch.values());
        }
        return arguments;
    }

    boolean nothing() {
        return patch.features().isEmpty();
    }

    /** The machine as it is to be started. */
    Vm applied(Vm vm) {
        return nothing() ? vm : Patches.applied(vm, patch, Patches.changed(vm, patch, FEATURES));
    }

    /**
     * Whether cloud-init is to be told something: where it is wanted for this start, or the machine has something to tell and was not started with it before.
     *
     * @param wanted the machine as it is to be started
     */
    boolean seeds(Vm wanted) {
        return !wanted.isInitialized() && (patch.has("initialized") || CloudInit.says(wanted));
    }

    /** What one must be allowed to use. */
    List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        for (String image : List.of("cdrom", "kernel", "initrd")) {
            Object id = patch.values().eGet(patch.values().eClass().getEStructuralFeature(image));
            if (patch.has(image) && id != null && !id.toString().isEmpty()) {
                needs.add(new Need(null, id.toString()));
            }
        }
        return needs;
    }

    void check(Vm vm, VmChecks checks, Problems problems) {
        if (nothing()) {
            return;
        }
        checks.permits(vm, VmMove.RUN_ONCE, "run once");
        checks.definedHere(vm, "run once");
        Set<String> others = patch.features().stream().filter(feature -> !FEATURES.contains(feature)).collect(Collectors.toSet());
        for (String feature : Patches.changed(vm, patch, others)) {
            problems.add(Problem.badInput(feature, "The field " + feature + " of VM " + vm.getName() + " can't be another for one start.",
                    "Edit the VM, or leave the field out."));
        }
        Vm wanted = applied(vm);
        new DeviceChecks(problems).all(wanted);
        checks.bounds(wanted);
    }
}
