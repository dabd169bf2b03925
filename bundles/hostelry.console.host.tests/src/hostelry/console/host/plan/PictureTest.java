package hostelry.console.host.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.console.host.plan.Picture.Box;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Lodge lodge = new Lodge();

    private static Box box(Picture picture, Pick pick) {
        return picture.find(pick).orElseThrow();
    }

    @Test
    void everythingHasItsPlaceAndNothingCoversAnother() {
        lodge.wants("blue", "bond0").getBondParts().addAll(List.of("eno2", "eno3"));
        lodge.wants("red", "bond0").getBondParts().addAll(List.of("eno2", "eno3"));
        Picture picture = Picture.of(lodge.facts(), lodge.facts().before(), 400);

        assertEquals(List.of(Pick.bond("bond0"), Pick.card("eno2"), Pick.card("eno3"), Pick.network("blue"), Pick.network("red"),
                Pick.card("eno1"), Pick.network("mgmt"), Pick.card("eno4"), Pick.network("lab"), Pick.network("plain")), picture.order());
        Box bond = box(picture, Pick.bond("bond0"));
        Box card = box(picture, Pick.card("eno3"));
        assertTrue(card.y() + card.height() < bond.y() + bond.height() && card.x() > bond.x());
        assertEquals("VLAN 20", box(picture, Pick.network("blue")).detail());
        assertEquals("No VLAN · management", box(picture, Pick.network("mgmt")).detail());
        assertFalse(box(picture, Pick.network("mgmt")).locked());
        List<Box> plain = picture.order().stream().filter(pick -> pick.kind() != Pick.Kind.BOND).map(pick -> box(picture, pick)).toList();
        for (Box one : plain) {
            assertTrue(one.x() + one.width() <= picture.width() && one.y() + one.height() <= picture.height(), one.title());
            assertTrue(plain.stream().noneMatch(other -> other != one && other.has(one.x(), one.y())), one.title());
            assertEquals(Optional.of(one), picture.at(one.x() + 1, one.y() + 1));
        }
        assertEquals(Optional.of(Pick.FREE), picture.at(picture.width() - 2, picture.height() - 2).map(Box::pick));
        assertEquals(Optional.of(Pick.CARDS), picture.at(2, picture.height() - 2).map(Box::pick));
    }
}
