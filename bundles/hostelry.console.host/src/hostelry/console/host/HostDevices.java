package hostelry.console.host;

import hostelry.api.HostHardware.Device;
import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.VirtualTable;
import hostelry.model.Host;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The devices of a host, with a filter: a server has a hundred. */
final class HostDevices implements Page<Host> {
    private final Composite body;
    private final VirtualTable<Device> table;
    private volatile @Nullable Host subject;

    HostDevices(Composite parent, Desk desk, HardwareBook book) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, 4).spacing(0, 4).applyTo(body);
        Text filter = new Text(body, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter devices");
        filter.setData(VerbBar.KEY, "host.devices.filter");
        GridDataFactory.fillDefaults().hint(240, SWT.DEFAULT).align(SWT.END, SWT.CENTER).applyTo(filter);
        table = new VirtualTable<>(body, desk.look(), desk.memory(), new VirtualTable.Spec<>("host.devices.table", Device::name, () -> {
            Host now = subject;
            return now == null ? List.of() : book.of(now).devices();
        }, columns(), "address", place -> EmptyPlace.make(place, desk.look(), Icon.HOST,
                "This host has not told its devices. Its libvirt may lack the driver for them; Refresh asks anew.")), SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        filter.addListener(SWT.Modify, event -> table.filter(filter.getText()));
    }

    private static List<Column<Device>> columns() {
        return List.of(Column.text("address", "Name", 120, HostDevices::address)
                // hexadecimal digits stand in the order of their letters
                .ordered(Comparator.comparing(HostDevices::address)),
                Column.text("type", "Type", 140, HostDevices::type), Column.text("product", "Device", 270, Device::product),
                Column.text("vendor", "Vendor", 170, Device::vendor), Column.text("driver", "Driver", 90, Device::driver),
                number("group", "IOMMU group", 112, Device::iommuGroup), number("node", "NUMA node", 100, Device::numaNode),
                Column.number("functions", "Virtual functions", 136, HostDevices::functions, device -> (double) device.functions()),
                Column.text("ids", "Numbers", 96,
                        device -> device.vendorId().isEmpty() ? "" : device.vendorId() + ":" + device.productId()));
    }

    private static Column<Device> number(String key, String title, int width, ToIntFunction<Device> value) {
        return Column.number(key, title, width, device -> value.applyAsInt(device) < 0 ? "—" : Integer.toString(value.applyAsInt(device)),
                device -> (double) value.applyAsInt(device));
    }

    private static String address(Device device) {
        return device.address().isEmpty() ? device.name() : device.address();
    }

    private static String type(Device device) {
        return switch (device.capability()) {
            case "pci" -> device.type().isEmpty() ? "PCI device" : device.type();
            case "usb_device" -> "USB device";
            case "net" -> "network card";
            case "storage" -> "disk";
            case "scsi_host" -> "SCSI host";
            case "mdev" -> "mediated device";
            case "system" -> "the machine itself";
            default -> device.capability();
        };
    }

    private static String functions(Device device) {
        return device.functions() > 0
                ? device.functionsNow() + " of " + device.functions()
                : device.physical().isEmpty() ? "—" : "is one";
    }

    @Override
    public Control control() {
        return body;
    }

    @Override
    public void show(Host host) {
        subject = host;
        table.refresh();
    }
}
