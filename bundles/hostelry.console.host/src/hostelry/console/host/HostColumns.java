package hostelry.console.host;

import hostelry.console.kit.Desk;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.Histories.Load;
import hostelry.console.kit.table.Sparks;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The columns of hosts. */
final class HostColumns {
    private final Desk desk;

    HostColumns(Desk desk) {
        this.desk = desk;
    }

    List<Column<Host>> columns() {
        return List.of(
                Column.<Host>text("status", "Status", 128, host -> word(host).word())
                        .with(host -> desk.look().icons().of(word(host).status().icon()))
                        .ordered(Comparator.comparing((Host host) -> word(host).status()).thenComparing(host -> word(host).word()))
                        .tipped(host -> word(host).detail()),
                Column.text("name", "Name", 120, host -> Words.orEmpty(host.getName())),
                Column.text("address", "Address", 110, host -> Words.orEmpty(host.getAddress())),
                load("cpu", "CPU %", Load.CPU, Hue.BLUE, 100, host -> Long.toString(Math.round(host.getCpuUsage())), Host::getCpuUsage),
                load("memory", "Memory %", Load.MEMORY, Hue.STEEL, 100, host -> Long.toString(Math.round(memoryShare(host))),
                        HostColumns::memoryShare)
                        .tipped(host -> Bytes.text(host.getMemoryUsed()) + " of " + Bytes.text(host.getMemory())),
                load("network", "Net MiB/s", Load.NETWORK, Hue.GREEN, 0,
                        host -> Bytes.mib(host.getNetworkReceive() + host.getNetworkTransmit()),
                        host -> host.getNetworkReceive() + host.getNetworkTransmit()),
                Column.number("load", "Load", 64, host -> up(host) ? String.format(Locale.ROOT, "%.2f", host.getLoad()) : "—",
                        Host::getLoad),
                Column.number("cpus", "CPUs", 60, host -> Integer.toString(HostGeneral.cpus(host)),
                        host -> (double) HostGeneral.cpus(host)),
                Column.number("vms", "VMs", 60, host -> Integer.toString(host.getVmsActive()), host -> (double) host.getVmsActive()),
                Column.text("virtualization", "Virtualization", 100, HostGeneral::virtualization));
    }

    private Column<Host> load(String key, String title, Load load, Hue hue, double full, java.util.function.Function<Host, String> text,
            java.util.function.Function<Host, Double> value) {
        return Column.<Host>number(key, title, 108, host -> up(host) ? text.apply(host) : "—", host -> up(host) ? value.apply(host) : -1.0)
                .painted(Sparks.line(desk.look(), hue, host -> desk.histories().of(host.getId(), load), full));
    }

    private static boolean up(Host host) {
        return host.getStatus() == HostStatus.UP;
    }

    private static double memoryShare(Host host) {
        return host.getMemory() == 0 ? 0 : 100.0 * host.getMemoryUsed() / host.getMemory();
    }

    private static StatusWord word(Host host) {
        return Objects.requireNonNull(StatusWord.of(host));
    }
}
