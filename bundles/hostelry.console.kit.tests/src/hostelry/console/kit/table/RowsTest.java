package hostelry.console.kit.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filter, order, and what is new. */
class RowsTest {
    private record Guest(String id, String name, int memory) {}

    private static final Column<Guest> NAME = Column.text("name", "Name", 100, Guest::name);
    private static final Column<Guest> MEMORY = Column.number("memory", "GiB", 60, guest -> Integer.toString(guest.memory()),
            guest -> (double) guest.memory());
    private static final Column<Guest> NONE = Column.text("", "", 0, guest -> "");

    private final List<Guest> guests = new ArrayList<>(
            List.of(new Guest("1", "web10", 2), new Guest("2", "Web2", 8), new Guest("3", "db1", 8), new Guest("4", "web2", 1)));
    private final Rows<Guest> rows = new Rows<>(Guest::id, () -> guests, List.of(NAME, MEMORY));

    private List<String> ids(String words, Column<Guest> by, boolean down) {
        return ids(rows.news(Rows.Content.none(), new Rows.Wish<>(Rows.words(words), by, down)).content());
    }

    private static List<String> ids(Rows.Content<Guest> content) {
        return content.rows().stream().map(Guest::id).toList();
    }

    @Test
    void namesStandInTheOrderOfPeopleAndEqualOnesById() {
        assertEquals(List.of("3", "2", "4", "1"), ids("", NAME, false));
        assertEquals(List.of("1", "2", "4", "3"), ids("", NAME, true));
    }

    @Test
    void numbersStandWithTheBiggestFirst() {
        assertEquals(List.of("2", "3", "1", "4"), ids("", MEMORY, false));
    }

    @Test
    void withoutAColumnRowsStandAsTheyWereFound() {
        assertEquals(List.of("1", "2", "3", "4"), ids("", NONE, false));
    }

    @Test
    void aRowHasAllWordsSomewhereWhateverTheirCase() {
        assertEquals(List.of("2", "4", "1"), ids("WEB", NAME, false));
        assertEquals(List.of("2", "4"), ids("  web 2 ", NAME, false));
        assertEquals(List.of(), ids("web db", NAME, false));
    }

    @Test
    void theFilterDoesNotLookAtNumbers() {
        assertEquals(List.of(), ids("8", NAME, false));
    }

    @Test
    void theFilterSeesThatARowHasChanged() {
        assertEquals(List.of("3"), ids("db", NAME, false));
        guests.set(2, new Guest("3", "shop", 8));
        assertEquals(List.of(), ids("db", NAME, false));
        assertEquals(List.of("3"), ids("shop", NAME, false));
    }

    @Test
    void whatIsNewIsTold() {
        Rows.Wish<Guest> wish = new Rows.Wish<>(List.of(), NAME, false);
        Rows.Content<Guest> first = rows.news(Rows.Content.none(), wish).content();
        assertEquals(4, first.all());
        assertEquals(Map.of("3", 0, "2", 1, "4", 2, "1", 3), first.index());
        guests.set(0, new Guest("1", "web10", 3));
        Rows.News<Guest> changed = rows.news(first, wish);
        assertTrue(changed.sameOrder());
        assertEquals(List.of(3), changed.changed());
        guests.set(0, new Guest("1", "a", 3));
        assertFalse(rows.news(changed.content(), wish).sameOrder());
        guests.remove(1);
        Rows.News<Guest> fewer = rows.news(changed.content(), wish);
        assertFalse(fewer.sameOrder());
        assertEquals(3, fewer.content().all());
    }

    @Test
    void theFilterHidesAndDoesNotCountOut() {
        Rows.Content<Guest> content = rows.news(Rows.Content.none(), new Rows.Wish<>(List.of("db"), NAME, false)).content();
        assertEquals(1, content.rows().size());
        assertEquals(4, content.all());
    }

    @Test
    void rowsAreCopiedAsLinesWithTabs() {
        assertEquals("web10\t2\nWeb2\t8", Rows.text(guests.subList(0, 2), List.of(NAME, MEMORY)));
    }
}
