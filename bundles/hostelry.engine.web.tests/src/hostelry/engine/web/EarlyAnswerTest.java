package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is refused while it still sends hears why: its connection is not torn under the answer. */
class EarlyAnswerTest {
    private static final int LONG = 400_000;

    @ParameterizedTest
    @CsvSource({"FOO,/ovirt-engine/api/vms,405", "POST,/nowhere,405", "POST,/ovirt-engine/api/%zz,400"})
    void aBodyThatNobodyReadsTearsNoAnswerAway(String method, String path, String status) throws IOException, InterruptedException {
        try (Web web = new Web(); SSLSocket socket = connect(web)) {
            OutputStream out = socket.getOutputStream();
            out.write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + login()
                    + "\r\nContent-Type: application/xml\r\n"
                    + "Content-Length: " + LONG + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(new byte[LONG / 4]);
            out.flush();
            // the answer is there by now, and the connection ended on the other side; only then comes the rest
            TimeUnit.MILLISECONDS.sleep(500);
            out.write(new byte[LONG / 4]);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(200);
            out.write(new byte[LONG / 2]);
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        }
    }

    @Test
    void aPortThatIsClosedWaitsForNobody() throws IOException {
        SSLSocket socket;
        try (Web web = new Web()) {
            socket = connect(web);
            socket.startHandshake();
        }
        try (socket) {
            int read;
            try {
                read = socket.getInputStream().read();
            } catch (IOException torn) {
                read = -1;
            }
            assertTrue(read < 0, "the connection is over");
        }
    }

    private static SSLSocket connect(Web web) throws IOException {
        SSLSocket socket = (SSLSocket) web.tls.getSocketFactory().createSocket("localhost", web.port());
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static String login() {
        return "Basic " + Base64.getEncoder().encodeToString(("admin@internal:" + FakeAccess.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
