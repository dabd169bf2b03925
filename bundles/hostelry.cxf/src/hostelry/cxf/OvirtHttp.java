package hostelry.cxf;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.util.Callback;

/**
 * HTTP that takes oVirt's {@code Expect: 201-created}: Jetty knows no expectation but {@code 100-continue}, answers 417 to any other before a servlet sees the
 * request, has no setting for it, and hides its connection class. So the header is given another name on its way in.
 */
final class OvirtHttp extends HttpConnectionFactory {
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Pattern REQUEST = Pattern.compile("(POST|PUT) /ovirt-engine/api[^\r\n]* HTTP/1\\.1\r\n");
    private static final Pattern HEADER = Pattern.compile("\r\n([Ee])xpect:[ \t]*201-created[ \t]*(?=\r\n|$)", Pattern.CASE_INSENSITIVE);

    OvirtHttp(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return super.newConnection(connector, new Renaming(endPoint));
    }

    /** Renames the header in what begins like a request to the API; bodies are not touched. */
    static void rename(ByteBuffer buffer, int from) {
        int length = Math.min(buffer.limit() - from, LONGEST_HEAD);
        byte[] bytes = new byte[length];
        buffer.get(from, bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher begin = REQUEST.matcher(text);
        int end = text.indexOf("\r\n\r\n");
        if (!begin.lookingAt() || end < 0) {
            return;
        }
        Matcher header = HEADER.matcher(text).region(0, end);
        while (header.find()) {
            buffer.put(from + header.start(1), (byte) 'X');
        }
    }

    /** All goes to the end point behind. */
    private record Renaming(EndPoint behind) implements EndPoint, EndPoint.Wrapper {
        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int from = buffer.limit();
            boolean empty = !buffer.hasRemaining();
            int filled = behind.fill(buffer);
            if (filled > 0) {
                // an empty buffer is begun anew
                rename(buffer, empty ? buffer.position() : from);
            }
            return filled;
        }

        @Override
        public EndPoint unwrap() {
            return behind;
        }

        @Override
        public SocketAddress getLocalSocketAddress() {
            return behind.getLocalSocketAddress();
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return behind.getRemoteSocketAddress();
        }

        @Override
        public boolean isOpen() {
            return behind.isOpen();
        }

        @Override
        public long getCreatedTimeStamp() {
            return behind.getCreatedTimeStamp();
        }

        @Override
        public void shutdownOutput() {
            behind.shutdownOutput();
        }

        @Override
        public boolean isOutputShutdown() {
            return behind.isOutputShutdown();
        }

        @Override
        public boolean isInputShutdown() {
            return behind.isInputShutdown();
        }

        @Override
        public void close() {
            behind.close();
        }

        @Override
        public void close(Throwable cause) {
            behind.close(cause);
        }

        @Override
        public boolean flush(ByteBuffer... buffers) throws IOException {
            return behind.flush(buffers);
        }

        @Override
        public Object getTransport() {
            return behind.getTransport();
        }

        @Override
        public long getIdleTimeout() {
            return behind.getIdleTimeout();
        }

        @Override
        public void setIdleTimeout(long milliseconds) {
            behind.setIdleTimeout(milliseconds);
        }

        @Override
        public void fillInterested(Callback callback) {
            behind.fillInterested(callback);
        }

        @Override
        public boolean tryFillInterested(Callback callback) {
            return behind.tryFillInterested(callback);
        }

        @Override
        public boolean isFillInterested() {
            return behind.isFillInterested();
        }

        @Override
        public void write(Callback callback, ByteBuffer... buffers) {
            behind.write(callback, buffers);
        }

        @Override
        public void write(boolean last, ByteBuffer buffer, Callback callback) {
            behind.write(last, buffer, callback);
        }

        @Override
        public Callback cancelWrite(Throwable cause) {
            return behind.cancelWrite(cause);
        }

        @Override
        public Connection getConnection() {
            return behind.getConnection();
        }

        @Override
        public void setConnection(Connection connection) {
            behind.setConnection(connection);
        }

        @Override
        public void onOpen() {
            behind.onOpen();
        }

        @Override
        public void onClose(Throwable cause) {
            behind.onClose(cause);
        }

        @Override
        public void upgrade(Connection connection) {
            behind.upgrade(connection);
        }

        @Override
        public SslSessionData getSslSessionData() {
            return behind.getSslSessionData();
        }

        @Override
        public boolean isSecure() {
            return behind.isSecure();
        }
    }
}
