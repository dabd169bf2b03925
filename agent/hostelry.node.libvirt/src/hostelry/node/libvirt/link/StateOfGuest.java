package hostelry.node.libvirt.link;

/** State and reason in libvirt's numbers. */
public record StateOfGuest(int state, int reason) {
    /** It stands still because somebody wanted it so. */
    public static final int PAUSED = 3;
}
