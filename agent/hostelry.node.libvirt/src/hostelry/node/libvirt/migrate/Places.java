package hostelry.node.libvirt.migrate;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Landing;
import hostelry.node.libvirt.xml.Plan;
import java.util.Locale;

/** Where the parts of a guest would be on this host, as another host's node is told. Pure. */
final class Places {
    private Places() {}

    static Landing of(DomainSpec spec, Plan plan) {
        Landing landing = new Landing();
        landing.listen = plan.listen();
        landing.serialLog = plan.serialLog().toString();
        landing.kvm = plan.kvm();
        landing.secure = plan.secure();
        for (int i = 0; i < spec.drives.size(); i++) {
            landing.images.add(image(spec.drives.get(i).storage, spec.drives.get(i).disk, plan.drives().get(i)));
        }
        if (plan.cd() != null) {
            landing.images.add(image(String.valueOf(spec.cdStorage), String.valueOf(spec.cdDisk), plan.cd()));
        }
        for (int i = 0; i < spec.cards.size(); i++) {
            Landing.Plug plug = new Landing.Plug();
            plug.mac = spec.cards.get(i).mac;
            plug.kind = plan.plugs().get(i).kind().name().toLowerCase(Locale.ROOT);
            plug.source = plan.plugs().get(i).source();
            landing.plugs.add(plug);
        }
        return landing;
    }

    private static Landing.Image image(String storage, String disk, Plan.Image file) {
        Landing.Image image = new Landing.Image();
        image.storage = storage;
        image.disk = disk;
        image.file = file.file().toString();
        return image;
    }
}
