package hostelry.console.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.BootDevice;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.DiskStatus;
import hostelry.model.Entity;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Starts a machine with other values for this start alone. */
final class RunOnceDialog extends FormDialog {
    private final Desk desk;
    private final Vm vm;
    private final List<Disk> discs;
    private final List<Disk> images;
    private final List<Host> hosts;
    private @Nullable Combo boot;
    private @Nullable Combo disc;
    private @Nullable Combo host;
    private @Nullable Button paused;
    private @Nullable Combo kernel;
    private @Nullable Combo initrd;
    private @Nullable Text arguments;
    private @Nullable Text properties;
    private @Nullable Combo screen;
    private @Nullable Combo seed;

    RunOnceDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.START, "Run " + vm.getName() + " once", "Run");
        this.desk = desk;
        this.vm = vm;
        this.discs = disks(disk -> disk.getContentType() == DiskContentType.ISO);
        this.images = disks(disk -> disk.getContentType() == DiskContentType.DATA && disk.getFormat() == DiskFormat.RAW);
        this.hosts = desk.estate().all(Host.class).stream().filter(one -> Objects.equals(one.getCluster(), vm.getCluster()))
                .sorted(Comparator.comparing((Host one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }

    private List<Disk> disks(Predicate<Disk> which) {
        return desk.estate().all(Disk.class).stream().filter(disk -> disk.getStatus() == DiskStatus.OK).filter(which)
                .sorted(Comparator.comparing((Disk disk) -> Words.orEmpty(disk.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        boot = combo("once.boot", "Boots from", List.of("As ever", "CD first", "Disk first", "Network first"), 0);
        disc = combo("once.disc", "Disc in the drive", names("Empty", discs), line(discs, vm.getCdrom()));
        host = combo("once.host", "Runs on", names("As ever", hosts), 0);
        paused = check("once.paused", "Paused before its first instruction", vm.isStartPaused());
        screen = combo("once.screen", "Screen", List.of("As ever", "SPICE", "VNC"), 0);
        seed = combo("once.seed", "Cloud-init",
                List.of(vm.isInitialized() ? "As ever (it was told already)" : "As ever (at the first start)", "Tell it once more",
                        "Without"),
                0);
        kernel = combo("once.kernel", "Kernel", names("None", images), line(images, vm.getKernel()));
        initrd = combo("once.initrd", "Initial RAM disk", names("None", images), line(images, vm.getInitrd()));
        arguments = text("once.arguments", "Kernel arguments", Words.orEmpty(vm.getKernelArguments()), "");
        properties = text("once.properties", "Custom properties", String.join("; ", vm.getCustomProperties()), "");
        properties.setMessage("name=value; name=value");
    }

    private static List<String> names(String first, List<? extends Entity> all) {
        return Stream.concat(Stream.of(first), all.stream().map(one -> Words.orEmpty(one.getName()))).toList();
    }

    private static int line(List<Disk> all, @Nullable String id) {
        return 1 + all.stream().map(Entity::getId).toList().indexOf(Words.orEmpty(id));
    }

    @Override
    protected List<String> problems() {
        return List.of();
    }

    @Override
    protected String hint() {
        return "This holds for one start; the machine stays as it is written down.";
    }

    @Override
    protected void finish() {
        Vm values = HostelryFactory.eINSTANCE.createVm();
        Set<String> features = new HashSet<>(Set.of("startPaused"));
        values.setStartPaused(Objects.requireNonNull(paused).getSelection());
        boot(values, features);
        int shown = Objects.requireNonNull(screen).getSelectionIndex();
        if (shown > 0) {
            values.getGraphics().add(shown == 1 ? GraphicsType.SPICE : GraphicsType.VNC);
            features.add("graphics");
        }
        int told = Objects.requireNonNull(seed).getSelectionIndex();
        if (told > 0) {
            values.setInitialized(told == 2);
            features.add("initialized");
        }
        int place = Objects.requireNonNull(host).getSelectionIndex();
        if (place > 0) {
            values.getPlacementHosts().add(hosts.get(place - 1).getId());
            features.add("placementHosts");
        }
        image(discs, disc, vm.getCdrom(), values::setCdrom, "cdrom", features);
        image(images, kernel, vm.getKernel(), values::setKernel, "kernel", features);
        image(images, initrd, vm.getInitrd(), values::setInitrd, "initrd", features);
        String line = Objects.requireNonNull(arguments).getText().strip();
        if (!line.equals(Words.orEmpty(vm.getKernelArguments()))) {
            values.setKernelArguments(line);
            features.add("kernelArguments");
        }
        List<String> custom = Stream.of(Objects.requireNonNull(properties).getText().split(";")).map(String::strip)
                .filter(one -> !one.isEmpty()).distinct().toList();
        if (!custom.equals(List.copyOf(vm.getCustomProperties()))) {
            values.getCustomProperties().addAll(custom);
            features.add("customProperties");
        }
        desk.acts().ask("Run " + vm.getName() + " once",
                engine -> engine.service(Vms.class).runOnce(engine.caller(), vm.getId(), new Patch<>(values, features)), result -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    private void boot(Vm values, Set<String> features) {
        List<BootDevice> order = switch (Objects.requireNonNull(boot).getSelectionIndex()) {
            case 1 -> List.of(BootDevice.CDROM, BootDevice.HD);
            case 2 -> List.of(BootDevice.HD, BootDevice.CDROM);
            case 3 -> List.of(BootDevice.NETWORK, BootDevice.HD);
            default -> List.of();
        };
        if (!order.isEmpty()) {
            values.getBootDevices().addAll(order);
            features.add("bootDevices");
        }
    }

    /** Counts where it shows another line than at first. */
    private static void image(List<Disk> all, @Nullable Combo combo, @Nullable String before, Consumer<@Nullable String> set,
            String feature,
            Set<String> features) {
        int line = Objects.requireNonNull(combo).getSelectionIndex();
        if (line >= 0 && line != line(all, before)) {
            set.accept(line == 0 ? null : all.get(line - 1).getId());
            features.add(feature);
        }
    }
}
