package hostelry.console.host.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.console.host.plan.Sheet.Bond;
import hostelry.model.NetworkAttachment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MovesTest {
    private final Lodge lodge = new Lodge();

    private Step drag(Sheet sheet, Pick what, Pick onto) {
        return new Moves(lodge.facts()).drag(sheet, what, onto);
    }

    private Sheet done(Sheet sheet, Pick what, Pick onto) {
        Step step = drag(sheet, what, onto);
        assertEquals("", step.why());
        return step.sheet();
    }

    private static String device(Sheet sheet, String network) {
        return Objects.requireNonNull(sheet.seats().get(network)).device();
    }

    @Test
    void aNetworkIsDraggedOntoACardAndOffAgain() {
        Sheet empty = lodge.facts().before();
        Step step = drag(empty, Pick.network("blue"), Pick.card("eno2"));
        assertEquals("Put blue onto eno2", step.deed());
        assertEquals("eno2", device(step.sheet(), "blue"));
        assertEquals(List.of("red", "lab", "plain"), lodge.facts().free(step.sheet()), "the required one first");
        assertEquals(empty, done(step.sheet(), Pick.network("blue"), Pick.FREE));
        assertEquals("eno2", device(done(step.sheet(), Pick.network("red"), Pick.network("blue")), "red"), "beside the other");
    }

    @Test
    void whatItKeepsOfItsAddressMovesAlong() {
        lodge.wants("lab", "eno2", "10.0.0.2/24", "fd00::2/64").setAutoconf(true);
        Sheet moved = done(lodge.facts().before(), Pick.network("lab"), Pick.card("eno4"));
        NetworkAttachment asked = new Wish(lodge.facts(), moved).setup(true, 60).modified().getFirst();
        assertEquals(List.of("10.0.0.2/24", "fd00::2/64"), asked.getAddresses());
        assertTrue(asked.isAutoconf());
    }

    @Test
    void whatCanNotBeIsSaidWhereItIsDropped() {
        Sheet empty = lodge.facts().before();
        assertTrue(drag(empty, Pick.network("mgmt"), Pick.FREE).why().startsWith("The management network ovirtmgmt stays"));
        assertEquals("plain and ovirtmgmt would both be without a VLAN on eno1.",
                drag(empty, Pick.network("plain"), Pick.card("eno1")).why());
        assertEquals("lodge1 has no card eno9.", drag(empty, Pick.network("blue"), Pick.card("eno9")).why());
    }

    @Test
    void theManagementNetworkMovesWithTheAddressOfItsHost() {
        lodge.card("eno1").getAddresses().add("10.78.0.1/16");
        Sheet empty = lodge.facts().before();
        Sheet moved = done(empty, Pick.network("mgmt"), Pick.card("eno2"));
        assertEquals("10.78.0.1/16", Objects.requireNonNull(moved.seats().get("mgmt")).address().words());
        Sheet bonded = done(empty, Pick.card("eno2"), Pick.card("eno1"));
        assertEquals("bond0", device(bonded, "mgmt"));
        assertEquals("10.78.0.1/16", Objects.requireNonNull(bonded.seats().get("mgmt")).address().words());
        lodge.card("eno3").setBridge("lab");
        assertEquals("eno3 carries lab, which was made on the host itself.", drag(empty, Pick.card("eno3"), Pick.card("eno1")).why());
    }

    @Test
    void twoCardsMakeABondThatTakesTheirNetworks() {
        Sheet sheet = done(lodge.facts().before(), Pick.network("blue"), Pick.card("eno2"));
        sheet = done(sheet, Pick.network("red"), Pick.card("eno3"));
        Step step = drag(sheet, Pick.card("eno3"), Pick.card("eno2"));
        assertEquals("Make bond0 of eno3 and eno2", step.deed());
        sheet = step.sheet();
        assertEquals(Map.of("bond0", new Bond(List.of("eno2", "eno3"), Sheet.ACTIVE_BACKUP)), sheet.bonds());
        assertEquals("bond0 bond0", device(sheet, "blue") + " " + device(sheet, "red"));
        assertEquals("bond0", device(done(sheet, Pick.network("lab"), Pick.card("eno3")), "lab"), "a card in a bond is the bond");

        sheet = done(sheet, Pick.card("eno4"), Pick.bond("bond0"));
        assertEquals(List.of("eno2", "eno3", "eno4"), Objects.requireNonNull(sheet.bonds().get("bond0")).cards());
        sheet = done(sheet, Pick.card("eno3"), Pick.CARDS);
        assertEquals(List.of("eno2", "eno4"), Objects.requireNonNull(sheet.bonds().get("bond0")).cards());
        sheet = done(sheet, Pick.card("eno2"), Pick.CARDS);
        assertEquals(Map.of(), sheet.bonds());
        assertEquals("eno2", device(sheet, "blue"), "the first card that has a link");
    }

    @Test
    void networksThatClashMakeNoBond() {
        lodge.wants("lab", "eno2");
        lodge.wants("plain", "eno3");
        Lodge other = lodge;
        Sheet sheet = other.facts().before().seat("blue", new Sheet.Seat("eno3", Address.NONE));
        Facts facts = other.facts();
        Objects.requireNonNull(facts.networks().get("blue")).setVlan(42);
        assertEquals("blue and lab would both have VLAN 42 on eno2.", drag(sheet, Pick.card("eno3"), Pick.card("eno2")).why());
    }

    @Test
    void aBondOfTheHostsOwnStaysAsItIs() {
        lodge.nic("bond0", true).getSlaves().addAll(List.of("eno2", "eno3"));
        Sheet empty = lodge.facts().before();
        assertEquals("bond0", device(done(empty, Pick.network("blue"), Pick.card("eno3")), "blue"));
        assertEquals("bond0 was made on the host itself, and is changed there.", drag(empty, Pick.card("eno4"), Pick.bond("bond0")).why());
        assertEquals("bond0 was made on the host itself, and is changed there.", drag(empty, Pick.card("eno3"), Pick.CARDS).why());
        assertTrue(drag(empty, Pick.bond("bond0"), Pick.card("eno4")).why().startsWith("A bond can't be a part"));
    }

    @Test
    void aBondThatIsBrokenGivesItsNameBack() {
        lodge.wants("lab", "bond0").getBondParts().addAll(List.of("eno2", "eno3"));
        lodge.nic("bond0", true).getSlaves().addAll(List.of("eno2", "eno3"));
        Sheet broken = new Moves(lodge.facts()).breakUp(lodge.facts().before(), "bond0").sheet();
        assertEquals(List.of("eno1", "eno2", "eno3", "eno4"), lodge.facts().devices(broken).stream().map(Facts.Device::name).toList());
        assertEquals(List.of("bond0"), List.copyOf(done(broken, Pick.card("eno3"), Pick.card("eno4")).bonds().keySet()));
    }

    @Test
    void undoGoesBackAndRedoForth() {
        Moves moves = new Moves(lodge.facts());
        History history = new History(lodge.facts().before());
        assertTrue(history.go(moves.put(history.now(), "blue", "eno2")));
        assertFalse(history.go(moves.put(history.now(), "blue", "eno2")), "it is there already");
        assertFalse(history.go(moves.take(history.now(), "mgmt")), "that does not go");
        for (String ip : List.of("1", "10", "10.0.0.2")) {
            history.type(moves.address(history.now(), "blue", new Address(Address.Kind.FIXED, ip, "24", "", Address.Rest.NOTHING)),
                    "ip blue");
        }
        Sheet typed = history.now();
        assertTrue(history.undo(), "all letters at once");
        assertEquals(Address.NONE, Objects.requireNonNull(history.now().seats().get("blue")).address());
        assertTrue(history.undo());
        assertEquals(Map.of(), history.now().seats());
        assertFalse(history.undo());
        assertTrue(history.redo() && history.redo());
        assertEquals(typed, history.now());
        assertFalse(history.canRedo());
    }
}
