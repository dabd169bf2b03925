package hostelry.console.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;

/** What a machine has beside disks and cards, how its CPUs stand among others, and where it may run. */
final class DevicesDialog extends FormDialog {
    private static final String NONE = "None";
    private static final List<String> BIOS = List.of("cluster_default", "q35_sea_bios", "q35_ovmf", "q35_secure_boot", "i440fx_sea_bios");
    private static final List<String> WATCHDOG = List.of(NONE, "reset", "poweroff", "dump", "pause", "none");
    private static final List<String> LEAVING = List.of("none", "lock_screen", "logout", "reboot", "shutdown");
    private static final List<String> SCREENS = List.of("1", "2", "4");
    private final Desk desk;
    private final Vm vm;
    private final List<Disk> images;
    private final List<Host> hosts;
    /** What each field does with its value; filled when the fields are made. */
    private final List<Field> all = new ArrayList<>();
    private final List<Text> numbers = new ArrayList<>();

    /** A field that knows what was shown and writes what became of it. */
    private interface Field {
        void write(Vm values, Set<String> features);
    }

    DevicesDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.EDIT, "Devices of " + vm.getName(), "Save");
        this.desk = desk;
        this.vm = vm;
        this.images = sorted(desk.estate().all(Disk.class).stream()
                .filter(disk -> disk.getContentType() == DiskContentType.DATA && disk.getFormat() == DiskFormat.RAW));
        this.hosts = sorted(desk.estate().all(Host.class).stream().filter(host -> Objects.equals(host.getCluster(), vm.getCluster())));
    }

    private static <T extends Entity> List<T> sorted(Stream<T> all) {
        return all.sorted(Comparator.comparing((T one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        words("devices.bios", "Firmware", "biosType", BIOS, Words.orEmpty(vm.getBiosType()).isEmpty() ? BIOS.get(0) : vm.getBiosType());
        line("devices.zone", "Time zone", "timeZone", "such as Europe/Berlin");
        flag("devices.console", "Serial console", "console");
        flag("devices.tpm", "TPM 2.0 (wants UEFI)", "tpm");
        watchdog();
        words("devices.screens", "Screens", "monitors", SCREENS, Integer.toString(vm.getMonitors()));
        words("devices.leaving", "When its last viewer leaves", "disconnectAction", LEAVING,
                Words.orEmpty(vm.getDisconnectAction()).isEmpty() ? LEAVING.get(0) : vm.getDisconnectAction());
        line("devices.leavingdelay", "Minutes until then", "disconnectDelay", "0: at once");
        flag("devices.smartcard", "Smart cards of the viewer", "smartcard");
        flag("devices.scsi", "VirtIO SCSI controller", "virtioScsi");
        line("devices.shares", "CPU weight", "cpuShares", "2 to 10000; 0: as all");
        list("devices.pins", "Pinned CPUs", "vcpuPins", "such as 0#1-3; 1#4");
        line("devices.iothreads", "I/O threads", "ioThreads", "0 to 16");
        image("devices.kernel", "Kernel", "kernel");
        image("devices.initrd", "Initial RAM disk", "initrd");
        line("devices.arguments", "Kernel arguments", "kernelArguments", "");
        host();
        list("devices.properties", "Custom properties", "customProperties", "name=value; name=value");
    }

    private Object now(String feature) {
        return vm.eGet(vm.eClass().getEStructuralFeature(feature));
    }

    private static void set(Vm values, Set<String> features, String feature, Object value) {
        values.eSet(values.eClass().getEStructuralFeature(feature), value);
        features.add(feature);
    }

    private void flag(String key, String label, String feature) {
        boolean before = (Boolean) now(feature);
        Button button = check(key, label, before);
        all.add((values, features) -> {
            if (button.getSelection() != before) {
                set(values, features, feature, button.getSelection());
            }
        });
    }

    private void line(String key, String label, String feature, String hint) {
        Object value = now(feature);
        String before = value == null ? "" : value.toString();
        Text text = text(key, label, before, "");
        text.setMessage(hint);
        all.add((values, features) -> {
            String after = text.getText().strip();
            if (!after.equals(before)) {
                set(values, features, feature, value instanceof Integer ? (Object) Integer.valueOf(after) : after);
            }
        });
        if (value instanceof Integer) {
            numbers.add(text);
        }
    }

    private void words(String key, String label, String feature, List<String> words, String before) {
        // what was set through the API stays as it is until something else is chosen
        List<String> offered = words.contains(before) ? words : Stream.concat(words.stream(), Stream.of(before)).toList();
        Combo combo = combo(key, label, offered, offered.indexOf(before));
        all.add((values, features) -> {
            if (!combo.getText().equals(before)) {
                set(values, features, feature,
                        now(feature) instanceof Integer ? (Object) Integer.valueOf(combo.getText()) : combo.getText());
            }
        });
    }

    private void watchdog() {
        boolean has = !Words.orEmpty(vm.getWatchdogModel()).isEmpty();
        String before = has ? Words.orEmpty(vm.getWatchdogAction()) : NONE;
        Combo combo = combo("devices.watchdog", "Watchdog", WATCHDOG, Math.max(0, WATCHDOG.indexOf(before)));
        all.add((values, features) -> {
            if (!combo.getText().equals(before)) {
                boolean none = combo.getText().equals(NONE);
                set(values, features, "watchdogModel", none ? "" : "i6300esb");
                set(values, features, "watchdogAction", none ? "" : combo.getText());
            }
        });
    }

    private void list(String key, String label, String feature, String hint) {
        List<?> value = (List<?>) now(feature);
        String before = String.join("; ", value.stream().map(Object::toString).toList());
        Text text = text(key, label, before, "");
        text.setMessage(hint);
        all.add((values, features) -> {
            if (!text.getText().strip().equals(before)) {
                set(values, features, feature,
                        Stream.of(text.getText().split(";")).map(String::strip).filter(one -> !one.isEmpty()).distinct().toList());
            }
        });
    }

    private void image(String key, String label, String feature) {
        List<String> names = Stream.concat(Stream.of(NONE), images.stream().map(disk -> Words.orEmpty(disk.getName()))).toList();
        List<String> ids = Stream.concat(Stream.of(""), images.stream().map(Entity::getId)).toList();
        Object before = now(feature) == null ? "" : now(feature);
        Combo combo = combo(key, label, names, Math.max(0, ids.indexOf(before)));
        all.add((values, features) -> {
            String after = ids.get(Math.max(0, combo.getSelectionIndex()));
            if (!after.equals(before) && (!after.isEmpty() || ids.contains(before))) {
                set(values, features, feature, after);
            }
        });
    }

    /** One host or any; a choice of several, made through the API, stays as it is until another is chosen. */
    private void host() {
        List<String> names = new ArrayList<>(List.of("Any host of its cluster"));
        hosts.forEach(host -> names.add(host.getName()));
        List<String> bound = List.copyOf(vm.getPlacementHosts());
        if (bound.size() > 1) {
            names.add("Several: " + String.join(", ", bound.stream().map(id -> desk.estate().name(Host.class, id)).toList()));
        }
        int before = bound.isEmpty()
                ? 0
                : bound.size() > 1 ? names.size() - 1 : 1 + hosts.stream().map(Entity::getId).toList().indexOf(bound.get(0));
        Combo combo = combo("devices.host", "Runs on", names, before);
        all.add((values, features) -> {
            int after = combo.getSelectionIndex();
            if (after != before && after <= hosts.size()) {
                set(values, features, "placementHosts", after <= 0 ? List.of() : List.of(hosts.get(after - 1).getId()));
            }
        });
    }

    @Override
    protected List<String> problems() {
        return numbers.stream().allMatch(text -> text.getText().strip().matches("\\d{1,6}"))
                ? List.of()
                : List.of("CPU weight and I/O threads are whole numbers.");
    }

    @Override
    protected void finish() {
        Vm values = HostelryFactory.eINSTANCE.createVm();
        Set<String> features = new HashSet<>();
        all.forEach(field -> field.write(values, features));
        if (features.isEmpty()) {
            done();
            return;
        }
        desk.acts().ask("Edit " + vm.getName(),
                engine -> engine.service(Vms.class).update(engine.caller(), vm.getId(), new Patch<>(values, features)), result -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
