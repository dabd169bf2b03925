package hostelry.console.host;

import hostelry.api.Loads;
import hostelry.console.kit.Desk;
import hostelry.console.kit.chart.LoadPage;
import hostelry.console.kit.chart.LoadPage.Part;
import hostelry.console.kit.chart.TimeChart.Line;
import hostelry.console.kit.chart.TimeChart.Spec;
import hostelry.console.kit.chart.Unit;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.page.Page;
import hostelry.model.Host;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eclipse.swt.widgets.Composite;

/** The loads of a host in the last hour. */
final class HostLoad {
    private final Desk desk;

    HostLoad(Desk desk) {
        this.desk = desk;
    }

    Page<Host> make(Composite parent) {
        return new LoadPage<>(parent, desk,
                List.of(part("cpu", "CPU", Unit.PERCENT, host -> 100, new Line("cpu", "CPU", Hue.BLUE)),
                        part("memory", "Memory", Unit.BYTES, Host::getMemory, new Line("memory", "Used", Hue.STEEL)),
                        part("load", "Load average", Unit.PLAIN, host -> 0, new Line("load", "Load", Hue.BLUE)),
                        part("network", "Network", Unit.BYTES_PER_SECOND, host -> 0, new Line("network.receive", "In", Hue.GREEN),
                                new Line("network.transmit", "Out", Hue.BLUE)),
                        part("disk", "Disks", Unit.BYTES_PER_SECOND, host -> 0, new Line("disk.read", "Read", Hue.GREEN),
                                new Line("disk.write", "Written", Hue.AMBER)),
                        part("swap", "Swap", Unit.BYTES, Host::getSwapTotal, new Line("swap", "Used", Hue.AMBER))),
                (engine, id) -> engine.service(Loads.class).host(engine.caller(), id));
    }

    private static Part<Host> part(String key, String title, Unit unit, ToDoubleFunction<Host> top, Line... lines) {
        return new Part<>(new Spec("host.load." + key, title, unit, 0, List.of(lines)), top);
    }
}
