package hostelry.engine.web;

import hostelry.api.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The authority's certificate and its list of revoked certificates, for everybody: whoever fetches the first here must compare its fingerprint. */
final class PkiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/ovirt-engine/services/pki-resource";

    private final String authority;
    private final transient Supplier<String> revocations;

    PkiServlet(String authority, Supplier<String> revocations) {
        this.authority = authority;
        this.revocations = revocations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Params params;
        try {
            params = Params.parse(request.getQueryString(), "");
        } catch (Refusal refusal) {
            say(response, 400, refusal.getMessage());
            return;
        }
        String resource = params.text("resource").orElse("ca-certificate");
        String format = params.text("format").orElse("X509-PEM-CA");
        if (resource.equals("ca-crl") && (format.equals("X509-PEM-CA") || format.equals("X509-PEM"))) {
            send(response, revocations.get(), "application/x-pem-file");
            return;
        }
        if (!resource.equals("ca-certificate") || !format.equals("X509-PEM-CA") && !format.equals("X509-PEM")) {
            say(response, 404, "There are the resources ca-certificate and ca-crl, in the format X509-PEM-CA.");
            return;
        }
        send(response, authority, format.equals("X509-PEM-CA") ? "application/x-x509-ca-cert" : "application/x-pem-file");
    }

    private static void send(HttpServletResponse response, String text, String type) throws IOException {
        byte[] pem = text.getBytes(StandardCharsets.US_ASCII);
        response.setContentType(type);
        response.setContentLength(pem.length);
        response.getOutputStream().write(pem);
    }

    private static void say(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
