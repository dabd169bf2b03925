package hostelry.client.local;

import hostelry.api.Access;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.client.EngineConnection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The engine of this framework, for the administrator at the desk. There as soon as the engine knows who may come in. */
@Component(service = EngineConnection.class)
public final class LocalConnection implements EngineConnection {
    private final BundleContext context;
    private final Access access;

    @Activate
    public LocalConnection(BundleContext context, @Reference Access access) {
        this.context = context;
        this.access = access;
    }

    @Override
    public String label() {
        return "localhost (embedded)";
    }

    @Override
    public Caller caller() {
        return access.desk();
    }

    /** The service is looked up on each call: the engine's bundles may come and go while the window stays. */
    @Override
    public <S> S service(Class<S> api) {
        ServiceReference<S> reference = context.getServiceReference(api);
        S service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new Refusal(
                    Problem.unavailable(null, "The engine can't do this now.", "It is starting or stopping; try again in a moment."));
        }
        return Border.around(api, service);
    }
}
