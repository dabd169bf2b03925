package hostelry.client.local;

import hostelry.api.Act;
import hostelry.model.Entity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** Copies nouns, wherever they are in the api's values: lists, records, acts and their results, listeners that will be given some. All else is immutable and passes. */
final class Copies {
    private static final String WIRE = "urn:hostelry:wire";
    private final boolean out;
    private final Map<EClass, List<EStructuralFeature>> untold = new ConcurrentHashMap<>();

    /** @param out what goes to the window: without what no client is told, as over the wire */
    Copies(boolean out) {
        this.out = out;
    }

    @Nullable
    Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Entity noun -> copy(noun);
            case Act<?> act -> new Act<>(act.jobId(), future(act.result()));
            case Record some -> parts(some);
            case Optional<?> some -> some.map(this::of);
            case List<?> some -> list(some);
            case Set<?> some -> set(some);
            case Map<?, ?> some -> map(some);
            case CompletableFuture<?> some -> future(some);
            case Consumer<?> some -> consumer(some);
            default -> value;
        };
    }

    private Entity copy(Entity noun) {
        Entity copy = EcoreUtil.copy(noun);
        if (out) {
            untold.computeIfAbsent(copy.eClass(), Copies::untold).forEach(copy::eUnset);
        }
        return copy;
    }

    private static List<EStructuralFeature> untold(EClass noun) {
        return noun.getEAllStructuralFeatures().stream().filter(feature -> is(feature, "hidden") || is(feature, "secret")).toList();
    }

    private static boolean is(EStructuralFeature feature, String word) {
        EAnnotation wire = feature.getEAnnotation(WIRE);
        return wire != null && "true".equals(wire.getDetails().get(word));
    }

    private List<Object> list(List<?> values) {
        List<Object> copies = new ArrayList<>(values.size());
        values.forEach(value -> copies.add(of(value)));
        return List.copyOf(copies);
    }

    private Set<Object> set(Set<?> values) {
        Set<Object> copies = new LinkedHashSet<>();
        values.forEach(value -> copies.add(of(value)));
        return copies;
    }

    private Map<Object, Object> map(Map<?, ?> values) {
        Map<Object, Object> copies = new LinkedHashMap<>(); // keeps the order, which Map.copyOf does not
        values.forEach((key, value) -> copies.put(key, of(value)));
        return copies;
    }

    /** Of the same record, unless there is nothing in it to be copied. */
    private Object parts(Record some) {
        RecordComponent[] components = some.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        boolean other = false;
        try {
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(some);
                types[i] = components[i].getType();
                values[i] = of(value);
                other |= values[i] != value;
            }
            return other ? some.getClass().getDeclaredConstructor(types).newInstance(values) : some;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("A " + some.getClass().getSimpleName() + " can't be copied.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A " + some.getClass().getSimpleName() + " can't be copied.", e);
        }
    }

    private CompletableFuture<Object> future(CompletableFuture<?> source) {
        CompletableFuture<Object> copy = new CompletableFuture<>();
        source.whenComplete((value, trouble) -> {
            if (trouble != null) {
                copy.completeExceptionally(
                        trouble instanceof CompletionException && trouble.getCause() != null ? trouble.getCause() : trouble);
                return;
            }
            try {
                copy.complete(of(value));
            } catch (RuntimeException e) {
                copy.completeExceptionally(e);
            }
        });
        return copy;
    }

    @SuppressWarnings("unchecked") // a copy is of the same class
    private <T> Consumer<T> consumer(Consumer<T> sink) {
        Copies back = new Copies(!out); // what a listener hears goes the other way
        return value -> sink.accept((T) back.of(value));
    }
}
