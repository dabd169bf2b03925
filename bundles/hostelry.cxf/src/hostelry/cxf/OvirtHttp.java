package hostelry.cxf;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.util.Callback;

/**
 * HTTP that takes oVirt's {@code Expect: 201-created}: Jetty knows no expectation but {@code 100-continue}, answers 417 to any other before a servlet sees the
 * request, has no setting for it, and hides its connection class. So the expectation is blanked on its way in: {@link Expectations}.
 */
final class OvirtHttp extends HttpConnectionFactory {
    OvirtHttp(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return super.newConnection(connector, new Blanking(endPoint, new Expectations()));
    }

    /** All goes to the end point behind. */
    private record Blanking(EndPoint behind, Expectations expectations) implements EndPoint, EndPoint.Wrapper {
        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int filled = behind.fill(buffer);
            if (filled > 0) {
                expectations.read(buffer, filled);
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
