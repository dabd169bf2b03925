package hostelry.engine.web;

import hostelry.api.Caller;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that can be broken off. What goes wrong in the middle of a long document can't be told any more: its status is out, and a fault behind half a list would
 * end it as if it were whole. So nothing more goes out, not even the end, and the connection is cut.
 */
final class Breakable extends HttpServletResponseWrapper {
    private static final String NAME = "hostelry.answer";
    private static final Logger LOG = LoggerFactory.getLogger(Breakable.class);

    private @Nullable Stream stream;
    private @Nullable Exception broken;

    private Breakable(HttpServletResponse response) {
        super(response);
    }

    /** The answer to a request, from here on. */
    static Breakable of(HttpServletRequest request, HttpServletResponse response) {
        Breakable answer = new Breakable(response);
        request.setAttribute(NAME, answer);
        return answer;
    }

    /** Breaks off what the request is answered; whether it could be, or is no more than begun and can be told anew. */
    static boolean breakOff(HttpServletRequest request, HttpServletResponse response, Exception trouble) {
        if (response.isCommitted() && request.getAttribute(NAME) instanceof Breakable answer) {
            answer.broken = trouble;
            tell(request, trouble);
            return true;
        }
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setHeader("Content-Encoding", null);
        }
        return false;
    }

    private static void tell(HttpServletRequest request, Exception trouble) {
        String id = request.getAttribute(Call.CALLER) instanceof Caller caller ? caller.correlationId() : "";
        if (trouble instanceof IOException) {
            LOG.debug("{} {}: the client went away in the middle, correlation {}", request.getMethod(), request.getRequestURI(), id);
        } else {
            LOG.error("{} {} failed in the middle of its answer, correlation {}", request.getMethod(), request.getRequestURI(), id,
                    trouble);
        }
    }

    /** To be asked when all is said: cuts the connection of an answer that was broken off. Where it is cut already, what told so is quiet. */
    void end() throws IOException {
        if (broken instanceof IOException gone) {
            throw gone;
        }
        if (broken != null) {
            throw new EOFException("the answer was broken off");
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        Stream known = stream;
        if (known == null) {
            known = new Stream(super.getOutputStream());
            stream = known;
        }
        return known;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (broken == null) {
            super.flushBuffer();
        }
    }

    private final class Stream extends ServletOutputStream {
        private final ServletOutputStream behind;

        Stream(ServletOutputStream behind) {
            this.behind = behind;
        }

        @Override
        public void write(int value) throws IOException {
            if (broken == null) {
                behind.write(value);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (broken == null) {
                behind.write(bytes, offset, count);
            }
        }

        @Override
        public void flush() throws IOException {
            if (broken == null) {
                behind.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (broken == null) {
                behind.close();
            }
        }

        @Override
        public boolean isReady() {
            return behind.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            behind.setWriteListener(listener);
        }
    }
}
