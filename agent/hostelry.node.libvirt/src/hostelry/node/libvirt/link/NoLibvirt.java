package hostelry.node.libvirt.link;

/** There is no libvirt to talk to; the message says why and what to do. */
public final class NoLibvirt extends Exception {
    private static final long serialVersionUID = 1L;

    NoLibvirt(String sentence) {
        super(sentence);
    }
}
