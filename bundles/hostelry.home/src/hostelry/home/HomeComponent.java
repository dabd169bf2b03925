package hostelry.home;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Opens the home of this framework and offers it as a service; properties of the framework count before those of the system.
 *
 * <p>A home that can't be used ends the process at once ({@link StartRefused#end}).
 */
@Component(service = {}, immediate = true)
public final class HomeComponent {
    private final Home home;
    private final ServiceRegistration<Home> registration;

    @Activate
    public HomeComponent(BundleContext context) {
        this.home = open(context);
        this.registration = context.registerService(Home.class, home, null);
    }

    private static Home open(BundleContext context) {
        try {
            return Home.open(context::getProperty);
        } catch (StartRefused e) {
            throw e.end();
        }
    }

    @Deactivate
    public void close() {
        registration.unregister();
        home.close();
    }
}
