package hostelry.node.libvirt.xml;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.DomainSpec.Card;
import hostelry.node.api.DomainSpec.Drive;
import hostelry.node.libvirt.xml.Plan.Image;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes the domain of a guest. */
public final class DomainWriter {
    /** Of our element in a domain's metadata. */
    public static final String NAMESPACE = "urn:hostelry:guest:1";
    /** In libvirt's words a moment that is over: nobody gets in with such a password. */
    public static final String LONG_AGO = "2001-01-01T00:00:00";

    private static final int SPARE_PORTS = 4;
    /** Devices of the viewer that can be plugged in at once. */
    private static final int REDIRECTED = 4;

    private final Plan plan;
    private final DomainSpec spec;
    private final BootOrder boot;

    private DomainWriter(Plan plan) {
        this.plan = plan;
        this.spec = plan.spec();
        this.boot = new BootOrder(spec.boot, spec.drives.size(), spec.cards.size());
    }

    public static String write(Plan plan) {
        return new DomainWriter(plan).domain().toString();
    }

    private Tag domain() {
        Tag domain = Tag.root("domain").set("type", plan.kvm() ? "kvm" : "qemu");
        domain.add("name").text(spec.name);
        domain.add("uuid").text(spec.id);
        if (spec.description != null && !spec.description.isBlank()) {
            domain.add("description").text(spec.description);
        }
        Tag ours = domain.add("metadata").add(NAMESPACE, "hostelry:guest").set("made-by", "Hostelry").set("id", spec.id);
        for (DomainSpec.Property property : spec.properties) {
            ours.add(NAMESPACE, "hostelry:property").set("name", property.name).set("value", property.value);
        }
        if (!spec.disconnect.equals("none")) {
            ours.add(NAMESPACE, "hostelry:disconnect").set("action", spec.disconnect).set("minutes",
                    String.valueOf(spec.disconnectMinutes));
        }
        SizeXml.write(domain, spec);
        if (spec.ioThreads > 0) {
            domain.add("iothreads").text(spec.ioThreads);
        }
        new BoardXml(spec, plan).write(domain);
        domain.with("clock", clock -> {
            if (spec.clock == 0) {
                clock.set("offset", "utc");
            } else {
                clock.set("offset", "variable").set("adjustment", spec.clock).set("basis", "utc");
            }
            clock.add("timer").set("name", "rtc").set("tickpolicy", "catchup");
            clock.add("timer").set("name", "pit").set("tickpolicy", "delay");
            clock.add("timer").set("name", "hpet").set("present", "no");
        });
        domain.add("on_poweroff").text("destroy");
        domain.add("on_reboot").text("restart");
        domain.add("on_crash").text("destroy");
        devices(domain.add("devices"));
        return domain;
    }

    private void devices(Tag devices) {
        controllers(devices);
        drives(devices);
        cdDrive(devices);
        seedDrive(devices);
        for (int i = 0; i < spec.cards.size(); i++) {
            card(devices, i);
        }
        AsideXml aside = new AsideXml(spec);
        aside.console(devices, plan.serialLog());
        devices.with("channel",
                agent -> agent.set("type", "unix").add("target").set("type", "virtio").set("name", "org.qemu.guest_agent.0"));
        if (spec.graphics.contains("spice")) {
            devices.with("channel",
                    spice -> spice.set("type", "spicevmc").add("target").set("type", "virtio").set("name", "com.redhat.spice.0"));
        }
        devices.add("input").set("type", "tablet").set("bus", "usb");
        for (String kind : List.of("spice", "vnc")) {
            if (spec.graphics.contains(kind)) {
                graphics(devices, kind);
            }
        }
        aside.screen(devices);
        if (spec.sound) {
            devices.add("sound").set("model", q35() ? "ich9" : "ich6");
        }
        if (spec.redirect && spec.graphics.contains("spice")) {
            for (int i = 0; i < REDIRECTED; i++) {
                devices.add("redirdev").set("bus", "usb").set("type", "spicevmc");
            }
        }
        if (spec.balloon) {
            devices.with("memballoon", balloon -> balloon.set("model", "virtio").add("stats").set("period", 2));
        } else {
            devices.add("memballoon").set("model", "none");
        }
        aside.write(devices);
    }

