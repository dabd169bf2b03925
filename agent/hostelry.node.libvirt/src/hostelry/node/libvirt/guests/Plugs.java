package hostelry.node.libvirt.guests;

import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.net.VswitchReader;
import hostelry.node.libvirt.xml.Plug;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds where a card is plugged in: the bridge with the network's name, of the kernel or of Open vSwitch, else the libvirt network, else QEMU's own network, which is always there. */
public final class Plugs {
    private final Guests guests;
    private final Path devices;
    private final Path tun;
    private final VswitchReader vswitch;

    /**
     * @param devices where the kernel lists network devices
     * @param tun without it no guest can join a bridge
     */
    public Plugs(Guests guests, Path devices, Path tun, VswitchReader vswitch) {
        this.guests = guests;
        this.devices = devices;
        this.tun = tun;
        this.vswitch = vswitch;
    }

    Plug of(String network) throws NodeFault {
        if (network.isEmpty() || !Files.exists(tun)) {
            return Plug.USER;
        }
        // the name has passed the door: no slash, no dot in front
        if (Files.isDirectory(devices.resolve(network).resolve("bridge"))) {
            return new Plug(Plug.Kind.BRIDGE, network);
        }
        if (vswitch.read().networks().containsKey(network)) {
            return new Plug(Plug.Kind.VSWITCH, network);
        }
        boolean active = guests.ask("To look for the network", virt -> virt.networkActive(network));
        return active ? new Plug(Plug.Kind.NETWORK, network) : Plug.USER;
    }
}
