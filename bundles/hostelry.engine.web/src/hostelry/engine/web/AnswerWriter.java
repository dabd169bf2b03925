package hostelry.engine.web;

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

/** Writes answers in the format that was asked for, with gzip where they are long and the caller takes it. */
@Provider
public final class AnswerWriter implements MessageBodyWriter<Answer> {
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
        }
    }
}
