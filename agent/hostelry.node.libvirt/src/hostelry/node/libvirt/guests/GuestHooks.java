package hostelry.node.libvirt.guests;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report.Note;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookNote;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.Hooks;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.xml.GuestXml;
import hostelry.xml.XmlProblem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls hooks at the points of a guest's life with what libvirt knows of it. What they leave to read becomes news of the node. */
public final class GuestHooks implements AutoCloseable {
    private final Hooks hooks;
    private final Guests guests;
    private final Clock clock;
    private final Consumer<Note> news;
    /** For points at which nobody waits for the hooks. */
    private final ExecutorService aside = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("hooks-", 0).factory());

    public GuestHooks(Hooks hooks, Guests guests, Clock clock, Consumer<Note> news) {
        this.hooks = hooks;
        this.guests = guests;
        this.clock = clock;
        this.news = news;
    }

    /** Answers the XML to go on with; FAILED where a hook refuses. */
    public String before(HookPoint point, String id, String xml, Map<String, String> properties) throws NodeFault {
        return hooks.run(point, new HookCall(id, xml, properties), note -> tell(id, note));
    }

    /** The same with what libvirt knows of the guest; nothing where it knows none. Answers with what the hooks were called with. */
    public @Nullable HookCall at(HookPoint point, String id) throws NodeFault {
        HookCall call = call(id);
        if (call != null) {
            again(point, call);
        }
        return call;
    }

    /** Calls with what was known before. */
    public void again(HookPoint point, HookCall call) throws NodeFault {
        hooks.run(point, call, note -> tell(call.guest(), note));
    }

    /** Custom properties of a guest that is to be. */
    public static Map<String, String> properties(DomainSpec spec) {
        Map<String, String> properties = new LinkedHashMap<>();
        spec.properties.forEach(property -> properties.put(property.name, property.value));
        return properties;
    }

    /** A guest has ended, for whatever reason; returns at once. */
    public void ended(String id) {
        aside.execute(() -> {
            try {
                at(HookPoint.AFTER_DESTROY, id);
            } catch (NodeFault e) {
                // this point only tells; what is left is that libvirt went away, and then there is nothing to tell
                news.accept(
                        note(id, "warning", "The hooks of " + HookPoint.AFTER_DESTROY.folder() + " were not called: " + e.getMessage()));
            }
        });
    }

    private @Nullable HookCall call(String id) throws NodeFault {
        String xml = guests.ask("To look at the guest for its hooks", virt -> {
            try {
                return virt.xml(id);
            } catch (LibvirtFault e) {
                if (e.code() == LibvirtFault.NO_DOMAIN) {
                    return "";
                }
                throw e;
            }
        });
        if (xml.isEmpty()) {
            return null;
        }
        try {
            return new HookCall(id, xml, GuestXml.read(xml).properties());
        } catch (XmlProblem e) {
            return new HookCall(id, xml, Map.of());
        }
    }

    private void tell(String id, HookNote note) {
        String text = "hook " + note.event() + "/" + note.name()
                + (note.status() == 0 ? "" : note.status() < 0 ? " failed" : " ended with " + note.status())
                + (note.text().isEmpty() ? "." : ": " + note.text());
        news.accept(note(id, note.status() == 0 ? "normal" : "warning", text));
    }

    private Note note(String id, String severity, String text) {
        return new Note(clock.millis(), id, severity, text);
    }

    @Override
    public void close() {
        aside.shutdown();
    }
}
