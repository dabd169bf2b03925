package hostelry.pki;

import hostelry.home.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code hostelry.issue-node=NAME:HOST[,HOST…]:FILE.p12} as a property of the framework: writes the identity of a node and ends the process,
 * with status 0, or another one and a sentence. Without the property it does nothing.
 */
@Component(service = {}, immediate = true)
public final class IssueNode {
    /** The property that asks for it. */
    public static final String PROPERTY = "hostelry.issue-node";

    private static final int USAGE = 64;
    private static final int CANT_CREATE = 73;

    @Activate
    public IssueNode(BundleContext context, @Reference Home home) {
        String wish = context.getProperty(PROPERTY);
        if (wish != null && !wish.isBlank()) {
            // from another thread: the shutdown stops this bundle, and would wait for this very activation
            new Thread(() -> System.exit(run(wish, home)), "issue node").start();
        }
    }

    private static int run(String wish, Home home) {
        try {
            return issue(wish, new Pki(home.pki(), home::writeSecret, Clock.systemUTC(), Names.ofThisMachine()), home::writeSecret,
                    System.out, System.err);
        } catch (UncheckedIOException e) {
            System.err.println(e.getCause().getMessage());
            return CANT_CREATE;
        }
    }

    /** Answers the exit status: 0, 73 (can't be written) or 64 (the wish makes no sense). */
    static int issue(@Nullable String wish, Pki pki, SecretWriter secrets, PrintStream out, PrintStream err) {
        int first = wish == null ? -1 : wish.indexOf(':');
        int last = wish == null ? -1 : wish.lastIndexOf(':');
        if (wish == null || first < 0 || first == last) {
            err.println("Name the node, its hosts and the file: NAME:HOST[,HOST...]:FILE.p12");
            return USAGE;
        }
        Path file = Path.of(wish.substring(last + 1)).toAbsolutePath().normalize();
        try {
            NodeIdentity.export(pki, wish.substring(0, first), List.of(wish.substring(first + 1, last).split(",", -1)), file, secrets);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println(e.getMessage());
            return CANT_CREATE;
        }
        out.println("The node's identity is in " + file
                + ", its password beside it. Copy both to the node's machine, and start it there with"
                + " hostelry-node --identity " + file.getFileName() + "  once; then add the host to the engine by its address and port.");
        return 0;
    }
}
