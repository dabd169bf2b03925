package hostelry.engine.host;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Reach;
import hostelry.engine.work.VerbKind;
import hostelry.pki.Pki;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts the verbs of this room into the catalogue: a service for each. */
@Component(service = {}, immediate = true)
public final class HostKinds {
    private final List<ServiceRegistration<VerbKind>> kinds;

    @Activate
    public HostKinds(BundleContext context, @Reference Inventory inventory, @Reference Nodes nodes, @Reference Pki pki) {
        this.kinds = Stream
                .of(new HostVerbs(inventory, nodes, new Reach(inventory, nodes), pki::revoke).kinds(),
                        EnrolVerbs.usual(inventory, nodes, pki).kinds(), new DataCenterVerbs(inventory).kinds())
                .flatMap(List::stream).map(kind -> context.registerService(VerbKind.class, kind, null)).toList();
    }

    @Deactivate
    public void close() {
        kinds.forEach(ServiceRegistration::unregister);
    }
}
