package hostelry.node.libvirt.link;

/** State and reason in libvirt's numbers. */
public record StateOfGuest(int state, int reason) {}
