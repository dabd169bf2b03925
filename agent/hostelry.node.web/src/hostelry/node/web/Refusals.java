package hostelry.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the door says before any service is reached. */
final class Refusals {
    private Refusals() {}

    /** @param sentence plain ASCII without quotes */
    static void send(HttpServletRequest request, HttpServletResponse response, int status, String sentence) throws IOException {
        byte[] body = ("{\"code\":\"BAD_INPUT\",\"detail\":\"" + sentence + "\"}").getBytes(StandardCharsets.US_ASCII);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        if (request.getContentLengthLong() != 0) {
            response.setHeader("Connection", "close"); // what was sent is not read
        }
        response.getOutputStream().write(body);
    }
}
