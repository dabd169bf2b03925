package hostelry.cxf;

import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** JAX-RS services. */
@Component(service = Rest.class)
public final class Rest {
    private final Buses buses;

    @Activate
    public Rest(@Reference Buses buses) {
        this.buses = buses;
    }

    /** Publishes resources under a path of the bus's servlet. */
    public Server publish(Bus bus, String path, List<Object> resources, List<Object> providers) {
        return buses.inside(() -> {
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(bus);
            factory.setServiceBeanObjects(resources.toArray());
            factory.setProviders(providers);
            factory.setAddress(path);
            return factory.create();
        });
    }
}
