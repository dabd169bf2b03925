package hostelry.console;

import hostelry.console.kit.Memory;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;

/** Keeps the window's small things in the preferences of its workspace. */
final class PreferenceMemory implements Memory {
    private final IEclipsePreferences node;

    PreferenceMemory(IEclipsePreferences node) {
        this.node = node;
    }

    @Override
    public String get(String key, String otherwise) {
        return node.get(key, otherwise);
    }

    @Override
    public void put(String key, String value) {
        node.put(key, value);
    }

    void save() {
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.of(PreferenceMemory.class).error("The window's memory was not saved", e);
        }
    }
}
