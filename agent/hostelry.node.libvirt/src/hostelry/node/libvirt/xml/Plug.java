package hostelry.node.libvirt.xml;

/** Where a network card is plugged in. */
public record Plug(Kind kind, String source) {
    /** The ways there are. */
    public enum Kind {
        /** A bridge of the host. */
        BRIDGE,
        /** A bridge of the host's Open vSwitch, whose ports have the network's tag already. */
        VSWITCH,
        /** A network of libvirt's. */
        NETWORK,
        /** QEMU's own network of one guest: out it can, in nobody can. Works everywhere. */
        USER
    }

    public static final Plug USER = new Plug(Kind.USER, "");
}
