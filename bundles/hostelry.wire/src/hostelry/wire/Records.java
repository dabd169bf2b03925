package hostelry.wire;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records of the api on the wire, out and in again: for answers that are no nouns. A record is an element, its components are members, a list {@code cells} holds
 * members {@code cell}; names are written in oVirt's manner. Components are texts, numbers, yes or no, records, and lists of them.
 */
public final class Records {
    private Records() {}

    /** @param name of the outermost element */
    public static void write(Out out, String name, Record record) throws IOException {
        out.start(name);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            member(out, snake(component.getName()), value(component, record));
        }
        out.end();
    }

    private static void member(Out out, String name, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> {
                // a member that is not there
            }
            case Record inner -> write(out, name, inner);
            case List<?> list -> {
                out.start(name);
                String item = one(name);
                out.startList(item);
                for (Object each : list) {
                    member(out, item, each);
                }
                out.endList();
                out.end();
            }
            default -> out.text(name, String.valueOf(value));
        }
    }

    /** What is missing in the document is empty, 0, or no. */
    public static <R extends Record> R read(Tree tree, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components).map(component -> value(tree, component)).toArray();
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new WireProblem("That makes no " + snake(type.getSimpleName()) + ": " + e.getCause().getMessage(),
                    snake(type.getSimpleName()),
                    tree.line(), tree.column());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is no public record", e);
        }
    }

    private static Object value(Tree tree, RecordComponent component) {
        String name = snake(component.getName());
        if (List.class.equals(component.getType())) {
            Class<?> item = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return tree.all(name, one(name)).stream().map(each -> value(each, item)).toList();
        }
        return tree.child(name).map(found -> value(found, component.getType()))
                .orElseGet(() -> value(Tree.empty(name), component.getType()));
    }

    private static Object value(Tree tree, Class<?> type) {
        if (type.isRecord()) {
            return read(tree, type.asSubclass(Record.class));
        }
        String text = tree.text().strip();
        try {
            return switch (type.getName()) {
                case "java.lang.String" -> tree.text();
                case "boolean", "java.lang.Boolean" -> Boolean.valueOf(text);
                case "int", "java.lang.Integer" -> text.isEmpty() ? 0 : Integer.parseInt(text);
                case "long", "java.lang.Long" -> text.isEmpty() ? 0L : Long.parseLong(text);
                case "double", "java.lang.Double" -> text.isEmpty() ? 0.0 : Double.parseDouble(text);
                default -> throw new IllegalArgumentException(type + " is nothing that records on the wire are made of");
            };
        } catch (NumberFormatException e) {
            throw new WireProblem("The field '" + tree.name() + "' wants a number, not '" + Values.shown(text) + "'.", tree.name(),
                    tree.line(),
                    tree.column());
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record.getClass() + " is no public record", e);
        }
    }

    /** {@code firmwareDate} is {@code firmware_date}. */
    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** One of {@code cells} is a {@code cell}; one of {@code series}, or of {@code huge}, is a member of its own. */
    private static String one(String many) {
        return many.endsWith("s") && !many.endsWith("ies") ? many.substring(0, many.length() - 1) : "item";
    }
}
