package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.HostelryPackage;
import hostelry.model.StorageDomain;
import hostelry.wire.Wire;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Finds nouns by a {@link SearchText}. */
final class Search {
    /** Without {@code max} a page has so many. */
    private static final long PAGE = 100;
    /** oVirt's words for fields that the model calls otherwise. */
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("datacenter", "dataCenter"),
            Map.entry("data_center", "dataCenter"), Map.entry("on_host", "host"),
            Map.entry("storage", "storageDomain"), Map.entry("os", "osType"), Map.entry("creationdate", "creationTime"),
            Map.entry("creation_date", "creationTime"),
            Map.entry("usrname", "userName"), Map.entry("disk_content_type", "contentType"), Map.entry("vlanid", "vlan"),
            Map.entry("guaranteed_memory", "memoryGuaranteed"),
            Map.entry("ip", "addresses"), Map.entry("cpu_type", "cpuType"), Map.entry("cpu_model", "cpuModel"),
            Map.entry("architecture", "architecture"),
            Map.entry("message", "description"), Map.entry("correlation_id", "correlationId"));

    private final Call call;

    Search(Call call) {
        this.call = call;
    }

    /** Those that the request's {@code search} and {@code max} want. */
    <T extends Entity> List<T> of(Class<T> noun, List<T> all) {
        Wire wire = call.wire();
        String name = noun.getSimpleName();
        Set<String> types = new HashSet<>(
                List.of(wire.collection(name), name.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT) + "s"));
        if (noun == StorageDomain.class) {
            types.add("storage"); // oVirt's word for it
        }
        boolean caseSensitive = call.params().flag("case_sensitive").orElse(true);
        SearchText search = call.params().text("search").filter(text -> !text.isEmpty())
                .map(text -> SearchText.parse(text, types, caseSensitive)).orElse(SearchText.ALL);
        Stream<T> found = all.stream();
        if (!search.anyOf().isEmpty()) {
            List<List<Condition>> tests = search.anyOf().stream().map(terms -> terms.stream().map(term -> test(noun, term)).toList())
                    .toList();
            found = found.filter(object -> tests.stream().anyMatch(allOf -> allOf.stream().allMatch(test -> test.holds(object))));
        }
        if (search.sort().isPresent()) {
            Function<Entity, Object> value = value(noun, search.sort().get());
            Comparator<T> order = Comparator.comparing(object -> value.apply(object), Search::compare);
            found = found.sorted(search.descending() ? order.reversed() : order);
        }
        long max = call.params().number("max").orElse(-1L);
        if (search.page() > 0) {
            long size = max > 0 ? max : PAGE;
            found = found.skip((search.page() - 1) * size).limit(size);
        } else if (max >= 0) {
            found = found.limit(max);
        }
        return found.toList();
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds(Entity object);
    }

    private Condition test(Class<? extends Entity> noun, SearchText.Term term) {
        if (term.field() == null) {
            return object -> Stream.of(object.getName(), object.getDescription(), object.getComment(), object.getId())
                    .anyMatch(text -> text != null && term.value().matcher(text).matches());
        }
        Function<Entity, Object> value = value(noun, term.field());
        return object -> {
            Object has = value.apply(object);
            Stream<?> values = has instanceof List<?> many ? many.stream() : Stream.ofNullable(has);
            return values.anyMatch(one -> term.value().matcher(text(one)).matches()) != term.not();
        };
    }

    /** What a field holds; of another noun its name. */
    private Function<Entity, Object> value(Class<? extends Entity> noun, String field) {
        EClass type = (EClass) HostelryPackage.eINSTANCE.getEClassifier(noun.getSimpleName());
        if (noun == Event.class && field.equals("id")) {
            return object -> Long.toString(((Event) object).getIndex());
        }
        String name = Stream
                .concat(call.wire().feature(noun.getSimpleName(), field).stream(),
                        Stream.of(WORDS.getOrDefault(field, field), camel(field)))
                .filter(candidate -> type.getEStructuralFeature(candidate) != null).findFirst()
                .orElseThrow(() -> new Refusal(Problem.badInput("search", "There is no field '" + field + "' to search "
                        + call.wire().element(noun.getSimpleName()).replace('_', ' ') + "s by.",
                        "Search by name, id, status or another field that the list shows.")));
        EStructuralFeature feature = type.getEStructuralFeature(name);
        BiFunction<String, String, Object> named = (other, id) -> call.services().estate().find(call.caller(), Names.type(other), id)
                .<Object>map(Entity::getName).orElse(id);
        return call.wire().refersTo(noun.getSimpleName(), name)
                .<Function<Entity, Object>>map(other -> object -> object.eGet(feature) instanceof String id ? named.apply(other, id) : null)
                .orElse(object -> object.eGet(feature));
    }

    private static String camel(String field) {
        StringBuilder name = new StringBuilder();
        for (String word : field.split("_")) {
            name.append(name.isEmpty() || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private static String text(Object value) {
        return value instanceof Enumerator literal ? literal.getLiteral() : value.toString();
    }

    private static int compare(Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        if (left instanceof Number first && right instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        return text(left).compareToIgnoreCase(text(right));
    }
}
