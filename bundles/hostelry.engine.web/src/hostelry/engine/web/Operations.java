package hostelry.engine.web;

import hostelry.wire.Wire;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the resources answer, read from themselves: so the description of the API can't forget one. */
final class Operations {
    private final Wire wire;
    private final Paths paths;
    private final List<Operation> all;

    /** What an operation is about. */
    enum Kind {
        LIST, ADD, GET, UPDATE, REMOVE, ACTION, OTHER
    }

    /**
     * @param path below the API's root, with names in braces
     * @param method such as GET
     * @param noun class of the model that it is about, or null
     * @param action last name of the path where it acts
     * @param types that it answers with
     */
    record Operation(String path, String method, Kind kind, @Nullable String noun, String action, List<String> types) {
        private Operation at(String address) {
            return new Operation(address, method, kind, noun, action, types);
        }

        List<String> parameters() {
            return Arrays.stream(path.split("/")).filter(part -> part.startsWith("{")).map(part -> part.substring(1, part.length() - 1))
                    .toList();
        }

        /** The collection at the root that it belongs to. */
        String group() {
            return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).findFirst().orElse("");
        }
    }

    Operations(List<Object> resources, Wire wire, Paths paths) {
        this.wire = wire;
        this.paths = paths;
        TreeMap<String, Operation> found = new TreeMap<>();
        Map<String, String> addresses = new HashMap<>();
        List<Operation> told = resources.stream().flatMap(resource -> of(resource.getClass())).toList();
        // what a resource says by name comes before what stands for any name
        Stream.concat(told.stream().filter(operation -> !operation.path().endsWith("/{part}")),
                told.stream().filter(operation -> operation.path().endsWith("/{part}")).flatMap(this::parts))
                .forEach(operation -> {
                    // one place has one address, whatever its resources call the ids in it
                    String path = addresses.computeIfAbsent(operation.path().replaceAll("\\{\\w+}", "{}"), place -> operation.path());
                    found.putIfAbsent(path + " " + operation.method(), operation.at(path));
                });
        all = List.copyOf(found.values());
    }

    List<Operation> all() {
        return all;
    }

    private Stream<Operation> of(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods()).sorted(Comparator.comparing(Method::getName)).flatMap(method -> Arrays
                .stream(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null).map(verb -> operation(path(root, method), verb.value(), types(resource, method))));
    }

    private static String path(String root, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = ("/" + root + "/" + (own == null ? "" : own.value())).replaceAll("/+", "/").replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static List<String> types(Class<?> resource, Method method) {
        for (Annotation annotation : new Annotation[]{method.getAnnotation(Produces.class), resource.getAnnotation(Produces.class)}) {
            if (annotation instanceof Produces produces) {
                return List.of(produces.value());
            }
        }
        return List.of();
    }

    private Operation operation(String path, String method, List<String> types) {
        String[] parts = path.split("/");
        String last = parts.length == 0 ? "" : parts[parts.length - 1];
        Optional<String> collection = noun(last);
        String before = parts.length > 1 ? parts[parts.length - 2] : "";
        if (collection.isPresent()) {
            return new Operation(path, method, method.equals("GET") ? Kind.LIST : method.equals("POST") ? Kind.ADD : Kind.OTHER,
                    collection.get(), "", types);
        }
        if (last.startsWith("{") && noun(before).isPresent()) {
            Kind kind = switch (method) {
                case "GET" -> Kind.GET;
                case "PUT" -> Kind.UPDATE;
                case "DELETE" -> Kind.REMOVE;
                default -> Kind.OTHER;
            };
            return new Operation(path, method, kind, noun(before).get(), "", types);
        }
        if (method.equals("POST") && before.startsWith("{")) {
            return new Operation(path, method, Kind.ACTION, noun(parts[parts.length - 3]).orElse(null), last, types);
        }
        return new Operation(path, method, Kind.OTHER, null, last, types);
    }

    /** Each list below a noun that is answered by name. */
    private Stream<Operation> parts(Operation any) {
        String parent = any.path().substring(0, any.path().length() - "{part}".length());
        String[] steps = parent.split("/");
        return noun(steps[steps.length - 2]).map(Names::type).map(paths::parts).orElse(List.of()).stream()
                .map(part -> operation(parent + part, any.method(), any.types()));
    }

    private Optional<String> noun(String collection) {
        return wire.nouns().stream().filter(noun -> wire.collection(noun).equals(collection)).findFirst();
    }

    /** The verb of the catalogue that an operation comes to, by its name in lower case. */
    static String verb(Operation operation) {
        String act = switch (operation.kind()) {
            case ADD -> "add";
            case UPDATE -> "update";
            case REMOVE -> "remove";
            default -> operation.action();
        };
        return (act + operation.noun()).toLowerCase(Locale.ROOT);
    }
}
