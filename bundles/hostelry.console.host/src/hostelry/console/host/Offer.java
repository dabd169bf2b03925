package hostelry.console.host;

import hostelry.api.HostHardware;
import hostelry.api.HostHardware.Abilities;
import hostelry.api.HostHardware.Device;
import hostelry.api.HostHardware.PageSize;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.Host;
import hostelry.model.Virtualization;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that a host offers to guests, or does not. Pure.
 *
 * @param advice what an administrator can do about it; empty where there is nothing to do
 */
record Offer(State state, String name, String detail, String advice) {
    enum State {
        YES, NO, UNKNOWN,
        /** It has none, and few miss it. */
        PLAIN
    }

    static List<Offer> of(Host host, HostHardware hardware) {
        List<Offer> offers = new ArrayList<>();
        Abilities abilities = hardware.abilities();
        boolean told = !hardware.equals(HostHardware.UNKNOWN);
        offers.add(kvm(host, abilities, told));
        offers.add(processor(host, abilities, told));
        offers.add(nested(hardware));
        offers.add(iommu(hardware, told));
        offers.add(functions(hardware, told));
        offers.add(pages(hardware, told));
        offers.add(nodes(hardware, told));
        offers.add(abilities.encryption().isEmpty()
                ? new Offer(told ? State.PLAIN : State.UNKNOWN, "Encrypted memory", told ? "KVM offers none here" : "Not told", "")
                : new Offer(State.YES, "Encrypted memory", abilities.encryption().toUpperCase(Locale.ROOT), ""));
        return List.copyOf(offers);
    }

    private static Offer kvm(Host host, Abilities abilities, boolean told) {
        String detail = Words.orEmpty(host.getVirtualizationDetail());
        Virtualization kind = host.getVirtualization();
        if (kind == Virtualization.KVM) {
            return new Offer(State.YES, "KVM", detail.isEmpty() ? "Guests run on it" : detail, "");
        }
        if (kind == Virtualization.SIMULATED) {
            return new Offer(State.PLAIN, "KVM", "This host is simulated", "");
        }
        if (kind == Virtualization.QEMU) {
            return new Offer(State.NO, "KVM", "Guests are emulated, and slow" + (detail.isEmpty() ? "" : ": " + detail),
                    told && !abilities.kvm()
                            ? "Load the module kvm_intel or kvm_amd there."
                            : "Run hostelry-node doctor there: it says what is missing.");
        }
        return new Offer(State.UNKNOWN, "KVM", "Not known yet", "");
    }

    private static Offer processor(Host host, Abilities abilities, boolean told) {
        return switch (abilities.virtualization()) {
            case "vmx" -> new Offer(State.YES, "Virtualization in the CPU", "Intel VT-x", "");
            case "svm" -> new Offer(State.YES, "Virtualization in the CPU", "AMD-V", "");
            default -> host.getVirtualization() == Virtualization.KVM || abilities.kvm()
                    ? new Offer(State.YES, "Virtualization in the CPU", "The kernel uses it", "")
                    : !told
                            ? new Offer(State.UNKNOWN, "Virtualization in the CPU", "Not told", "")
                            : new Offer(State.NO, "Virtualization in the CPU", "The CPU does not show it",
                                    "Switch on Intel VT-x or AMD SVM in the machine's firmware.");
        };
    }

    private static Offer nested(HostHardware hardware) {
        String module = hardware.abilities().virtualization().equals("svm") ? "kvm_amd" : "kvm_intel";
        return switch (hardware.abilities().nested()) {
            case "yes" -> new Offer(State.YES, "Nested virtualization", "Guests can have guests", "");
            case "no" -> new Offer(State.NO, "Nested virtualization", "Guests can't have guests",
                    "If they are to: options " + module + " nested=1 in /etc/modprobe.d, and load the module anew.");
            default -> new Offer(State.UNKNOWN, "Nested virtualization", "Not told", "");
        };
    }

    private static Offer iommu(HostHardware hardware, boolean told) {
        Abilities abilities = hardware.abilities();
        if (abilities.iommuGroups() > 0) {
            return new Offer(State.YES, "Device pass-through (IOMMU)", Words.count(abilities.iommuGroups(), "group", "groups"), "");
        }
        boolean intel = hardware.processor().vendor().equals("Intel");
        return told
                ? new Offer(State.NO, "Device pass-through (IOMMU)", "The kernel uses no IOMMU",
                        intel
                                ? "Switch on VT-d in the firmware, and start the kernel with intel_iommu=on."
                                : "Switch on the IOMMU in the machine's firmware.")
                : new Offer(State.UNKNOWN, "Device pass-through (IOMMU)", "Not told", "");
    }

    private static Offer functions(HostHardware hardware, boolean told) {
        List<Device> able = hardware.devices().stream().filter(device -> device.functions() > 0).toList();
        if (able.isEmpty()) {
            return new Offer(told ? State.PLAIN : State.UNKNOWN, "Virtual functions (SR-IOV)",
                    told ? "No device can make them" : "Not told", "");
        }
        int most = able.stream().mapToInt(Device::functions).sum();
        int now = able.stream().mapToInt(Device::functionsNow).sum();
        return new Offer(State.YES, "Virtual functions (SR-IOV)",
                Words.count(able.size(), "device", "devices") + ": " + now + " of " + most + " made", "");
    }

    private static Offer pages(HostHardware hardware, boolean told) {
        String reserved = reserved(hardware);
        return !reserved.isEmpty()
                ? new Offer(State.YES, "Huge pages", reserved, "")
                : told
                        ? new Offer(State.NO, "Huge pages", "None are reserved",
                                "For machines that ask for them: vm.nr_hugepages in /etc/sysctl.d, or hugepages= at the kernel's start.")
                        : new Offer(State.UNKNOWN, "Huge pages", "Not told", "");
    }

    /** Such as {@code 1024 of 4096 of 2 MiB free}; empty where none are reserved. */
    static String reserved(HostHardware hardware) {
        return hardware.pages().huge().stream().filter(size -> size.total() > 0).map(Offer::reserved).collect(Collectors.joining("; "));
    }

    private static String reserved(PageSize size) {
        return size.free() + " of " + size.total() + " of " + Bytes.text(size.size()) + " free";
    }

    private static Offer nodes(HostHardware hardware, boolean told) {
        int nodes = hardware.cells().size();
        return nodes > 1
                ? new Offer(State.YES, "NUMA", Words.count(nodes, "node", "nodes"), "")
                : new Offer(told ? State.PLAIN : State.UNKNOWN, "NUMA", told ? "One node" : "Not told", "");
    }
}
