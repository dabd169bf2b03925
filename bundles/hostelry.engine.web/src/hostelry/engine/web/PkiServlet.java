package hostelry.engine.web;

import hostelry.api.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The authority's certificate, for everybody: whoever fetches it here must compare its fingerprint. */
final class PkiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/ovirt-engine/services/pki-resource";

    private final String authority;

    PkiServlet(String authority) {
        this.authority = authority;
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
        if (!resource.equals("ca-certificate") || !format.equals("X509-PEM-CA") && !format.equals("X509-PEM")) {
            say(response, 404, "There is the resource ca-certificate in the format X509-PEM-CA.");
            return;
        }
        byte[] pem = authority.getBytes(StandardCharsets.US_ASCII);
        response.setContentType(format.equals("X509-PEM-CA") ? "application/x-x509-ca-cert" : "application/x-pem-file");
        response.setContentLength(pem.length);
        response.getOutputStream().write(pem);
    }

    private static void say(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
