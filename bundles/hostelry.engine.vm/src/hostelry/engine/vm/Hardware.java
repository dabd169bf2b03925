package hostelry.engine.vm;

import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import hostelry.model.Template;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What a machine and a template have in common: every feature of that name in both, but for what each has for itself. Pure. */
final class Hardware {
    private static final Set<String> OWN = Set.of("id", "name", "description", "comment", "status", "creationTime", "tags", "origin",
            "deleteProtected");
    private static final int GROWTH = 4;
    private static final Set<String> NAMES = names();

    private Hardware() {}

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (EStructuralFeature feature : HostelryPackage.eINSTANCE.getTemplate().getEAllStructuralFeatures()) {
            if (!OWN.contains(feature.getName()) && HostelryPackage.eINSTANCE.getVm().getEStructuralFeature(feature.getName()) != null) {
                names.add(feature.getName());
            }
        }
        return Set.copyOf(names);
    }

    /** Names of the features. */
    static Set<String> features() {
        return NAMES;
    }

    static void copy(Entity from, Entity to, Collection<String> features) {
        for (String name : features) {
            Object value = from.eGet(from.eClass().getEStructuralFeature(name));
            to.eSet(to.eClass().getEStructuralFeature(name), value instanceof List<?> list ? new ArrayList<>(list) : value);
        }
    }

    /**
     * Gives a machine what its template has and nobody said otherwise. The limits of the memory go along with it where only it was said.
     *
     * @param said names of features that the machine has already
     */
    static void inherit(Vm vm, Template template, Set<String> said) {
        Set<String> silent = new LinkedHashSet<>(NAMES);
        // an empty text, a list without anything and a zero say nothing
        silent.removeIf(name -> said.contains(name) && says(vm, name));
        copy(template, vm, silent);
        if (!silent.contains("memory") && template.getMemory() > 0) {
            if (silent.contains("memoryGuaranteed")) {
                vm.setMemoryGuaranteed(template.getMemoryGuaranteed() == template.getMemory()
                        ? vm.getMemory()
                        : Math.min(template.getMemoryGuaranteed(), vm.getMemory()));
            }
            if (silent.contains("memoryMax")) {
                vm.setMemoryMax(template.getMemoryMax() == template.getMemory() * GROWTH
                        ? 0 // oVirt's default, which is chosen with the others
                        : Math.max(template.getMemoryMax(), vm.getMemory()));
            }
        }
    }

    private static boolean says(Vm vm, String name) {
        Object value = vm.eGet(vm.eClass().getEStructuralFeature(name));
        return !(value == null || Objects.equals(value, "") || Objects.equals(value, 0) || Objects.equals(value, 0L)
                || value instanceof List<?> list && list.isEmpty());
    }
}
