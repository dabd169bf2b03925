package hostelry.model.nextrun;

import hostelry.model.HostelryFactory;
import hostelry.model.HostelryPackage;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a machine is to be from its next start on, where that is other than what runs. It is kept as text with the machine: a line for each field, {@code name=value}, several
 * values with tabs between them, and the name alone for no value; line ends, tabs and backslashes in values are written as in Java.
 *
 * @param features names of the fields that will be others
 * @param values holds them; its other fields mean nothing
 */
public record NextRun(Set<String> features, Vm values) {
    public NextRun {
        features = Set.copyOf(features);
    }

    /** Of that machine; empty where it is to stay as it is. A field that this version does not know is left out: an older engine may have written it. */
    public static NextRun of(Vm vm) {
        Vm values = HostelryFactory.eINSTANCE.createVm();
        Set<String> features = new LinkedHashSet<>();
        String text = vm.getNextRun();
        for (String line : text == null || text.isEmpty() ? List.<String>of() : List.of(text.split("\n"))) {
            int sign = line.indexOf('=');
            String name = sign < 0 ? line : line.substring(0, sign);
            if (EditRules.known(name) && feature(name) instanceof EAttribute feature) {
                read(values, feature, sign < 0 ? null : line.substring(sign + 1));
                features.add(name);
            }
        }
        return new NextRun(features, values);
    }

    public boolean nothing() {
        return features.isEmpty();
    }

    /** A copy of the machine as it is to be. */
    public static Vm applied(Vm vm) {
        Vm next = EcoreUtil.copy(vm);
        settle(next);
        return next;
    }

    /** The machine becomes what it was to be; nothing waits any more. For one of which nothing runs. */
    public static void settle(Vm vm) {
        NextRun waiting = of(vm);
        copy(waiting.values, vm, waiting.features);
        drop(vm);
    }

    /** Nothing waits any more, and the machine stays as it runs. */
    public static void drop(Vm vm) {
        keep(vm, Set.of(), vm);
    }

    /** Forgets what was to become of one field: it was set at once, and so it is to stay. */
    public static void forget(Vm vm, String field) {
        NextRun waiting = of(vm);
        Set<String> rest = waiting.features.stream().filter(name -> !name.equals(field)).collect(Collectors.toSet());
        keep(vm, rest, waiting.values);
    }

    /** Keeps with the machine what it is to be from its next start on: the fields in which {@code wanted} is another. */
    public static void keep(Vm vm, Vm wanted) {
        keep(vm, different(vm, wanted), wanted);
    }

    private static void keep(Vm vm, Collection<String> fields, Vm values) {
        String text = fields.stream().sorted().map(name -> name + written(values, (EAttribute) feature(name)))
                .collect(Collectors.joining("\n"));
        vm.setNextRun(text.isEmpty() ? null : text);
        vm.setNextRunConfigurationExists(!text.isEmpty());
    }

    /** Fields that may wait and are others in the two, in the order of the model. An empty text and none are the same. */
    static Set<String> different(Vm one, Vm other) {
        return one.eClass().getEAllStructuralFeatures().stream().filter(feature -> EditRules.known(feature.getName()))
                .filter(feature -> !Objects.equals(value(one, feature), value(other, feature))).map(EStructuralFeature::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Sets these fields of one machine as they are in another. */
    static void copy(Vm from, Vm to, Collection<String> fields) {
        for (String name : fields) {
            Object value = from.eGet(feature(name));
            to.eSet(feature(name), value instanceof List<?> list ? new ArrayList<>(list) : value);
        }
    }

    /** As text, for people and programs that show it. */
    static String text(Vm vm, String field) {
        EAttribute feature = (EAttribute) feature(field);
        Object value = vm.eGet(feature);
        return value == null
                ? ""
                : feature.isMany()
                        ? ((List<?>) value).stream().map(one -> EcoreUtil.convertToString(feature.getEAttributeType(), one))
                                .collect(Collectors.joining(", "))
                        : EcoreUtil.convertToString(feature.getEAttributeType(), value);
    }

    private static @Nullable Object value(Vm vm, EStructuralFeature feature) {
        Object value = vm.eGet(feature);
        return "".equals(value) ? null : value;
    }

    private static EStructuralFeature feature(String name) {
        return HostelryPackage.eINSTANCE.getVm().getEStructuralFeature(name);
    }

    private static String written(Vm vm, EAttribute feature) {
        Object value = vm.eGet(feature);
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            return "";
        }
        Stream<?> all = value instanceof List<?> list ? list.stream() : Stream.of(value);
        return "=" + all.map(one -> escaped(EcoreUtil.convertToString(feature.getEAttributeType(), one))).collect(Collectors.joining("\t"));
    }

    private static void read(Vm vm, EAttribute feature, @Nullable String text) {
        if (text == null) {
            vm.eUnset(feature);
            vm.eSet(feature, feature.isMany() ? List.of() : null);
        } else if (feature.isMany()) {
            List<Object> all = new ArrayList<>();
            for (String one : text.split("\t", -1)) {
                all.add(EcoreUtil.createFromString(feature.getEAttributeType(), plain(one)));
            }
            vm.eSet(feature, all);
        } else {
            vm.eSet(feature, EcoreUtil.createFromString(feature.getEAttributeType(), plain(text)));
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
    }

    private static String plain(String text) {
        return text.translateEscapes();
    }
}
