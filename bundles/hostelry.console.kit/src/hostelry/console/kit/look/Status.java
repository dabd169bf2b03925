package hostelry.console.kit.look;

/** Shape and colour of a status; the word comes beside it, see {@link StatusWord}. */
public enum Status {
    UP(Icon.STATUS_UP, Hue.GREEN), BUSY(Icon.STATUS_BUSY, Hue.BLUE), PAUSED(Icon.STATUS_PAUSED, Hue.AMBER),
    DOWN(Icon.STATUS_DOWN, Hue.GREY), LOST(
            Icon.STATUS_LOST, Hue.RED),
    MAINTENANCE(Icon.STATUS_MAINTENANCE, Hue.STEEL), LOCKED(Icon.STATUS_LOCKED,
            Hue.STEEL),
    OK(Icon.STATUS_OK, Hue.GREEN), UNKNOWN(Icon.STATUS_UNKNOWN, Hue.GREY), WARNING(Icon.STATUS_WARNING, Hue.AMBER);

    private final Icon icon;
    private final Hue hue;

    Status(Icon icon, Hue hue) {
        this.icon = icon;
        this.hue = hue;
    }

    public Icon icon() {
        return icon;
    }

    public Hue hue() {
        return hue;
    }
}
