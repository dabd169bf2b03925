package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.Histories.Load;
import hostelry.console.kit.table.Sparks;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.Host;
import hostelry.model.Tag;
import hostelry.model.Vm;
import hostelry.model.nextrun.EditPlan;
import hostelry.model.states.VmMoves;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.SWT;

/** The columns of machines. */
final class VmColumns {
    private final Desk desk;

    VmColumns(Desk desk) {
        this.desk = desk;
    }

    List<Column<Vm>> columns() {
        return List.of(status(), name(), host(), addresses(), cpu(), memory(), network(), uptime(), pending(), tags(), description());
    }

    Column<Vm> status() {
        return Column.<Vm>text("status", "Status", 116, vm -> word(vm).word()).with(vm -> desk.look().icons().of(word(vm).status().icon()))
                .ordered(Comparator.comparing((Vm vm) -> word(vm).status()).thenComparing(vm -> word(vm).word()))
                .tipped(vm -> word(vm).detail());
    }

    /** A mark where changes wait until it is next powered off. */
    private Column<Vm> pending() {
        return Column.<Vm>text("nextrun", "Next run", 84, vm -> vm.isNextRunConfigurationExists() ? "Changes" : "")
                .tipped(vm -> new NextRunWords(desk.estate()::name).lines(EditPlan.waiting(vm)));
    }

    private static StatusWord word(Vm vm) {
        return Objects.requireNonNull(StatusWord.of(vm));
    }

    Column<Vm> name() {
        return Column.text("name", "Name", 120, vm -> Words.orEmpty(vm.getName()));
    }

    private Column<Vm> host() {
        return Column.text("host", "Host", 84, vm -> desk.estate().name(Host.class, vm.getHost()));
    }

    private static Column<Vm> addresses() {
        return Column.<Vm>text("ip", "IP address", 116, vm -> vm.getAddresses().isEmpty() ? "—" : vm.getAddresses().get(0))
                .tipped(vm -> String.join("\n", vm.getAddresses()));
    }

    Column<Vm> cpu() {
        return load("cpu", "CPU %", Load.CPU, Hue.BLUE, 100, vm -> percent(vm.getCpuUsage()), Vm::getCpuUsage);
    }

    Column<Vm> memory() {
        return load("memory", "Memory %", Load.MEMORY, Hue.STEEL, 100, vm -> percent(memoryShare(vm)), VmColumns::memoryShare)
                .tipped(vm -> Bytes.text(vm.getMemoryUsed()) + " of " + Bytes.text(vm.getMemory()));
    }

    private Column<Vm> network() {
        return load("network", "Net MiB/s", Load.NETWORK, Hue.GREEN, 0, vm -> Bytes.mib(traffic(vm)), VmColumns::traffic)
                .tipped(vm -> "in " + Bytes.perSecond(vm.getNetworkReceive()) + ", out " + Bytes.perSecond(vm.getNetworkTransmit()));
    }

    private Column<Vm> load(String key, String title, Load load, Hue hue, double full, java.util.function.Function<Vm, String> text,
            java.util.function.Function<Vm, Double> value) {
        return Column.<Vm>number(key, title, 96, vm -> VmMoves.running(vm.getStatus()) ? text.apply(vm) : "—",
                vm -> VmMoves.running(vm.getStatus()) ? value.apply(vm) : -1.0)
                .painted(Sparks.line(desk.look(), hue, vm -> desk.histories().of(vm.getId(), load), full));
    }

    private static Column<Vm> uptime() {
        return Column
                .<Vm>number("uptime", "Uptime", 84, vm -> since(vm).isZero() ? "—" : Times.span(since(vm)),
                        vm -> (double) since(vm).toSeconds())
                .tipped(vm -> since(vm).isZero() ? "" : "started " + Times.exact(vm.getStartTime()));
    }

    private static Duration since(Vm vm) {
        return vm.getStartTime() == null || !VmMoves.running(vm.getStatus())
                ? Duration.ZERO
                : Duration.between(vm.getStartTime(), Instant.now()).plusSeconds(1).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private Column<Vm> tags() {
        return Column.<Vm>text("tags", "Tags", 84, vm -> String.join(", ", tagNames(vm))).tipped(vm -> String.join("\n", tagNames(vm)));
    }

    /** Those that may be seen, in the order of their names. */
    private List<String> tagNames(Vm vm) {
        return vm.getTags().stream().flatMap(id -> desk.estate().find(Tag.class, id).stream()).map(tag -> Words.orEmpty(tag.getName()))
                .sorted(Words.NATURAL).toList();
    }

    private static Column<Vm> description() {
        return new Column<>("description", "Description", 160, SWT.LEFT, vm -> Words.orEmpty(vm.getDescription()),
                Comparator.comparing(vm -> Words.orEmpty(vm.getDescription()), Words.NATURAL), null, null, null, true);
    }

    static double memoryShare(Vm vm) {
        return vm.getMemory() == 0 ? 0 : 100.0 * vm.getMemoryUsed() / vm.getMemory();
    }

    static double traffic(Vm vm) {
        return vm.getNetworkReceive() + vm.getNetworkTransmit();
    }

    static String percent(double value) {
        return Long.toString(Math.round(value));
    }
}
