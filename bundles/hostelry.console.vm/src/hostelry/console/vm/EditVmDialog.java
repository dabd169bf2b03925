package hostelry.console.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Name, description and size of a machine; the size only while it is down. */
final class EditVmDialog extends FormDialog {
    private final Desk desk;
    private final Vm vm;
    private @Nullable Text name;
    private @Nullable Text description;
    private @Nullable Text memory;
    private @Nullable Text cpus;

    EditVmDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.EDIT, "Edit " + vm.getName(), "Save");
        this.desk = desk;
        this.vm = vm;
    }

    @Override
    protected void fields() {
        boolean down = !VmMoves.running(vm.getStatus());
        Text first = text("editvm.name", "Name", vm.getName(), "");
        first.selectAll();
        name = first;
        description = text("editvm.description", "Description", Words.orEmpty(vm.getDescription()), "");
        Text size = text("editvm.memory", "Memory", Bytes.text(vm.getMemory()),
                down ? "such as 512 MiB or 4 GiB" : "change it while it is down");
        size.setEnabled(down);
        memory = size;
        Text cores = text("editvm.cpus", "CPUs", Integer.toString(vm.getCpuCores()), down ? "cores" : "change it while it is down");
        cores.setEnabled(down);
        cpus = cores;
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        if (value(name).isEmpty()) {
            return List.of("It needs a name.");
        }
        if (Bytes.parse(value(memory), Bytes.MIB) < 0) {
            return List.of("Memory is a number with a unit, such as 512 MiB or 4 GiB.");
        }
        return value(cpus).matches("[1-9]\\d{0,3}") ? List.of() : List.of("CPUs is a whole number from 1 on.");
    }

    @Override
    protected void finish() {
        Vm values = HostelryFactory.eINSTANCE.createVm();
        Set<String> features = new HashSet<>();
        if (!value(name).equals(vm.getName())) {
            values.setName(value(name));
            features.add("name");
        }
        if (!value(description).equals(Words.orEmpty(vm.getDescription()))) {
            values.setDescription(value(description));
            features.add("description");
        }
        // only what was typed anew: the text of a size is rounded
        if (!value(memory).equals(Bytes.text(vm.getMemory()))) {
            values.setMemory(Bytes.parse(value(memory), Bytes.MIB));
            features.add("memory");
        }
        if (Integer.parseInt(value(cpus)) != vm.getCpuCores()) {
            values.setCpuCores(Integer.parseInt(value(cpus)));
            features.add("cpuCores");
        }
        if (features.isEmpty()) {
            done();
            return;
        }
        desk.acts().ask("Edit " + vm.getName(),
                engine -> engine.service(Vms.class).update(engine.caller(), vm.getId(), new Patch<>(values, features)), result -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
