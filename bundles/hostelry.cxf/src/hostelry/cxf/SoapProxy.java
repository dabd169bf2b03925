package hostelry.cxf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.endpoint.ClientImpl;
import org.apache.cxf.message.Message;

/** One proxy that calls any server of its kind: the address comes with each call. Thread-safe. */
public final class SoapProxy<T> {
    private final T proxy;
    private final ClientImpl client;

    SoapProxy(T proxy, ClientImpl client) {
        this.proxy = proxy;
        this.client = client;
        // each thread has its own request, and with it its own address
        client.setThreadLocalRequestContext(true);
    }

    /** What is called, and what it answers. */
    @FunctionalInterface
    public interface Call<T, R, E extends Exception> {
        R on(T service) throws E;
    }

    /**
     * Calls the server at an address; the exceptions are those of the service, and {@link jakarta.xml.ws.WebServiceException}.
     *
     * @param headers of HTTP, beside those that are always there
     */
    public <R, E extends Exception> R at(String address, Map<String, String> headers, Call<? super T, R, E> call) throws E {
        try {
            client.getRequestContext().put(Message.ENDPOINT_ADDRESS, address);
            if (!headers.isEmpty()) {
                Map<String, List<String>> lists = new HashMap<>();
                headers.forEach((name, value) -> lists.put(name, List.of(value)));
                client.getRequestContext().put(Message.PROTOCOL_HEADERS, lists);
            }
            return call.on(proxy);
        } finally {
            client.releaseThreadContexts(); // of this thread alone
        }
    }

    /** The proxy can't be used any more. */
    public void close() {
        client.destroy();
    }
}
