package hostelry.engine.host;

import hostelry.model.Host;
import hostelry.model.Virtualization;
import hostelry.node.api.HostFacts;
import java.time.Instant;

/** A host's facts as features of the model. */
public final class HostFeatures {
    private HostFeatures() {}

    public static void fill(Host host, HostFacts facts) {
        host.setCpuModel(facts.cpuModel());
        host.setCpuSpeed(facts.cpuMhz());
        host.setCpuSockets(facts.sockets());
        host.setCpuCores(facts.cores());
        host.setCpuThreads(facts.threads());
        host.setMemory(facts.memory());
        host.setOsType(facts.os());
        host.setOsVersion(facts.osVersion());
        host.setKernel(facts.kernel());
        host.setLibvirtVersion(facts.libvirtVersion());
        host.setQemuVersion(facts.qemuVersion());
        Virtualization virtualization = Virtualization.get(facts.virtualization());
        host.setVirtualization(virtualization == null ? Virtualization.UNKNOWN : virtualization);
        host.setVirtualizationDetail(facts.virtualizationDetail());
        host.setBootTime(facts.bootTime() == 0 ? null : Instant.ofEpochMilli(facts.bootTime()));
    }
}
