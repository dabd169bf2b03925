package hostelry.engine.store.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.store.TestDatabase;
import hostelry.engine.store.memory.Ledger.Commit;
import hostelry.engine.store.memory.Ledger.Edit;
import hostelry.engine.store.memory.Noun;
import hostelry.engine.store.memory.Nouns;
import hostelry.model.Entity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every persisted feature of the Ecore has its column, and comes back from the database as it went in. */
class RowMapperTest {
    @TempDir
    Path folder;

    private final Nouns nouns = new Nouns();

    static Entity filled(Noun noun, int round) {
        Entity object = noun.make();
        for (EAttribute feature : noun.features()) {
            set(object, feature, round);
        }
        object.setId(noun.name() + "-1");
        return object;
    }

    @SuppressWarnings("unchecked") // lists of the feature's type
    private static void set(Entity object, EAttribute feature, int round) {
        if (feature.isMany()) {
            ((List<Object>) object.eGet(feature)).addAll(feature.getEAttributeType() instanceof EEnum words
                    ? words.getELiterals().subList(round, words.getELiterals().size()).stream().map(word -> word.getInstance()).toList()
                    : List.of("one, two", "back\\slash", "three " + round));
            return;
        }
        object.eSet(feature, value(feature, round));
    }

    private static Object value(EAttribute feature, int round) {
        if (feature.getEAttributeType() instanceof EEnum words) {
            return words.getELiterals().get(words.getELiterals().size() - 1 - round).getInstance();
        }
        Class<?> type = feature.getEAttributeType().getInstanceClass();
        int hash = Math.abs(feature.getName().hashCode() % 10_000) + 1 + round;
        return Map.<Class<?>, Object>of(String.class, feature.getName() + " " + round, boolean.class, round == 0, int.class, hash,
                long.class, Long.MAX_VALUE - hash,
                double.class, hash / 3.0, Instant.class, Instant.EPOCH.plusSeconds(hash).plusNanos(hash * 1_000L)).get(type);
    }

    private void assertPersisted(Entity expected, Entity found) {
        Noun noun = nouns.of(expected);
        for (EAttribute feature : noun.persisted()) {
            assertEquals(expected.eGet(feature), found.eGet(feature), noun.name() + "." + feature.getName());
        }
        List<EAttribute> observed = new ArrayList<>(noun.features());
        observed.removeAll(noun.persisted());
        for (EAttribute feature : observed) {
            assertFalse(found.eIsSet(feature), noun.name() + "." + feature.getName() + " is only observed");
        }
    }

    @Test
    void keepsEveryFeatureOfEveryNoun() throws Exception {
        String url = TestDatabase.fresh(folder);
        List<Entity> first = nouns.all().stream().map(noun -> filled(noun, 0)).toList();
        List<Entity> second = nouns.all().stream().map(noun -> filled(noun, 1)).toList();
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            edits.add(new Edit(first.get(i), second.get(i)));
        }
        try (JpaLedger ledger = new JpaLedger(Database.open(url), nouns, JpaLedger.class.getClassLoader())) {
            assertTrue(ledger.load().nouns().isEmpty());
            ledger.write(new Commit(first, List.of(), List.of(), List.of(), List.of(), -1));
            assertFound(first, ledger);
            ledger.write(new Commit(List.of(), edits, List.of(), List.of(), List.of(), -1));
            assertFound(second, ledger);
        }
        try (JpaLedger ledger = new JpaLedger(Database.open(url), nouns, JpaLedger.class.getClassLoader())) {
            assertFound(second, ledger);
            ledger.write(new Commit(List.of(), List.of(), second, List.of(), List.of(), -1));
            assertTrue(ledger.load().nouns().isEmpty());
        }
    }

    private void assertFound(List<Entity> expected, JpaLedger ledger) {
        Map<String, Entity> found = ledger.load().nouns().stream().collect(Collectors.toMap(Entity::getId, Function.identity()));
        assertEquals(expected.size(), found.size());
        expected.forEach(object -> assertPersisted(object, found.get(object.getId())));
    }

    @Test
    void mapsEveryFieldOfARow() {
        for (Noun noun : nouns.all()) {
            long fields = 0;
            for (Class<?> type = new RowMapper(noun).rowClass(); type != null; type = type.getSuperclass()) {
                fields += Arrays.stream(type.getDeclaredFields()).filter(field -> !field.isSynthetic()).count();
            }
            assertEquals(noun.persisted().size(), fields, noun.name() + " has columns that the model does not know");
        }
    }
}
