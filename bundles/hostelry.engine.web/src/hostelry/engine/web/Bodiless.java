package hostelry.engine.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A GET or HEAD, whose body means nothing. libgovirt sends one with each, and where it is asked for its password it announces the body again and does not send it:
 * whoever waited for that body would never answer. So what has come is forgotten, what has not come is not waited for, and behind it the connection ends.
 */
final class Bodiless extends HttpServletRequestWrapper {
    /** A body often comes in a packet behind its head. */
    private static final int WAITS = 10;
    private static final int WAIT_MILLIS = 10;

    private Bodiless(HttpServletRequest request) {
        super(request);
    }

    /** The request without its body, where its method has none. */
    static HttpServletRequest of(HttpServletRequest request, HttpServletResponse response) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return request;
        }
        try {
            long length = request.getContentLengthLong();
            if (length > Call.MAX_BODY || !forgotten(request.getInputStream(), length)) {
                response.setHeader("Connection", "close");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Bodiless(request);
    }

    /** @param length of the body; negative where it comes in chunks */
    private static boolean forgotten(ServletInputStream body, long length) throws IOException {
        byte[] buffer = new byte[8192];
        long read = 0;
        for (int waits = 0; read != length && !body.isFinished() && waits < WAITS && read < Call.MAX_BODY;) {
            if (body.available() > 0) {
                read += Math.max(0, body.read(buffer));
            } else {
                waits++;
                try {
                    Thread.sleep(WAIT_MILLIS);
                } catch (InterruptedException ends) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return read == length || body.isFinished();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Nothing();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(InputStream.nullInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    private static final class Nothing extends ServletInputStream {
        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("nobody reads the body of a GET bit by bit");
        }
    }
}
