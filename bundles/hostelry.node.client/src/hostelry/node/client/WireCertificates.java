package hostelry.node.client;

import hostelry.node.api.Certificates;
import hostelry.node.api.NodeFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A node's certificate, over REST. */
final class WireCertificates implements Certificates {
    private final Rest rest;
    private final Duration deadline;

    WireCertificates(Rest rest, Duration deadline) {
        this.rest = rest;
        this.deadline = deadline;
    }

    @Override
    public String present() throws NodeFault {
        return text("/node/certificate");
    }

    @Override
    public String request() throws NodeFault {
        return text("/node/certificate/request");
    }

    private String text(String path) throws NodeFault {
        Map<?, ?> answer = rest.get(path, Map.class, deadline);
        return String.valueOf(answer.get("pem"));
    }

    @Override
    public void install(String certificate) throws NodeFault {
        put("/node/certificate", certificate);
    }

    @Override
    public void revoked(String list) throws NodeFault {
        put("/node/certificate/revoked", list);
    }

    private void put(String path, String pem) throws NodeFault {
        byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
        rest.put(path, bytes, bytes.length, deadline);
    }
}
