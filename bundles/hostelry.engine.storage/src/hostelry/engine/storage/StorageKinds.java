package hostelry.engine.storage;

import hostelry.engine.work.VerbKind;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts the verbs of this room into the catalogue: a service for each. */
@Component(service = {}, immediate = true)
public final class StorageKinds {
    private final List<ServiceRegistration<VerbKind>> kinds;

    @Activate
    public StorageKinds(BundleContext context, @Reference StorageVerbs verbs) {
        this.kinds = verbs.kinds().stream().map(kind -> context.registerService(VerbKind.class, kind, null)).toList();
    }

    @Deactivate
    public void close() {
        kinds.forEach(ServiceRegistration::unregister);
    }
}
