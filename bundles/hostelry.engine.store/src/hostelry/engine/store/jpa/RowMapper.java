package hostelry.engine.store.jpa;

import hostelry.engine.store.memory.Noun;
import hostelry.engine.store.rows.Row;
import hostelry.model.Entity;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;

/** One noun and its row, feature by feature, by name. */
final class RowMapper {
    private final Noun noun;
    private final Class<? extends Row> row;
    private final List<Cell> cells = new ArrayList<>();

    private record Cell(EAttribute feature, Field field) {}

    RowMapper(Noun noun) {
        this.noun = noun;
        this.row = rowClass(noun.name());
        for (EAttribute feature : noun.persisted()) {
            cells.add(new Cell(feature, field(feature)));
        }
    }

    private static Class<? extends Row> rowClass(String noun) {
        try {
            return Class.forName(Row.class.getPackageName() + "." + noun + "Row").asSubclass(Row.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the noun " + noun + " has no row", e);
        }
    }

    private Field field(EAttribute feature) {
        for (Class<?> type = row; type != null; type = type.getSuperclass()) {
            for (String name : List.of(feature.getName(), feature.getName() + "_")) {
                try {
                    Field field = type.getDeclaredField(name);
                    field.setAccessible(true);
                    return field;
                } catch (NoSuchFieldException e) {
                    continue; // the other spelling, or the class above
                }
            }
        }
        throw new IllegalStateException(row.getSimpleName() + " has no field for the feature " + feature.getName());
    }

    Class<? extends Row> rowClass() {
        return row;
    }

    Noun noun() {
        return noun;
    }

    Row toRow(Entity object) {
        try {
            Row made = row.getDeclaredConstructor().newInstance();
            fill(made, object);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void fill(Row into, Entity object) {
        try {
            for (Cell cell : cells) {
                cell.field().set(into, toCell(cell.feature(), object.eGet(cell.feature())));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    Entity toNoun(Row from) {
        Entity object = noun.make();
        try {
            for (Cell cell : cells) {
                Object value = cell.field().get(from);
                if (cell.feature().isMany()) {
                    addWords(object, cell.feature(), (String) value);
                } else if (value != null) {
                    object.eSet(cell.feature(), fromCell(cell.feature(), value));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return object;
    }

    private static Object toCell(EAttribute feature, Object value) {
        if (feature.isMany()) {
            List<?> list = (List<?>) value;
            return list.isEmpty()
                    ? null
                    : WordList.join(list.stream().map(one -> one instanceof Enumerator word ? word.getLiteral() : (String) one).toList());
        }
        if (value instanceof Enumerator word) {
            return word.getLiteral();
        }
        if (value instanceof Instant time) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, time);
        }
        return value;
    }

    private static Object fromCell(EAttribute feature, Object cell) {
        if (feature.getEAttributeType() instanceof EEnum words) {
            return literal(words, (String) cell);
        }
        if (feature.getEAttributeType().getInstanceClass() == Instant.class) {
            return Instant.EPOCH.plus((Long) cell, ChronoUnit.MICROS);
        }
        return cell;
    }

    @SuppressWarnings("unchecked") // a list of the feature's type
    private static void addWords(Entity object, EAttribute feature, String words) {
        if (words != null && !words.isEmpty()) {
            for (String word : WordList.split(words)) {
                ((List<Object>) object.eGet(feature)).add(feature.getEAttributeType() instanceof EEnum some ? literal(some, word) : word);
            }
        }
    }

    private static Enumerator literal(EEnum words, String word) {
        EEnumLiteral literal = words.getEEnumLiteralByLiteral(word);
        if (literal == null) {
            throw new IllegalStateException("the database holds the word " + word + " where one of " + words.getName() + " belongs");
        }
        return literal.getInstance();
    }
}
