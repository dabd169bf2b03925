package hostelry.console.kit;

/** One capability's part of the window; found by the extension point {@code hostelry.console.kit.rooms}. */
public interface Room {
    /** Brings what the room has; called once, before the window is seen. Must be quick: widgets are made later. */
    void furnish(Desk desk, Furniture furniture);
}
