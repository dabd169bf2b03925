package hostelry.client.remote;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts a broken connection into words: where to, but never with what path, since some paths are secrets. */
final class Trouble {
    private Trouble() {}

    static Refusal refusal(URI engine, IOException trouble) {
        String where = engine.getAuthority();
        if (caused(trouble, CertificateException.class) instanceof Throwable certificate) {
            if (caused(trouble, CertificateExpiredException.class) != null) {
                return unavailable(trouble, "The certificate of " + where + " has expired.",
                        "Its administrator must renew it; look at this machine's clock too.");
            }
            if (caused(trouble, CertificateNotYetValidException.class) != null) {
                return unavailable(trouble, "The certificate of " + where + " is not valid yet.",
                        "Look at the clocks of this machine and of the engine's.");
            }
            boolean name = String.valueOf(certificate.getMessage()).contains("subject alternative");
            return new Refusal(new Problem(Problem.Kind.UNAVAILABLE,
                    name
                            ? "The certificate of " + where + " is made out to another name."
                            : "The certificate of " + where + " is not from the authority that you trust.",
                    name
                            ? "Call the engine by a name that stands in its certificate."
                            : "Check the address and the authority's certificate.",
                    null), trouble);
        }
        if (trouble instanceof SSLException) {
            return unavailable(trouble, where + " does not speak TLS as it should.", "Check the address and the port.");
        }
        if (caused(trouble, UnresolvedAddressException.class) != null) {
            return unavailable(trouble, "The name " + engine.getHost() + " is not known.", "Check how it is spelled.");
        }
        if (trouble instanceof HttpTimeoutException) {
            return unavailable(trouble, where + " does not answer in time.", "Check that it runs and that the network lets you through.");
        }
        if (trouble instanceof ConnectException) {
            return unavailable(trouble, where + " can't be reached.", "Check that the engine runs and that the network lets you through.");
        }
        return unavailable(trouble, "The connection to " + where + " broke.", "Try again.");
    }

    private static Refusal unavailable(IOException trouble, String text, String advice) {
        return new Refusal(Problem.unavailable(null, text, advice), trouble);
    }

    static Refusal interrupted(InterruptedException trouble) {
        Thread.currentThread().interrupt();
        return new Refusal(Problem.unavailable(null, "Waiting for the engine was interrupted.", "Try again."), trouble);
    }

    private static <T extends Throwable> @Nullable T caused(Throwable trouble, Class<T> kind) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}
