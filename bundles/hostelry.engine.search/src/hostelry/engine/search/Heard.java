package hostelry.engine.search;

import hostelry.api.Search.Query;
import hostelry.engine.search.fields.Table;
import hostelry.engine.search.fields.Tables;
import hostelry.engine.search.language.Misread;
import hostelry.engine.search.language.Parser;
import hostelry.engine.search.language.Sentence;
import hostelry.engine.search.language.Token;
import java.util.Locale;
import java.util.stream.Collectors;

/** A query as it was read: for which noun, and what of it. */
record Heard(Table<?> table, Sentence sentence) {

    /** @throws Misread where it can't be */
    static Heard of(Query query, Tables tables) {
        Sentence sentence = Parser.parse(query.text());
        if (sentence.noun().isEmpty()) {
            if (query.noun() == null) {
                throw new Misread(0, 0, "A search begins with what to look for: " + prefixes(tables) + ".");
            }
            return new Heard(tables.named(query.noun()).orElseThrow(
                    () -> new Misread(0, 0, query.noun().toLowerCase(Locale.ROOT) + " can't be searched for.")), sentence);
        }
        Token noun = sentence.noun().get();
        Table<?> table = tables.called(noun.text()).orElseThrow(() -> new Misread(noun.from(), noun.to(), "'" + noun.text()
                + "' can't be searched for; there are " + prefixes(tables) + ". A text with a colon is written in quotes."));
        if (query.noun() != null && !query.noun().equals(table.noun().getSimpleName())) {
            throw new Misread(noun.from(), noun.to(), "'" + noun.text() + "' can't be searched for here; "
                    + tables.named(query.noun()).map(Table::word).orElse(query.noun()) + " can.");
        }
        return new Heard(table, sentence);
    }

    private static String prefixes(Tables tables) {
        return tables.all().stream().map(table -> table.prefix() + ":").collect(Collectors.joining(" "));
    }
}
