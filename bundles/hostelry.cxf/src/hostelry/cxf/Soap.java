package hostelry.cxf;

import hostelry.pki.Tls;
import java.time.Duration;
import org.apache.cxf.Bus;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.ClientImpl;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.ConnectionType;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SOAP services and proxies. */
@Component(service = Soap.class)
public final class Soap {
    /** The conduit over URLConnection is two to three times as fast as the one over HttpClient (stack.md). */
    private static final String URL_CONNECTION = "force.urlconnection.http.conduit";

    private final Buses buses;

    @Activate
    public Soap(@Reference Buses buses) {
        this.buses = buses;
    }

    /** Publishes a service under a path of the bus's servlet. */
    public <T> Server publish(Bus bus, Class<T> type, T service, String path) {
        return buses.inside(() -> {
            JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
            factory.setBus(bus);
            factory.setServiceClass(type);
            factory.setServiceBean(service);
            factory.setAddress(path);
            return factory.create();
        });
    }

    /** The TLS of many proxies; one shared instance keeps one pool of connections. */
    public TLSClientParameters tls(Tls tls) {
        TLSClientParameters parameters = new TLSClientParameters();
        parameters.setSSLSocketFactory(tls.context().getSocketFactory());
        parameters.setDisableCNCheck(false);
        return parameters;
    }

    /** One proxy for all servers of a kind. It is dear to make (10 ms and 100 KB) and cheap to call. */
    public <T> SoapProxy<T> proxy(Bus bus, Class<T> type, TLSClientParameters tls, Duration connect, Duration receive) {
        T proxy = buses.inside(() -> {
            JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
            factory.setBus(bus);
            factory.setServiceClass(type);
            factory.setAddress("https://address.given.with.each.call.invalid/");
            return type.cast(factory.create());
        });
        ClientImpl client = (ClientImpl) ClientProxy.getClient(proxy);
        HTTPConduit conduit = (HTTPConduit) client.getConduit();
        conduit.setTlsClientParameters(tls);
        HTTPClientPolicy policy = new HTTPClientPolicy();
        policy.setConnection(ConnectionType.KEEP_ALIVE);
        policy.setConnectionTimeout(connect.toMillis());
        policy.setReceiveTimeout(receive.toMillis());
        policy.setAllowChunking(false);
        policy.setAutoRedirect(false);
        conduit.setClient(policy);
        client.getEndpoint().put(URL_CONNECTION, true);
        return new SoapProxy<>(proxy, client);
    }
}
