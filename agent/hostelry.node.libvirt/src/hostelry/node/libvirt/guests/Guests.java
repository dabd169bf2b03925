package hostelry.node.libvirt.guests;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.disks.InUse;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import hostelry.node.libvirt.xml.GuestXml;
import hostelry.xml.XmlProblem;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all verbs ask of libvirt. */
public final class Guests implements InUse {
    private final Sessions sessions;

    /** Where the line to libvirt comes from. */
    public interface Sessions {
        /** @throws NodeFault UNAVAILABLE */
        Session session() throws NodeFault;
    }

    public Guests(Sessions sessions) {
        this.sessions = sessions;
    }

    public <T extends @Nullable Object> T ask(String doing, Session.Ask<T> ask) throws NodeFault {
        return sessions.session().ask(Lane.VERBS, doing, ask);
    }

    /** Whether it runs; empty where libvirt does not know it. */
    public Optional<Boolean> active(String id) throws NodeFault {
        return ask("To look for the guest", virt -> {
            try {
                return Optional.of(virt.active(id));
            } catch (LibvirtFault e) {
                if (e.code() == LibvirtFault.NO_DOMAIN) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Its XML while it runs; NOT_FOUND, or CONFLICT where it does not. */
    GuestXml running(String id) throws NodeFault {
        if (!active(id).orElseThrow(() -> LibvirtDomains.notThere(id))) {
            throw new NodeFault(FaultCode.CONFLICT, "The guest does not run.");
        }
        return xml(id);
    }

    GuestXml xml(String id) throws NodeFault {
        try {
            return GuestXml.read(ask("To look at the guest", virt -> virt.xml(id)));
        } catch (XmlProblem e) {
            throw new NodeFault(FaultCode.FAILED, "libvirt's description of the guest can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable String by(Path file) throws NodeFault {
        for (String id : ask("To look for guests that use it", virt -> virt.running())) {
            GuestXml guest;
            try {
                guest = xml(id);
            } catch (NodeFault e) {
                if (e.code() == FaultCode.NOT_FOUND) {
                    continue; // it ended meanwhile
                }
                throw e;
            }
            if (guest.files().stream().map(Path::of).anyMatch(used -> used.startsWith(file))) {
                return guest.name();
            }
        }
        return null;
    }
}
