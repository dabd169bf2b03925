package hostelry.console.host;

import hostelry.console.kit.Desk;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.page.DetailsPage;
import hostelry.console.kit.page.DetailsPage.Line;
import hostelry.console.kit.page.DetailsPage.Section;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.Entity;
import hostelry.model.Host;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Composite;

/** What a host is and how it does. */
final class HostGeneral {
    private final Desk desk;

    HostGeneral(Desk desk) {
        this.desk = desk;
    }

    Page<Host> make(Composite parent) {
        return new DetailsPage<>(parent, desk.look(), List.of(
                new Section<>("",
                        List.of(new Line<>("host.name", "Name", host -> Words.orEmpty(host.getName())),
                                new Line<>("host.status", "Status", HostGeneral::status),
                                new Line<>("", "Address", HostGeneral::address),
                                new Line<>("", "Cluster", host -> desk.estate().name(Cluster.class, host.getCluster())),
                                new Line<>("", "Virtual machines", host -> host.getVmsActive() + " run here"),
                                new Line<>("host.certificate", "Certificate", HostGeneral::certificate),
                                new Line<>("", "Id", Entity::getId))),
                new Section<>("",
                        List.of(new Line<>("host.cpus", "CPUs", HostGeneral::cpuText), new Line<>("", "Processor", HostGeneral::processor),
                                new Line<>("host.memory", "Memory",
                                        host -> Bytes.text(host.getMemory()) + ", " + Bytes.text(host.getMemoryUsed()) + " used"),
                                new Line<>("", "Operating system",
                                        host -> (Words.orEmpty(host.getOsType()) + " " + Words.orEmpty(host.getOsVersion())).strip()),
                                new Line<>("", "Kernel", host -> Words.orEmpty(host.getKernel())),
                                new Line<>("", "Running since",
                                        host -> host.getBootTime() == null ? "" : Times.exact(host.getBootTime())))),
                new Section<>("", List.of(new Line<>("host.libvirt", "libvirt", host -> Words.orEmpty(host.getLibvirtVersion())),
                        new Line<>("host.qemu", "QEMU", host -> Words.orEmpty(host.getQemuVersion())),
                        new Line<>("host.virtualization", "Virtualization", HostGeneral::virtualizationSentence),
                        new Line<>("host.swap", "Swap", host -> host.getSwapTotal() == 0
                                ? "None"
                                : Bytes.text(host.getSwapUsed()) + " of " + Bytes.text(host.getSwapTotal()) + " in use"),
                        new Line<>("", "Shared memory (KSM)",
                                host -> host.getMemoryShared() == 0 ? "None" : Bytes.text(host.getMemoryShared())),
                        new Line<>("", "Disks",
                                host -> Bytes.perSecond(host.getDiskRead()) + " read, " + Bytes.perSecond(host.getDiskWrite())
                                        + " written"),
                        new Line<>("", "Last seen", host -> Times.ago(host.getLastSeen(), Instant.now()))))));
    }

    private static String status(Host host) {
        StatusWord word = Objects.requireNonNull(StatusWord.of(host));
        return word.detail().isEmpty() ? word.word() : word.word() + ": " + word.detail();
    }

    private static String certificate(Host host) {
        if (host.getRequestFingerprint() != null) {
            return "Asks for one with the key " + host.getRequestFingerprint();
        }
        if (host.getCertificateUntil() == null) {
            return host.getPort() == 0 ? "The engine's own" : "Not known yet";
        }
        return Words.orEmpty(host.getCertificateSubject()) + ", good until " + Times.exact(host.getCertificateUntil());
    }

    private static String address(Host host) {
        return Words.orEmpty(host.getAddress()) + (host.getPort() == 0 ? "" : ":" + host.getPort());
    }

    static int cpus(Host host) {
        return host.getCpuSockets() * host.getCpuCores() * Math.max(1, host.getCpuThreads());
    }

    static String cpuText(Host host) {
        return cpus(host) + " (" + Words.count(host.getCpuSockets(), "socket", "sockets") + ", "
                + Words.count(host.getCpuCores(), "core", "cores") + ", "
                + Words.count(Math.max(1, host.getCpuThreads()), "thread", "threads") + " each)";
    }

    static String processor(Host host) {
        return Words.orEmpty(host.getCpuModel()) + (host.getCpuSpeed() == 0 ? "" : ", " + host.getCpuSpeed() + " MHz");
    }

    static String virtualization(Host host) {
        return switch (host.getVirtualization()) {
            case KVM -> "KVM";
            case QEMU -> "Emulation";
            case SIMULATED -> "Simulated";
            case UNKNOWN -> "Unknown";
        };
    }

    /** The node's own sentence says why it is so. */
    private static String virtualizationSentence(Host host) {
        String detail = Words.orEmpty(host.getVirtualizationDetail());
        return detail.isEmpty() ? virtualization(host) : virtualization(host) + ": " + detail;
    }
}
