package hostelry.node.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.node.api.Correlation;
import hostelry.node.api.FaultCode;
import hostelry.node.api.FaultInfo;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.MDC;

/** Calls the REST doors of one node; what is not 2xx becomes the fault that it stands for. */
final class Rest {
    /** Of a fault: more is not read. */
    private static final int FAULT_BYTES = 64 * 1024;
    /** Of an answer in JSON. */
    private static final int ANSWER_BYTES = 4 * 1024 * 1024;

    private final HttpClient http;
    private final ObjectMapper mapper;
    private final Place place;
    private final Predicate<X509Certificate> revoked;

    /** @param revoked looked at with each answer: connections are kept, and their certificates were checked at their beginning */
    Rest(HttpClient http, ObjectMapper mapper, Place place, Predicate<X509Certificate> revoked) {
        this.http = http;
        this.mapper = mapper;
        this.place = place;
        this.revoked = revoked;
    }

    <T> T get(String path, Class<T> type, Duration deadline) throws NodeFault {
        try (InputStream body = open(request(path).timeout(deadline).GET().build())) {
            return mapper.readValue(body.readNBytes(ANSWER_BYTES), type);
        } catch (IOException e) {
            throw Trouble.of(place.toString(), e);
        }
    }

    void put(String path, byte[] bytes, int length, Duration deadline) throws NodeFault {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArray(bytes, 0, length);
        try (InputStream answer = open(request(path).timeout(deadline)
                .header("Content-Type", "application/octet-stream").PUT(body).build())) {
            answer.readNBytes(FAULT_BYTES);
        } catch (IOException e) {
            throw Trouble.of(place.toString(), e);
        }
    }

    /** Opens a stream of bytes; the deadline is for its beginning. The caller closes it. */
    InputStream stream(String path, Duration deadline) throws NodeFault {
        return open(request(path).timeout(deadline).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place.uri(path));
        String correlation = MDC.get(Correlation.LOGGED);
        return correlation == null ? request : request.header(Correlation.HEADER, correlation);
    }

    private InputStream open(HttpRequest request) throws NodeFault {
        HttpResponse<InputStream> response;
        try {
            response = http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw Trouble.of(place.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFault(FaultCode.UNAVAILABLE, "The call of the node " + place + " was given up.", e);
        }
        trusted(response);
        if (response.statusCode() / 100 != 2) {
            throw fault(response);
        }
        return response.body();
    }

    private void trusted(HttpResponse<InputStream> response) throws NodeFault {
        try {
            if (response.sslSession().isPresent()
                    && response.sslSession().get().getPeerCertificates()[0] instanceof X509Certificate shown && revoked.test(shown)) {
                response.body().close();
                throw new NodeFault(FaultCode.UNAVAILABLE, "The certificate of the node " + place + " was revoked.");
            }
        } catch (IOException e) {
            throw Trouble.of(place.toString(), e);
        }
    }

    private NodeFault fault(HttpResponse<InputStream> response) {
        String status = "The node " + place + " answered with the status " + response.statusCode();
        try (InputStream body = response.body()) {
            FaultInfo info = mapper.readValue(body.readNBytes(FAULT_BYTES), FaultInfo.class);
            String detail = info.detail == null ? status + "." : info.detail;
            boolean refused = response.statusCode() == 403;
            return new NodeFault(refused || info.code == null ? FaultCode.UNAVAILABLE : info.code, detail);
        } catch (IOException e) {
            return new NodeFault(FaultCode.UNAVAILABLE, status + " and nothing that makes sense; is it a node?", e);
        }
    }

    Place place() {
        return place;
    }
}
