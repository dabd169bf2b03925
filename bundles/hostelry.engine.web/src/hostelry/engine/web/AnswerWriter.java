package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.wire.Format;
import hostelry.wire.Out;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers in the format that was asked for, with gzip where they are long and the caller takes it. */
@Provider
public final class AnswerWriter implements MessageBodyWriter<Answer> {
    private final Logger log = LoggerFactory.getLogger(AnswerWriter.class);

    @Context
    private HttpServletRequest request;
    @Context
    private HttpServletResponse response;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Answer.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Answer answer, Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) throws IOException {
        Format format = mediaType.getSubtype().contains("json") ? Format.JSON : Format.XML;
        headers.putSingle("Content-Type", format.mediaType() + ";charset=UTF-8");
        headers.putSingle("Vary", "Accept, Accept-Encoding");
        HttpServletResponse current = response;
        OutputStream target = Accepts.gzip(request)
                ? new LongGzip(stream, () -> headers.putSingle("Content-Encoding", "gzip"))
                : stream;
        HttpServletRequest asked = request;
        try {
            Out out = format.out(target);
            answer.write(out);
            out.close();
            if (target instanceof LongGzip gzip) {
                gzip.finish();
            }
            current.flushBuffer();
        } catch (IOException | RuntimeException trouble) {
            if (!Breakable.breakOff(asked, current, trouble)) {
                throw trouble;
            }
            tell(asked, trouble);
        }
    }

    private void tell(HttpServletRequest asked, Exception trouble) {
        String id = asked.getAttribute(Call.CALLER) instanceof Caller caller ? caller.correlationId() : "";
        if (trouble instanceof IOException) {
            log.debug("{} {}: the client went away in the middle, correlation {}", asked.getMethod(), asked.getRequestURI(), id);
        } else {
            log.error("{} {} failed in the middle of its answer, correlation {}", asked.getMethod(), asked.getRequestURI(), id, trouble);
        }
    }
}
