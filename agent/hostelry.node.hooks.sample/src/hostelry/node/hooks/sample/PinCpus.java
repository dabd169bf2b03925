package hostelry.node.hooks.sample;

import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookNote;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.HookRefused;
import hostelry.node.api.hook.VmHook;
import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.w3c.dom.Element;

/**
 * Lets a VM with the custom property {@code pincpu} run on those CPUs of its host, such as {@code 0-3,8}: what the script of the same name does on oVirt. A VM without
 * it is left alone, and so is one whose CPUs are pinned already.
 */
@Component(property = "service.ranking:Integer=10") // before the scripts of the host, which come with 0
public final class PinCpus implements VmHook {
    static final String PROPERTY = "pincpu";
    /** As libvirt writes sets of CPUs. */
    private static final Pattern CPUS = Pattern.compile("\\^?\\d{1,4}(-\\d{1,4})?(,\\^?\\d{1,4}(-\\d{1,4})?)*");
    private static final String PINNED = "cpuset";

    @Activate
    public PinCpus() {
        // a service must be made by somebody
    }

    @Override
    public String name() {
        return "pin-cpus";
    }

    @Override
    public Set<HookPoint> points() {
        return Set.of(HookPoint.BEFORE_START);
    }

    @Override
    public String run(HookPoint point, HookCall call, Consumer<HookNote> notes) throws HookRefused {
        String cpus = call.properties().get(PROPERTY);
        if (cpus == null) {
            return call.xml();
        }
        if (!CPUS.matcher(cpus).matches()) {
            throw new HookRefused("The custom property " + PROPERTY + " names CPUs, such as 0-3,8, and not '" + cpus + "'.");
        }
        try {
            Element domain = Xml.document(call.xml()).getDocumentElement();
            if (!(domain.getElementsByTagName("vcpu").item(0) instanceof Element vcpu) || vcpu.hasAttribute(PINNED)) {
                return call.xml();
            }
            vcpu.setAttribute(PINNED, cpus);
            notes.accept(new HookNote(point.folder(), name(), 0, "It runs on the CPUs " + cpus + "."));
            return Xml.text(domain, false);
        } catch (XmlProblem e) {
            throw new HookRefused("The domain can't be read: " + e.getMessage());
        }
    }
}
