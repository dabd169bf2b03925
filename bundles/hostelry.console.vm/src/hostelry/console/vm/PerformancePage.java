package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.page.Chart;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.table.Histories.Load;
import hostelry.console.kit.words.Bytes;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The loads of a machine over the last two minutes. */
final class PerformancePage implements Page<Vm> {
    private final Composite body;
    private final List<Chart> charts;
    private final Desk desk;

    PerformancePage(Composite parent, Desk desk) {
        this.desk = desk;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).equalWidth(true).margins(12, 8).spacing(16, 0).applyTo(body);
        charts = List.of(chart("CPU", Hue.BLUE, 100), chart("Memory", Hue.STEEL, 100), chart("Network", Hue.GREEN, 0),
                chart("Disk", Hue.AMBER, 0));
    }

    private Chart chart(String title, Hue hue, double full) {
        Chart chart = new Chart(body, desk.look(), title, hue, full);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(chart.control());
        return chart;
    }

    @Override
    public Control control() {
        return body;
    }

    @Override
    public void show(Vm vm) {
        boolean runs = VmMoves.running(vm.getStatus());
        charts.get(0).show(desk.histories().of(vm.getId(), Load.CPU), runs ? VmColumns.percent(vm.getCpuUsage()) + " %" : "—");
        charts.get(1).show(desk.histories().of(vm.getId(), Load.MEMORY),
                runs ? Bytes.text(vm.getMemoryUsed()) + " of " + Bytes.text(vm.getMemory()) : "—");
        charts.get(2).show(desk.histories().of(vm.getId(), Load.NETWORK), runs ? Bytes.perSecond(VmColumns.traffic(vm)) : "—");
        charts.get(3).show(desk.histories().of(vm.getId(), Load.DISK), runs ? Bytes.perSecond(vm.getDiskRead() + vm.getDiskWrite()) : "—");
    }
}
