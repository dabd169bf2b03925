package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.words.Words;
import hostelry.console.vm.EditFields.Choice;
import hostelry.model.BootDevice;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.Entity;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.model.VmType;
import hostelry.model.data.OperatingSystems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The sections of a machine's editor, named and ordered as oVirt's (seed 001). One more is one more line in {@link #all}. */
record EditSections(Desk desk) {
    private static final List<String> FIRMWARE = List.of("cluster_default", "q35_sea_bios", "q35_ovmf", "q35_secure_boot",
            "i440fx_sea_bios");
    private static final List<String> LEAVING = List.of("none", "lock_screen", "logout", "reboot", "shutdown");
    private static final List<String> WATCHDOG = List.of("none", "reset", "poweroff", "dump", "pause");

    /** @param fields makes what stands in it */
    record Section(String name, Consumer<EditFields> fields) {}

    List<Section> all() {
        return List.of(new Section("General", this::general), new Section("System", this::system),
                new Section("Console", this::console), new Section("Host", this::host),
                new Section("High availability", this::availability), new Section("Resource allocation", this::resources),
                new Section("Boot", this::boot), new Section("Custom properties", this::properties));
    }

    private void general(EditFields fields) {
        fields.line("name", "").selectAll();
        fields.line("description", "");
        fields.line("comment", "");
        fields.choice("osType", OperatingSystems.all().stream().map(one -> new Choice(one.description(), one.name())).toList());
        fields.choice("type", VmType.VALUES.stream().map(one -> new Choice(one.getLiteral().replace('_', ' '), one)).toList());
        fields.flag("deleteProtected");
    }

    private void system(EditFields fields) {
        fields.bytes("memory", "such as 512 MiB or 4 GiB");
        fields.bytes("memoryMax", "up to which it can grow while it runs");
        fields.number("cpuSockets", 1, "more can be plugged in");
        fields.number("cpuCores", 1, "");
        fields.number("cpuThreads", 1, "");
        fields.words("biosType", FIRMWARE);
        fields.flag("tpm");
        fields.line("timeZone", "such as Europe/Berlin");
        fields.line("customEmulatedMachine", "the newest, or such as pc-q35-7.2");
        fields.choice("cpuMode", List.of(new Choice("As its cluster", null), new Choice("Passed through from the host", "host_passthrough"),
                new Choice("Like the host's", "host_model"), new Choice("The model below", "custom")));
        fields.line("customCpuModel", "as its cluster, or such as Nehalem");
        fields.choice("rngSource", List.of(new Choice("From the host's urandom", "urandom"), new Choice("From the host's hwrng", "hwrng")));
    }

    private void console(EditFields fields) {
        fields.choice("graphics", List.of(new Choice("SPICE", List.of(GraphicsType.SPICE)), new Choice("VNC", List.of(GraphicsType.VNC)),
                new Choice("SPICE and VNC", List.of(GraphicsType.SPICE, GraphicsType.VNC))));
        fields.choice("monitors", Stream.of(1, 2, 4).map(count -> new Choice(count.toString(), count)).toList());
        fields.words("disconnectAction", LEAVING);
        fields.number("disconnectDelay", 0, "minutes; 0: at once");
        fields.flag("smartcard");
        fields.flag("usb");
        fields.flag("soundcard");
        fields.flag("console");
    }

    private void host(EditFields fields) {
        List<Choice> where = new ArrayList<>(List.of(new Choice("Any host of its cluster", List.of())));
        Vm vm = fields.vm();
        sorted(desk.estate().all(Host.class).stream().filter(host -> Objects.equals(host.getCluster(), vm.getCluster())))
                .forEach(host -> where.add(new Choice(Words.orEmpty(host.getName()), List.of(host.getId()))));
        if (vm.getPlacementHosts().size() > 1) {
            where.add(new Choice("Several: " + String.join(", ", vm.getPlacementHosts().stream()
                    .map(id -> desk.estate().name(Host.class, id)).toList()), List.copyOf(vm.getPlacementHosts())));
        }
        fields.choice("placementHosts", where);
        fields.choice("placement", List.of(new Choice("By people and by itself", "migratable"),
                new Choice("By people alone", "user_migratable"), new Choice("Not at all", "pinned")));
    }

    private void availability(EditFields fields) {
        fields.flag("highAvailability");
        fields.number("priority", 0, "the higher the earlier");
        fields.watchdog(WATCHDOG);
    }

    private void resources(EditFields fields) {
        fields.bytes("memoryGuaranteed", "its host has for it in any case");
        fields.flag("ballooning");
        fields.number("cpuShares", 0, "2 to 10000; 0: as all");
        fields.list("vcpuPins", "such as 0#1-3; 1#4");
        fields.number("ioThreads", 0, "0 to 16");
        fields.flag("virtioScsi");
    }

    private void boot(EditFields fields) {
        BootDevice disk = BootDevice.HD;
        BootDevice disc = BootDevice.CDROM;
        BootDevice network = BootDevice.NETWORK;
        fields.choice("bootDevices",
                List.of(new Choice("Disk, then CD", List.of(disk, disc)), new Choice("CD, then disk", List.of(disc, disk)),
                        new Choice("Disk alone", List.of(disk)), new Choice("Network, then disk", List.of(network, disk)),
                        new Choice("Disk, then network", List.of(disk, network)), new Choice("Network alone", List.of(network))));
        fields.choice("cdrom", disks("Empty", one -> one.getContentType() == DiskContentType.ISO));
        fields.flag("startPaused");
        fields.choice("kernel", disks("None", EditSections::image));
        fields.choice("initrd", disks("None", EditSections::image));
        fields.line("kernelArguments", "");
    }

    private static boolean image(Disk disk) {
        return disk.getContentType() == DiskContentType.DATA && disk.getFormat() == DiskFormat.RAW;
    }

    private List<Choice> disks(String none, java.util.function.Predicate<Disk> which) {
        return Stream.concat(Stream.of(new Choice(none, null)), sorted(desk.estate().all(Disk.class).stream().filter(which)).stream()
                .map(disk -> new Choice(Words.orEmpty(disk.getName()), disk.getId()))).toList();
    }

    private void properties(EditFields fields) {
        fields.list("customProperties", "name=value; name=value");
    }

    private static <T extends Entity> List<T> sorted(Stream<T> all) {
        return all.sorted(Comparator.comparing((T one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }
}
