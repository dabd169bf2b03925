package hostelry.engine.vm;

import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.spi.Sightings;
import hostelry.engine.work.VerbKind;
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
public final class VmKinds {
    private final List<ServiceRegistration<VerbKind>> kinds;

    @Activate
    public VmKinds(BundleContext context, @Reference Inventory inventory, @Reference Nodes nodes, @Reference DiskImages images,
            @Reference Sightings sightings) {
        VmVerbs verbs = new VmVerbs(inventory, nodes, images, sightings);
        this.kinds = Stream.concat(verbs.kinds().stream(), verbs.templates().kinds().stream())
                .map(kind -> context.registerService(VerbKind.class, kind, null)).toList();
    }

    @Deactivate
    public void close() {
        kinds.forEach(ServiceRegistration::unregister);
    }
}
