package hostelry.node.libvirt.xml;

import hostelry.node.api.DomainSpec;

/** The board of a guest: its version, its firmware, its serial number, and the CPU on it. */
final class BoardXml {
    private static final String SECURE = "uefi-secure";
    private final DomainSpec spec;
    private final boolean kvm;
    private final Plan.Kernel kernel;

    BoardXml(DomainSpec spec, Plan plan) {
        this.spec = spec;
        this.kvm = plan.kvm();
        this.kernel = plan.kernel();
    }

    void write(Tag domain) {
        if (spec.serial != null) {
            domain.with("sysinfo", info -> info.set("type", "smbios").add("system").add("entry").set("name", "serial")
                    .text(String.valueOf(spec.serial)));
        }
        domain.with("os", this::os);
        domain.with("features", features -> {
            features.add("acpi");
            features.add("apic");
            if (spec.firmware.equals(SECURE)) {
                features.add("smm").set("state", "on"); // what guards the keys from the guest
            }
        });
        cpu(domain);
    }

    private void os(Tag os) {
        if (!spec.firmware.equals("bios")) {
            // which file that is, libvirt finds among those that the host has
            os.set("firmware", "efi");
        }
        os.add("type").set("arch", "x86_64").set("machine", spec.machine == null ? spec.board : spec.machine).text("hvm");
        if (spec.firmware.equals(SECURE)) {
            os.with("firmware", firmware -> {
                firmware.add("feature").set("enabled", "yes").set("name", "secure-boot");
                firmware.add("feature").set("enabled", "yes").set("name", "enrolled-keys");
            });
            os.add("loader").set("secure", "yes");
        }
        if (kernel.image() != null) {
            os.add("kernel").text(kernel.image());
            if (kernel.initrd() != null) {
                os.add("initrd").text(kernel.initrd());
            }
            if (spec.kernelArguments != null) {
                os.add("cmdline").text(spec.kernelArguments);
            }
        }
        if (spec.serial != null) {
            os.add("smbios").set("mode", "sysinfo");
        }
    }

    private void cpu(Tag domain) {
        Tag cpu = domain.add("cpu");
        if (spec.cpu == null || !kvm && spec.cpu.startsWith("host-")) {
            // the emulation offers all it can: today's systems want more than its oldest model has
            cpu.set("mode", kvm ? "host-model" : "maximum").set("check", kvm ? "partial" : "none");
        } else if (spec.cpu.startsWith("host-")) {
            cpu.set("mode", spec.cpu).set("check", spec.cpu.equals("host-model") ? "partial" : "none");
        } else {
            cpu.set("mode", "custom").set("match", "exact").set("check", kvm ? "partial" : "none");
            String[] words = spec.cpu.split(",");
            cpu.add("model").set("fallback", "forbid").text(words[0]);
            for (int i = 1; i < words.length; i++) {
                cpu.add("feature").set("policy", words[i].startsWith("-") ? "disable" : "require").set("name", words[i].substring(1));
            }
        }
        cpu.add("topology").set("sockets", SizeXml.sockets(spec)).set("cores", spec.cores).set("threads", spec.threads);
        SizeXml.node(cpu, spec);
    }
}
