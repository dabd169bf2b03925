package hostelry.node.libvirt.guests;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.libvirt.disks.Storages;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Virt;
import hostelry.node.libvirt.xml.LiveXml;
import hostelry.node.libvirt.xml.PartXml;
import hostelry.node.libvirt.xml.Plan;
import hostelry.node.libvirt.xml.Plug;
import hostelry.xml.XmlProblem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts disks and cards into a guest that runs, and takes them out. Only what runs is changed: each start defines the guest anew. */
public final class PlugGuest {
    /** A Linux that does not use a device lets go of it within a second or two. */
    private static final long PATIENCE_MILLIS = 15_000;
    private final Guests guests;
    private final Storages storages;
    private final Plugs plugs;
    private final GuestHooks hooks;
    private final Removals removals;

    public PlugGuest(Guests guests, Storages storages, Plugs plugs, GuestHooks hooks, Removals removals) {
        this.guests = guests;
        this.storages = storages;
        this.plugs = plugs;
        this.hooks = hooks;
        this.removals = removals;
    }

    void drive(String id, DomainSpec.Drive drive) throws NodeFault {
        guests.running(id);
        Path file = storages.image(drive.storage, drive.disk);
        LiveXml live = live(id);
        if (live.drive(file).isEmpty()) {
            Plan.Image image = new Plan.Image(file, storages.get(drive.storage).direct());
            attach(id, PartXml.drive(drive, image, live.freeTarget(drive.bus)), "disk", HookPoint.BEFORE_DISK_HOTPLUG,
                    HookPoint.AFTER_DISK_HOTPLUG);
        }
    }

    void noDrive(String id, String storage, String disk) throws NodeFault {
        Path file = storages.image(storage, disk);
        detach(id, live -> live.drive(file), "disk", HookPoint.BEFORE_DISK_HOTUNPLUG, HookPoint.AFTER_DISK_HOTUNPLUG);
    }

    void card(String id, DomainSpec.Card card) throws NodeFault {
        guests.running(id);
        if (live(id).card(card.mac).isEmpty()) {
            attach(id, PartXml.card(card, plugs.of(card.network)), "network card", HookPoint.BEFORE_NIC_HOTPLUG,
                    HookPoint.AFTER_NIC_HOTPLUG);
        }
    }

    void noCard(String id, String mac) throws NodeFault {
        detach(id, live -> live.card(mac), "network card", HookPoint.BEFORE_NIC_HOTUNPLUG, HookPoint.AFTER_NIC_HOTUNPLUG);
    }

    void changeCard(String id, DomainSpec.Card card) throws NodeFault {
        guests.running(id);
        Plug plug = plugs.of(card.network);
        String xml = live(id).card(card.mac, plug, PartXml.up(card))
                .orElseThrow(() -> new NodeFault(FaultCode.NOT_FOUND, "The guest has no network card with the address " + card.mac + "."));
        guests.ask("To change the network card", virt -> {
            virt.updateDevice(id, xml, Virt.AFFECT_LIVE);
            return true;
        });
    }

    private void attach(String id, String wanted, String what, HookPoint before, HookPoint after) throws NodeFault {
        Map<String, String> properties = guests.xml(id).properties();
        String xml = hooks.before(before, id, wanted, properties);
        boolean room = guests.ask("To plug a " + what + " into the guest", virt -> {
            try {
                virt.attachDevice(id, xml, Virt.AFFECT_LIVE);
                return true;
            } catch (LibvirtFault e) {
                if (e.getMessage().contains("No more available PCI slots")) {
                    return false;
                }
                throw e;
            }
        });
        if (!room) {
            throw new NodeFault(FaultCode.CONFLICT, "The guest has no free slot for another " + what
                    + " while it runs. Shut it down first, or attach disks by virtio-scsi, which needs no slot.");
        }
        hooks.again(after, new HookCall(id, xml, properties));
    }

    private void detach(String id, Function<LiveXml, Optional<LiveXml.Device>> find, String what, HookPoint before, HookPoint after)
            throws NodeFault {
        if (!guests.active(id).orElse(false)) {
            return;
        }
        Optional<LiveXml.Device> found = find.apply(live(id));
        if (found.isEmpty()) {
            return;
        }
        LiveXml.Device device = found.get();
        Map<String, String> properties = guests.xml(id).properties();
        hooks.before(before, id, device.xml(), properties);
        release(id, find, device, what);
        hooks.again(after, new HookCall(id, device.xml(), properties));
    }

    /** Asks the guest for the device and waits until it lets go. */
    void release(String id, Function<LiveXml, Optional<LiveXml.Device>> find, LiveXml.Device device, String what) throws NodeFault {
        try (Removals.Wait wait = removals.expect(id, device.alias())) {
            guests.ask("To take a " + what + " out of the guest", virt -> {
                try {
                    virt.detachDevice(id, device.xml(), Virt.AFFECT_LIVE);
                } catch (LibvirtFault e) {
                    if (!e.getMessage().contains("in the process of unplug")) { // it was asked before, and may do it now
                        throw e;
                    }
                }
                return true;
            });
            if (find.apply(live(id)).isPresent()) {
                wait.await(PATIENCE_MILLIS);
            }
            if (guests.active(id).orElse(false) && find.apply(live(id)).isPresent()) {
                wait.giveUp(what);
                throw new NodeFault(FaultCode.CONFLICT, "The guest does not let go of the " + what
                        + ". It may still use it, or boot just now. See to it in the guest that nothing uses it and try again, or shut the guest down.");
            }
        }
    }

    LiveXml live(String id) throws NodeFault {
        try {
            return LiveXml.read(guests.ask("To look at the guest's devices", virt -> virt.xml(id)));
        } catch (XmlProblem e) {
            throw new NodeFault(FaultCode.FAILED, "libvirt's description of the guest can't be read: " + e.getMessage(), e);
        }
    }
}
