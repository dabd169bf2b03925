package hostelry.node.libvirt;

import hostelry.home.Home;
import hostelry.pki.Identity;
import hostelry.pki.LiveIdentity;
import hostelry.pki.TlsFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the node's certificate in the files from which libvirt and QEMU take it, each time that the node gets one. They lie in the home's folder {@code tls}, or where
 * {@code hostelry.node.tls} says: {@code /etc/pki} where the host's own libvirtd is to take them.
 */
@Component(service = {}, immediate = true)
public final class TlsFiles {
    /** The property that names another folder. */
    static final String FOLDER = "hostelry.node.tls";

    private final Logger log = LoggerFactory.getLogger(TlsFiles.class);
    private final Home home;
    private final Path folder;
    private final AutoCloseable following;

    @Activate
    public TlsFiles(BundleContext context, @Reference Home home, @Reference LiveIdentity identity) {
        this.home = home;
        this.folder = folder(context, home);
        this.following = identity.follow(this::write);
    }

    /** Where they lie. */
    static Path folder(BundleContext context, Home home) {
        String named = context.getProperty(FOLDER);
        return named == null || named.isBlank() ? home.folder(LibvirtNode.TLS) : Path.of(named);
    }

    private void write(Identity identity) {
        try {
            TlsFolder.write(folder, identity, home::writeSecret);
        } catch (IOException e) {
            log.warn("The certificate for libvirt and QEMU can't be written to {}: {}", folder, e.getMessage());
        }
    }

    @Deactivate
    public void close() throws Exception {
        following.close();
    }
}
