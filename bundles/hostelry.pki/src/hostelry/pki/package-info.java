/**
 * Keys, certificates and TLS: who may talk to whom. One certificate authority an engine; everything that speaks TLS takes its keys here.
 *
 * <p>No network code, no CXF and no node type may come in, and no private key, password or ticket may leave in a log or a message.
 * Bouncy Castle is a provider instance of our own; it is never registered with the JVM.
 *
 * <pre>{@code
 * SSLContext server = pki.serverTls(true).context();
 * HttpClient client = HttpClient.newBuilder().sslContext(pki.clientTls().context()).build();
 * }</pre>
 */
@NullMarked
package hostelry.pki;

import org.jspecify.annotations.NullMarked;
