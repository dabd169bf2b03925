package hostelry.crash;

import hostelry.node.api.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What engine and hosts say to each other, as bytes: whatever {@code node.api} is made of travels by its fields. Between our own two processes only. */
final class Letters {
    private static final String API = Node.class.getPackageName() + ".";

    private Letters() {}

    /** A value of {@code node.api}, which knows nothing of Java's serialization. */
    private record Sack(String type, List<@Nullable Object> values) implements Serializable {}

    static void write(OutputStream out, @Nullable Object letter) throws IOException {
        ObjectOutputStream objects = new ObjectOutputStream(out) {
            {
                enableReplaceObject(true);
            }

            @Override
            protected Object replaceObject(Object value) throws IOException {
                return value.getClass().getName().startsWith(API) && !value.getClass().isEnum() ? sack(value) : value;
            }
        };
        objects.writeObject(letter);
        objects.flush();
    }

    static @Nullable Object read(InputStream in) throws IOException {
        ObjectInputStream objects = new ObjectInputStream(in) {
            {
                enableResolveObject(true);
            }

            @Override
            protected Object resolveObject(Object value) throws IOException {
                return value instanceof Sack sack ? unpacked(sack) : value;
            }
        };
        try {
            return objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    private static Sack sack(Object value) throws IOException {
        try {
            List<@Nullable Object> values = new ArrayList<>();
            if (value.getClass().isRecord()) {
                for (RecordComponent part : value.getClass().getRecordComponents()) {
                    values.add(part.getAccessor().invoke(value));
                }
            } else {
                for (Field field : fields(value.getClass())) {
                    values.add(field.get(value));
                }
            }
            return new Sack(value.getClass().getName(), values);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    private static Object unpacked(Sack sack) throws IOException {
        try {
            Class<?> type = Class.forName(sack.type());
            if (type.isRecord()) {
                Constructor<?> maker = type.getDeclaredConstructor(
                        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new));
                return maker.newInstance(sack.values().toArray());
            }
            Object made = type.getDeclaredConstructor().newInstance();
            List<Field> fields = fields(type);
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).set(made, sack.values().get(i));
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> !Modifier.isStatic(field.getModifiers())).toList();
    }
}
