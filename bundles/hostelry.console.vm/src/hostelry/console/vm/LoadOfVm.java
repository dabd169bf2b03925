package hostelry.console.vm;

import hostelry.api.Loads;
import hostelry.console.kit.Desk;
import hostelry.console.kit.chart.LoadPage;
import hostelry.console.kit.chart.LoadPage.Part;
import hostelry.console.kit.chart.TimeChart.Line;
import hostelry.console.kit.chart.TimeChart.Spec;
import hostelry.console.kit.chart.Unit;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.page.Page;
import hostelry.model.Vm;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eclipse.swt.widgets.Composite;

/** The loads of a machine in the last hour, as the engine remembers them; what this window has seen itself stands under Performance. */
final class LoadOfVm {
    private final Desk desk;

    LoadOfVm(Desk desk) {
        this.desk = desk;
    }

    Page<Vm> make(Composite parent) {
        return new LoadPage<>(parent, desk,
                List.of(part("cpu", "CPU", Unit.PERCENT, vm -> 100, new Line("cpu", "CPU", Hue.BLUE)),
                        part("memory", "Memory", Unit.BYTES, Vm::getMemory, new Line("memory", "Used", Hue.STEEL)),
                        part("network", "Network", Unit.BYTES_PER_SECOND, vm -> 0, new Line("network.receive", "In", Hue.GREEN),
                                new Line("network.transmit", "Out", Hue.BLUE)),
                        part("disk", "Disks", Unit.BYTES_PER_SECOND, vm -> 0, new Line("disk.read", "Read", Hue.GREEN),
                                new Line("disk.write", "Written", Hue.AMBER))),
                (engine, id) -> engine.service(Loads.class).vm(engine.caller(), id));
    }

    private static Part<Vm> part(String key, String title, Unit unit, ToDoubleFunction<Vm> top, Line... lines) {
        return new Part<>(new Spec("vm.load." + key, title, unit, 0, List.of(lines)), top);
    }
}
