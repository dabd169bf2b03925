package hostelry.node.hooks;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookFacts;
import hostelry.node.api.hook.HookNote;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.HookPoint.Effect;
import hostelry.node.api.hook.HookRefused;
import hostelry.node.api.hook.Hooks;
import hostelry.node.api.hook.VmHook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls one hook after the other, each with what the one before it made of the XML. */
final class HookChain implements Hooks {
    private final Logger log = LoggerFactory.getLogger(HookChain.class);
    private final Supplier<List<VmHook>> hooks;
    private final ScriptFolder scripts;

    /** @param hooks those that there are now, in their order */
    HookChain(Supplier<List<VmHook>> hooks, ScriptFolder scripts) {
        this.hooks = hooks;
        this.scripts = scripts;
    }

    @Override
    public String run(HookPoint point, HookCall call, Consumer<HookNote> heard) throws NodeFault {
        HookCall now = call;
        for (VmHook hook : hooks.get()) {
            if (hook.points().contains(point)) {
                now = now.with(one(hook, point, now, heard));
            }
        }
        return now.xml();
    }

    private String one(VmHook hook, HookPoint point, HookCall call, Consumer<HookNote> heard) throws NodeFault {
        Consumer<HookNote> notes = note -> {
            tell(note, call.guest());
            if (note.status() != 0 || !note.text().isEmpty()) {
                heard.accept(note);
            }
        };
        String made;
        try {
            made = hook.run(point, call, notes);
        } catch (HookRefused e) {
            return refused(point, call, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // a plug-in's slip: the act it was asked about is refused as by a script that breaks, and its own story is in the log
            log.warn("The hook {} broke at {}.", hook.name(), point.folder(), e);
            return refused(point, call, "The hook " + hook.name() + " broke: " + e + ".");
        }
        if (point.effect() != Effect.CHANGES) {
            return call.xml();
        }
        String trouble = Sameness.trouble(call.xml(), made);
        return trouble.isEmpty()
                ? made
                : refused(point, call, "The hook " + hook.name() + " at " + point.folder() + " was not heard. " + trouble);
    }

    private String refused(HookPoint point, HookCall call, String why) throws NodeFault {
        if (point.effect() == Effect.TELLS) {
            log.warn("{} of {}: {}", point.folder(), call.guest(), why);
            return call.xml();
        }
        throw new NodeFault(FaultCode.FAILED, why);
    }

    private void tell(HookNote note, String guest) {
        if (note.status() == 0) {
            log.info("Hook {}/{} of {}: {}", note.event(), note.name(), guest, note.text());
        } else {
            log.warn("Hook {}/{} of {} ended with {}: {}", note.event(), note.name(), guest, note.status(), note.text());
        }
    }

    @Override
    public List<HookFacts> list() {
        List<HookFacts> list = new ArrayList<>();
        for (HookPoint point : HookPoint.values()) {
            for (VmHook hook : hooks.get()) {
                if (hook instanceof ScriptHooks) {
                    scripts.of(point).forEach(script -> list.add(facts(point, script)));
                } else if (hook.points().contains(point)) {
                    list.add(new HookFacts(point.folder(), hook.name(), "", "", ""));
                }
            }
        }
        return list;
    }

    private static HookFacts facts(HookPoint point, Script script) {
        try {
            Digests digests = Digests.of(script.file());
            return new HookFacts(point.folder(), script.name(), digests.md5(), digests.sha256(), script.trouble());
        } catch (IOException e) {
            return new HookFacts(point.folder(), script.name(), "", "",
                    script.good() ? script.file() + " can't be read: " + e.getMessage() + "." : script.trouble());
        }
    }
}
