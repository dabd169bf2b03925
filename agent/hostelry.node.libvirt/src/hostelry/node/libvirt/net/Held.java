package hostelry.node.libvirt.net;

/**
 * What one of the host's own cards had before Hostelry made a network of it, and gets back when no network has it any more.
 *
 * @param what an address with its prefix, or the router behind which all is that is elsewhere
 */
record Held(String device, String what) {
    boolean isAddress() {
        return what.indexOf('/') >= 0;
    }

    /** Takes it from there. */
    Step taken() {
        if (isAddress()) {
            return Step.of("ip addr del " + what + " dev " + device, "ip addr replace " + what + " dev " + device);
        }
        return Step.of(Own.ip(what) + " route del default via " + what + " dev " + device,
                Own.ip(what) + " route replace default via " + what + " dev " + device);
    }
}
