package hostelry.console.host;

import hostelry.api.Hosts;
import hostelry.api.Hosts.Hook;
import hostelry.api.Refusal;
import hostelry.console.kit.Desk;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.table.Column;
import hostelry.model.Host;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.swt.widgets.Composite;

/** The hooks of a host: seed 001's page <i>Host Hooks</i>. Its node is asked for them, and not again for each change of the estate. */
final class HostHooks {
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final Desk desk;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /** @param at nanoseconds of the clock that never goes back */
    private record Told(long at, List<Hook> hooks) {}

    HostHooks(Desk desk) {
        this.desk = desk;
    }

    Page<Host> make(Composite parent) {
        return new TablePage<>(parent, desk, new TablePage.Parts<Host, Hook>("host.hooks.table", hook -> hook.event() + "/" + hook.name(),
                this::of,
                List.of(Column.text("event", "Event", 200, Hook::event), Column.text("name", "Name", 160, Hook::name),
                        Column.text("md5", "MD5", 260, Hook::md5), Column.text("trouble", "Not run because", 320, Hook::trouble)),
                "event", Icon.EVENT,
                "This host has no hooks, or does not answer. A hook is a program in the folder of its point, such as hooks/before_vm_start.",
                hook -> {}));
    }

    private Collection<Hook> of(Host host) {
        Told before = told.get(host.getId());
        if (before != null && System.nanoTime() - before.at() < FRESH_NANOS) {
            return before.hooks();
        }
        List<Hook> hooks;
        try {
            hooks = desk.estate().connection().map(engine -> engine.service(Hosts.class).hooks(engine.caller(), host.getId()))
                    .orElse(List.of());
        } catch (Refusal e) {
            hooks = List.of(); // the page says that it may not answer
        }
        told.put(host.getId(), new Told(System.nanoTime(), hooks));
        return hooks;
    }
}
