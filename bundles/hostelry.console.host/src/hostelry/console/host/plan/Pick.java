package hostelry.console.host.plan;

/**
 * Something of the picture that can be selected, dragged or dropped onto.
 *
 * @param id of a network; name of a card or bond; empty for a place
 */
public record Pick(Kind kind, String id) {
    /** The empty place below the cards: who is dropped there leaves its bond. */
    public static final Pick CARDS = new Pick(Kind.CARDS, "");
    /** The place of the networks that are not on the host. */
    public static final Pick FREE = new Pick(Kind.FREE, "");

    /** What it is. */
    public enum Kind {
        NETWORK, CARD, BOND, CARDS, FREE
    }

    public static Pick network(String id) {
        return new Pick(Kind.NETWORK, id);
    }

    public static Pick card(String name) {
        return new Pick(Kind.CARD, name);
    }

    public static Pick bond(String name) {
        return new Pick(Kind.BOND, name);
    }
}
