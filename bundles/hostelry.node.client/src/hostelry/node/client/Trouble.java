package hostelry.node.client;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong on the wire, in a sentence. */
final class Trouble {
    private Trouble() {}

    /** @param node as people know it: address and port */
    static NodeFault of(String node, Throwable trouble) {
        return new NodeFault(FaultCode.UNAVAILABLE, sentence(node, trouble), trouble);
    }

    /** Not the node refused, but the way to it broke. */
    static boolean isOfTheWire(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = next(cause)) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    static String sentence(String node, Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = next(cause)) {
            String sentence = switch (cause) {
                case UnknownHostException e -> "The name of the node " + node + " is known to nobody.";
                case UnresolvedAddressException e -> "The name of the node " + node + " is known to nobody.";
                case SocketTimeoutException e -> "The node " + node + " did not answer in time.";
                case HttpTimeoutException e -> "The node " + node + " did not answer in time.";
                case NoRouteToHostException e -> "There is no way to the node " + node + ".";
                // URLConnection has no exception of its own for it
                case IOException e when words(e).startsWith("Wrong HTTPS hostname") -> "The node at " + node
                        + " could not prove that this is its name: its certificate has another one.";
                case SSLException e -> "The node " + node + " could not prove who it is, or did not accept this engine: " + words(e);
                default -> null;
            };
            if (sentence != null) {
                return sentence;
            }
        }
        for (Throwable cause = trouble; cause != null; cause = next(cause)) {
            if (cause instanceof ConnectException) {
                return "Nobody answers at " + node + ".";
            }
        }
        Throwable deepest = trouble;
        for (Throwable cause = trouble; cause != null; cause = next(cause)) {
            deepest = cause instanceof IOException ? cause : deepest;
        }
        return "The connection to the node " + node + " broke: " + words(deepest);
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }

    private static String words(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
