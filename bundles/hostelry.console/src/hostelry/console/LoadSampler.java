package hostelry.console;

import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.table.Histories;
import hostelry.console.kit.table.Histories.Load;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;

/** Notes the loads that the estate shows, at a steady pace, for the small charts. */
final class LoadSampler {
    private static final long PACE_SECONDS = 2;

    private final LiveEstate estate;
    private final Histories histories;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("load sampler").factory());

    LoadSampler(LiveEstate estate, Histories histories) {
        this.estate = estate;
        this.histories = histories;
    }

    void start(Display display) {
        clock.scheduleAtFixedRate(this::sample, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
        display.disposeExec(clock::shutdownNow);
    }

    private void sample() {
        for (Vm vm : estate.all(Vm.class)) {
            if (VmMoves.running(vm.getStatus())) {
                histories.add(vm.getId(), Load.CPU, vm.getCpuUsage());
                histories.add(vm.getId(), Load.MEMORY, vm.getMemory() == 0 ? 0 : 100.0 * vm.getMemoryUsed() / vm.getMemory());
                histories.add(vm.getId(), Load.NETWORK, vm.getNetworkReceive() + vm.getNetworkTransmit());
                histories.add(vm.getId(), Load.DISK, vm.getDiskRead() + vm.getDiskWrite());
            } else {
                histories.forget(vm.getId());
            }
        }
        for (Host host : estate.all(Host.class)) {
            if (host.getStatus() == HostStatus.UP) {
                histories.add(host.getId(), Load.CPU, host.getCpuUsage());
                histories.add(host.getId(), Load.MEMORY, host.getMemory() == 0 ? 0 : 100.0 * host.getMemoryUsed() / host.getMemory());
                histories.add(host.getId(), Load.NETWORK, host.getNetworkReceive() + host.getNetworkTransmit());
            } else {
                histories.forget(host.getId());
            }
        }
    }
}
