package hostelry.node.tests;

import hostelry.node.api.Display;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Knocks at a VNC console, as a viewer does, as far as to be let in or refused (RFB 3.8, section 7). */
final class VncKnock implements AutoCloseable {
    static final int IN = 0;
    static final int REFUSED = 1;

    private static final int PASSWORD = 2;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;

    VncKnock(Display display) throws IOException {
        socket.connect(new InetSocketAddress(display.address, display.port), 10_000);
        socket.setSoTimeout(20_000);
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /** {@link #IN} or {@link #REFUSED}. */
    int login(String password) throws IOException, GeneralSecurityException {
        in.readNBytes(12);
        out.write("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        byte[] ways = in.readNBytes(in.readUnsignedByte());
        if (ways.length == 0) {
            return REFUSED;
        }
        if (ways.length != 1 || ways[0] != PASSWORD) {
            throw new IOException("the console offers other ways in: " + Arrays.toString(ways));
        }
        out.write(PASSWORD);
        byte[] challenge = in.readNBytes(16);
        // VNC turns the bits of each byte of the password around
        byte[] key = new byte[8];
        for (int i = 0; i < Math.min(8, password.length()); i++) {
            key[i] = (byte) (Integer.reverse(password.charAt(i)) >>> 24);
        }
        Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
        out.write(cipher.doFinal(challenge));
        int answer = in.readInt();
        if (answer == IN) {
            out.write(1); // shared: only now QEMU counts the viewer as one that is in
            in.readNBytes(20);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
