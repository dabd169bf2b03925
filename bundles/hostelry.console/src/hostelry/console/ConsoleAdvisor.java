package hostelry.console;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Room;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The life of the workbench: furnish before the window opens, start the engine when it is open, remember when it closes. */
final class ConsoleAdvisor extends WorkbenchAdvisor {
    private static final String ROOMS = "hostelry.console.kit.rooms";

    private final PreferenceMemory memory = new PreferenceMemory(InstanceScope.INSTANCE.getNode("hostelry.console"));
    private final ShellDesk desk;
    private final Themes themes;
    private Runnable leaving = () -> {};

    ConsoleAdvisor(Display display) {
        this.desk = new ShellDesk(display, memory);
        this.themes = new Themes(desk, memory);
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        // the window is always laid out alike; what people change (size, sashes, columns, tree) the window's memory keeps
        configurer.setSaveAndRestore(false);
        Window.setDefaultImages(Branding.images());
        configurer.getWorkbench().getService(IEclipseContext.class).set(Desk.class, desk);
        configurer.getWorkbench().getService(IEclipseContext.class).set(ShellDesk.class, desk);
    }

    @Override
    public void preStartup() {
        themes.restore();
        for (Room room : rooms()) {
            room.furnish(desk, desk.furniture());
        }
    }

    private static List<Room> rooms() {
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(ROOMS))
                .sorted(Comparator.comparing((IConfigurationElement element) -> Integer.parseInt(element.getAttribute("order"))))
                .map(ConsoleAdvisor::make).toList();
    }

    private static Room make(IConfigurationElement element) {
        try {
            return (Room) element.createExecutableExtension("class");
        } catch (CoreException e) {
            throw new IllegalStateException("The room " + element.getAttribute("class") + " can't be opened", e);
        }
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ConsoleWindowAdvisor(configurer, desk, themes, memory);
    }

    @Override
    public void postStartup() {
        ILog.get().info("window after " + ManagementFactory.getRuntimeMXBean().getUptime() + " ms");
        BundleContext context = FrameworkUtil.getBundle(ConsoleAdvisor.class).getBundleContext();
        EngineLink link = new EngineLink(context, desk);
        leaving = link::leave;
        link.open();
        new Connecting(desk, link, new EngineStart(context, desk)).begin(context.getProperty("hostelry.engine"));
        new LoadSampler(desk.estate(), desk.histories()).start(desk.display());
    }

    @Override
    public void postShutdown() {
        leaving.run();
        memory.save();
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return "hostelry.console.perspective";
    }
}
