package hostelry.node.libvirt.guests;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Virt;
import hostelry.node.libvirt.xml.LiveXml;
import hostelry.node.libvirt.xml.SizeXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a guest that runs more CPUs and memory, and takes back what was plugged in. Only what runs is changed: each start defines the guest anew. */
final class ResizeGuest {
    private final Guests guests;
    private final GuestHooks hooks;
    private final PlugGuest plug;

    ResizeGuest(Guests guests, GuestHooks hooks, PlugGuest plug) {
        this.guests = guests;
        this.hooks = hooks;
        this.plug = plug;
    }

    void cpus(String id, int cpus) throws NodeFault {
        guests.running(id);
        LiveXml live = plug.live(id);
        if (live.cpus() == cpus) {
            return;
        }
        if (cpus > live.mostCpus()) {
            throw conflict("The guest was started with room for " + live.mostCpus() + " CPUs, and not for " + cpus + ".");
        }
        Map<String, String> properties = guests.xml(id).properties();
        String xml = guests.ask("To look at the guest", virt -> virt.xml(id));
        hooks.before(HookPoint.BEFORE_SET_CPUS, id, xml, properties);
        Optional<String> trouble = guests.ask("To change the number of CPUs", virt -> {
            try {
                virt.setCpus(id, cpus);
                return Optional.empty();
            } catch (LibvirtFault e) {
                return Optional.of(sentence(e));
            }
        });
        if (trouble.isPresent()) {
            throw conflict(trouble.get());
        }
        hooks.again(HookPoint.AFTER_SET_CPUS, new HookCall(id, xml, properties));
    }

    /** Of what libvirt says when CPUs are to go; its other trouble travels as it is. */
    private static String sentence(LibvirtFault e) throws LibvirtFault {
        String text = String.valueOf(e.getMessage());
        if (text.contains("appropriate hotpluggable vcpus")) {
            return "The guest was started with those CPUs, and only CPUs that were plugged in can be taken out while it runs.";
        }
        if (text.contains("unplug request") || text.contains("timed out") || text.contains("rejected")) {
            return "The guest does not let go of the CPUs. It may be booting just now, or not know how.";
        }
        throw e;
    }

    void memory(String id, long memory) throws NodeFault {
        guests.running(id);
        LiveXml live = plug.live(id);
        long more = memory - live.memory();
        if (more > 0) {
            grow(id, live, memory, more);
        } else if (more < 0) {
            shrink(id, live, -more);
        }
    }

    private void grow(String id, LiveXml live, long memory, long more) throws NodeFault {
        if (memory > live.mostMemory()) {
            throw conflict(live.mostMemory() == 0
                    ? "The guest was started without room for more memory."
                    : "The guest was started with room for " + (live.mostMemory() >> 20) + " MiB of memory, and not for " + (memory >> 20)
                            + " MiB.");
        }
        Map<String, String> properties = guests.xml(id).properties();
        String xml = hooks.before(HookPoint.BEFORE_MEMORY_HOTPLUG, id, SizeXml.piece(more), properties);
        boolean slot = guests.ask("To plug memory into the guest", virt -> {
            try {
                virt.attachDevice(id, xml, Virt.AFFECT_LIVE);
                return true;
            } catch (LibvirtFault e) {
                if (String.valueOf(e.getMessage()).contains("slot")) {
                    return false;
                }
                throw e;
            }
        });
        if (!slot) {
            throw conflict("The guest has no free slot for another piece of memory while it runs.");
        }
        hooks.again(HookPoint.AFTER_MEMORY_HOTPLUG, new HookCall(id, xml, properties));
    }

    /** The newest pieces go first: a guest is most likely not to use those yet. */
    private void shrink(String id, LiveXml live, long less) throws NodeFault {
        List<LiveXml.Piece> going = new ArrayList<>();
        long rest = less;
        for (LiveXml.Piece piece : live.pieces().reversed()) {
            if (piece.bytes() <= rest) {
                going.add(piece);
                rest -= piece.bytes();
            }
        }
        if (rest > 0) {
            List<String> sizes = live.pieces().stream().map(piece -> (piece.bytes() >> 20) + " MiB").toList();
            throw conflict(sizes.isEmpty()
                    ? "The guest was started with all of its memory, and only what was plugged in can be taken out while it runs."
                    : "Memory is taken out in the pieces in which it was plugged in: the guest has " + String.join(", ", sizes) + ".");
        }
        for (LiveXml.Piece piece : going) {
            String alias = piece.device().alias();
            plug.release(id, now -> now.pieces().stream().map(LiveXml.Piece::device).filter(device -> device.alias().equals(alias))
                    .findFirst(), piece.device(), "piece of memory");
        }
    }

    private static NodeFault conflict(String sentence) {
        return new NodeFault(FaultCode.CONFLICT, sentence);
    }
}
