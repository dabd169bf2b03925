package hostelry.engine.web;

import hostelry.api.Enrolment;
import java.nio.charset.StandardCharsets;

/** Answers machines for the door's tests: what it heard. */
final class FakeEnrolment implements Enrolment {
    @Override
    public Reply ask(byte[] document, String from) {
        return new Reply(202,
                ("{\"state\":\"pending\",\"sentence\":\"" + document.length + " from " + from + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Reply stand(byte[] document) {
        return new Reply(404, "{\"state\":\"unknown\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String revocations() {
        return "-----BEGIN X509 CRL-----\n-----END X509 CRL-----\n";
    }
}
