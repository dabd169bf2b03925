package hostelry.node.hooks;

import hostelry.home.Home;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookFacts;
import hostelry.node.api.hook.HookNote;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.Hooks;
import hostelry.node.api.hook.VmHook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The hooks of this host: the scripts under {@code hostelry.hooks} (default: the folder {@code hooks} of the home), each with {@code hostelry.hook.seconds} (default
 * 60), and the services of plug-ins as they come and go.
 */
@Component(service = Hooks.class)
public final class HooksComponent implements Hooks {
    /** The folder with a folder for each point. */
    static final String FOLDER = "hostelry.hooks";
    /** How long a script may take. */
    static final String SECONDS = "hostelry.hook.seconds";

    private static final long USUAL_SECONDS = 60;

    private final Map<ServiceReference<VmHook>, VmHook> plugins = new ConcurrentSkipListMap<>();
    private final ScriptHooks scripts;
    private final HookChain chain;

    @Activate
    public HooksComponent(BundleContext context, @Reference Home home) throws IOException {
        String named = context.getProperty(FOLDER);
        String seconds = context.getProperty(SECONDS);
        Path root = named == null || named.isBlank() ? home.folder("hooks") : Path.of(named).toAbsolutePath();
        ScriptFolder folder = new ScriptFolder(root, List.of("root", System.getProperty("user.name")));
        this.scripts = new ScriptHooks(folder, python(home), home.run(),
                seconds != null && seconds.matches("[1-9][0-9]{0,3}") ? Long.parseLong(seconds) : USUAL_SECONDS);
        this.chain = new HookChain(this::inOrder, folder);
    }

    /** The modules that scripts in Python import; the user that scripts run as reads them. */
    private static Path python(Home home) throws IOException {
        Path folder = home.folder("python");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("hooking.py", "sitecustomize.py")) {
            try (InputStream module = HooksComponent.class.getResourceAsStream("/python/" + name)) {
                if (module == null) {
                    throw new IOException("The module " + name + " is missing in this bundle.");
                }
                home.writeSecret(folder.resolve(name), module.readAllBytes());
            }
        }
        return folder;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHook(ServiceReference<VmHook> reference, VmHook hook) {
        plugins.put(reference, hook);
    }

    void removeHook(ServiceReference<VmHook> reference) {
        plugins.remove(reference);
    }

    /** By ranking, the highest first; scripts come with 0, behind services of the same ranking. */
    private List<VmHook> inOrder() {
        List<VmHook> first = new ArrayList<>();
        List<VmHook> last = new ArrayList<>();
        // references are ordered by ranking, the lowest first
        plugins.forEach((reference, hook) -> (ranking(reference) < 0 ? last : first).addFirst(hook));
        first.add(scripts);
        first.addAll(last);
        return first;
    }

    private static int ranking(ServiceReference<VmHook> reference) {
        return reference.getProperty("service.ranking") instanceof Integer ranking ? ranking : 0;
    }

    @Override
    public String run(HookPoint point, HookCall call, Consumer<HookNote> notes) throws NodeFault {
        return chain.run(point, call, notes);
    }

    @Override
    public List<HookFacts> list() {
        return chain.list();
    }
}
