package hostelry.console;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.PlatformUI;

/** Hands a command to the desk; plugin.xml names the gesture after the colon. */
public final class DeskHandler extends AbstractHandler implements IExecutableExtension {
    private String gesture = "";

    @Override
    public void setInitializationData(IConfigurationElement config, String propertyName, Object data) {
        gesture = String.valueOf(data);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        ShellDesk desk = PlatformUI.getWorkbench().getService(ShellDesk.class);
        if (!desk.perform(gesture)) {
            new CurrentVerbs(desk).run(gesture);
        }
        return null;
    }
}
