package hostelry.node.libvirt.xml;

import hostelry.node.api.DomainSpec;
import java.nio.file.Path;

/** What a guest has beside disks, cards and the doors to its screen: console, screen, random numbers, watchdog, TPM, smart cards. */
final class AsideXml {
    /** KiB for each screen, as oVirt gives them. */
    private static final int RAM = 65_536;
    private static final int VIDEO_RAM = 8192;
    private static final int VGA_RAM = 16_384;
    private final DomainSpec spec;

    AsideXml(DomainSpec spec) {
        this.spec = spec;
    }

    void console(Tag devices, Path log) {
        if (spec.console) {
            devices.with("serial", serial -> {
                serial.set("type", "pty");
                serial.add("log").set("file", log).set("append", "off");
                serial.add("target").set("port", 0);
            });
            devices.with("console", console -> console.set("type", "pty").add("target").set("type", "serial").set("port", 0));
        }
    }

    void screen(Tag devices) {
        boolean spice = spec.graphics.contains("spice");
        if (!spec.graphics.isEmpty()) {
            Tag model = devices.add("video").add("model").set("type", spice ? "qxl" : "virtio");
            if (spice && spec.monitors > 1) {
                // one card with several heads: what drivers of today want
                model.set("ram", RAM * spec.monitors).set("vram", VIDEO_RAM * spec.monitors).set("vgamem", VGA_RAM * spec.monitors)
                        .set("heads", spec.monitors);
            }
            model.set("primary", "yes");
        }
        if (spice && spec.smartcard) {
            devices.add("smartcard").set("mode", "passthrough").set("type", "spicevmc");
        }
    }

    void write(Tag devices) {
        devices.with("rng", rng -> {
            rng.set("model", "virtio");
            if (spec.rngBytes > 0) {
                Tag rate = rng.add("rate").set("bytes", spec.rngBytes);
                if (spec.rngPeriod > 0) {
                    rate.set("period", spec.rngPeriod);
                }
            }
            rng.add("backend").set("model", "random").text("/dev/" + spec.rng);
        });
        if (spec.watchdog != null) {
            devices.add("watchdog").set("model", String.valueOf(spec.watchdog)).set("action", spec.watchdogAction);
        }
        if (spec.tpm) {
            devices.with("tpm", tpm -> tpm.set("model", "tpm-crb").add("backend").set("type", "emulator").set("version", "2.0"));
        }
    }
}
