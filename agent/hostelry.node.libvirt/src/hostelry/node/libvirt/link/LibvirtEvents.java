package hostelry.node.libvirt.link;

/** What libvirt tells by itself. Called on the thread of the event loop: must return at once, and must not call libvirt. */
public interface LibvirtEvents {
    /** A guest changed its state, came or went; {@code event} and {@code detail} as in {@code virDomainEventType}. */
    void lifecycle(String id, String name, int event, int detail);

    /** A guest's agent came or went. */
    void agent(String id, boolean connected);

    /** A viewer came ({@code phase} 0), got in (1) or went (2). */
    void viewer(String id, int phase);

    /** A guest let go of a device, or ({@code gone} false) said that it won't. {@code alias} is libvirt's name of the device. */
    default void removal(String id, String alias, boolean gone) {}

    /** The guest rebooted by itself. */
    void rebooted(String id);
}