    private boolean q35() {
        return spec.board.equals("q35");
    }

    private void controllers(Tag devices) {
        if (q35()) {
            ports(devices);
        }
        devices.add("controller").set("type", "usb").set("index", 0).set("model", "qemu-xhci");
        devices.add("controller").set("type", "sata").set("index", 0);
        if (spec.scsi) {
            devices.add("controller").set("type", "scsi").set("index", 0).set("model", "virtio-scsi");
        }
        devices.add("controller").set("type", "virtio-serial").set("index", 0);
    }

    private void ports(Tag devices) {
        devices.add("controller").set("type", "pci").set("index", 0).set("model", "pcie-root");
        // one port for each device that has one, and some more: a running q35 takes new devices only in ports that are there
        int devicesOnPorts = spec.cards.size() + spec.drives.size() + 6 + (spec.sound ? 1 : 0) + (spec.watchdog == null ? 0 : 1);
        for (int i = 1; i <= devicesOnPorts + SPARE_PORTS; i++) {
            devices.add("controller").set("type", "pci").set("index", i).set("model", "pcie-root-port");
        }
    }

    private void drives(Tag devices) {
        DiskNames names = new DiskNames();
        AtomicInteger threads = new AtomicInteger(); // they take turns
        for (int i = 0; i < spec.drives.size(); i++) {
            Drive drive = spec.drives.get(i);
            int order = boot.ofDrive(i);
            Image image = plan.drives().get(i);
            devices.with("disk", disk -> {
                int thread = spec.ioThreads > 0 && drive.bus.equals("virtio") ? 1 + threads.getAndIncrement() % spec.ioThreads : 0;
                PartXml.drive(disk, drive, image, names.next(drive.bus), thread);
                order(disk, order);
            });
        }
    }

    private void cdDrive(Tag devices) {
        devices.with("disk", disk -> {
            disk.set("type", "file").set("device", "cdrom");
            disk.add("driver").set("name", "qemu").set("type", "raw");
            if (plan.cd() != null) {
                disk.add("source").set("file", plan.cd().file());
            }
            disk.add("target").set("dev", DiskNames.CD).set("bus", "sata");
            disk.add("readonly");
            order(disk, boot.ofCd());
        });
    }

    /** A drive of its own: the other one is for people's discs. It is needed at the start alone, and not where the guest moves to or wakes up. */
    private void seedDrive(Tag devices) {
        if (plan.seed() != null) {
            devices.with("disk", disk -> {
                disk.set("type", "file").set("device", "cdrom");
                disk.add("driver").set("name", "qemu").set("type", "raw");
                disk.add("source").set("file", plan.seed()).set("startupPolicy", "requisite");
                DiskNames names = new DiskNames();
                spec.drives.forEach(drive -> names.next(drive.bus));
                disk.add("target").set("dev", names.next("sata")).set("bus", "sata");
                disk.add("readonly");
            });
        }
    }

    private static void order(Tag device, int order) {
        if (order > 0) {
            device.add("boot").set("order", order);
        }
    }

    private void card(Tag devices, int index) {
        Card card = spec.cards.get(index);
        Plug plug = plan.plugs().get(index);
        devices.with("interface", to -> {
            PartXml.card(to, card, plug);
            order(to, boot.ofCard(index));
        });
    }

    private void graphics(Tag devices, String kind) {
        devices.with("graphics", graphics -> {
            graphics.set("type", kind).set("autoport", "yes").set("listen", plan.listen()).set("passwd", plan.passwords().get(kind))
                    .set("passwdValidTo", LONG_AGO);
            if (plan.secure() && kind.equals("spice")) {
                graphics.set("defaultMode", LandingXml.SECURE); // libvirt then opens no plain port
            }
            graphics.add("listen").set("type", "address").set("address", plan.listen());
        });
    }
}
