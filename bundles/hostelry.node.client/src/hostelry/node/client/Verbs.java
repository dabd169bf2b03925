package hostelry.node.client;

import hostelry.cxf.SoapProxy;
import hostelry.node.api.Correlation;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.util.Map;
import org.slf4j.MDC;

/** Calls the verbs of one service of one node. */
final class Verbs<T> {
    private final SoapProxy<T> proxy;
    private final Place place;
    private final String url;

    Verbs(SoapProxy<T> proxy, Place place, String path) {
        this.proxy = proxy;
        this.place = place;
        this.url = place.url(path);
    }

    /** A verb without an answer. */
    interface Action<T> {
        void on(T service) throws NodeFault;
    }

    void tell(Action<T> action) throws NodeFault {
        ask(service -> {
            action.on(service);
            return true;
        });
    }

    <R> R ask(SoapProxy.Call<T, R, NodeFault> call) throws NodeFault {
        try {
            String correlation = MDC.get(Correlation.LOGGED);
            return proxy.at(url, correlation == null ? Map.of() : Map.of(Correlation.HEADER, correlation), call);
        } catch (SOAPFaultException e) {
            // CXF also makes one of a connection that breaks while it writes
            if (Trouble.isOfTheWire(e)) {
                throw Trouble.of(place.toString(), e);
            }
            throw new NodeFault(FaultCode.FAILED, "The node " + place + " did not understand: " + e.getMessage(), e);
        } catch (WebServiceException e) {
            throw Trouble.of(place.toString(), e);
        }
    }
}
