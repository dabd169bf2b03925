package hostelry.node.libvirt.guests;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.disks.Storages;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Virt;
import hostelry.node.libvirt.xml.DeviceXml;
import hostelry.node.libvirt.xml.GuestXml;
import java.nio.file.Path;

/** Puts another disc into the drive. */
public final class ChangeCd {
    private final Guests guests;
    private final Storages storages;

    public ChangeCd(Guests guests, Storages storages) {
        this.guests = guests;
        this.storages = storages;
    }

    void run(String id, String storage, String disk) throws NodeFault {
        GuestXml guest = guests.running(id);
        if (guest.cdTarget().isEmpty()) {
            throw new NodeFault(FaultCode.CONFLICT, "The guest has no CD drive.");
        }
        Path file = storage.isEmpty() ? null : storages.image(storage, disk);
        String xml = DeviceXml.cd(guest.cdTarget(), guest.cdBus(), file);
        guests.ask("To change the disc", virt -> {
            try {
                virt.updateDevice(id, xml, Virt.AFFECT_LIVE);
            } catch (LibvirtFault e) {
                // the guest has locked its drive; a hand at the machine would take the paper clip
                virt.updateDevice(id, xml, Virt.AFFECT_LIVE | Virt.FORCE);
            }
            return true;
        });
    }
}
