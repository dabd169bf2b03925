package hostelry.console.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.jspecify.annotations.Nullable;

/** Changes what a network card is plugged into, its link, and whether the guest has it; or takes it away. */
final class EditNicDialog extends FormDialog {
    private final Desk desk;
    private final Vm vm;
    private final List<Nic> nics;
    private final ProfileChoice profiles;
    private @Nullable Combo which;
    private @Nullable Combo network;
    private @Nullable Button plugged;
    private @Nullable Button linked;
    private @Nullable Button remove;

    EditNicDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.NIC, "Edit a NIC of " + vm.getName(), "Save");
        this.desk = desk;
        this.vm = vm;
        this.profiles = ProfileChoice.of(desk);
        this.nics = desk.estate().all(Nic.class).stream().filter(nic -> vm.getId().equals(nic.getVm()))
                .sorted(Comparator.comparing((Nic nic) -> Words.orEmpty(nic.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        Combo choice = combo("nic.which", "NIC",
                nics.stream().map(nic -> Words.orEmpty(nic.getName()) + " (" + nic.getMac() + ")").toList(),
                0);
        choice.addListener(SWT.Selection, event -> show());
        which = choice;
        network = combo("nic.network", "Network", profiles.names(), 0);
        plugged = check("nic.plugged", "Plugged into the machine", true);
        linked = check("nic.linked", "Link up", true);
        remove = check("nic.remove", "Remove it for good", false);
        show();
    }

    private Nic nic() {
        return nics.get(Math.max(0, Objects.requireNonNull(which).getSelectionIndex()));
    }

    private void show() {
        Objects.requireNonNull(network).select(profiles.line(nic().getVnicProfile()));
        Objects.requireNonNull(plugged).setSelection(nic().isPlugged());
        Objects.requireNonNull(linked).setSelection(nic().isLinked());
    }

    @Override
    protected List<String> problems() {
        return List.of();
    }

    @Override
    protected String hint() {
        return VmMoves.still(vm.getStatus()) ? "" : "The guest sees it at once; one that it is to lose it must let go of.";
    }

    @Override
    protected void finish() {
        String id = nic().getId();
        if (Objects.requireNonNull(remove).getSelection()) {
            desk.acts().ask("Remove NIC " + nic().getName() + " of " + vm.getName(),
                    engine -> engine.service(Vms.class).removeNic(engine.caller(), vm.getId(), id), result -> done(),
                    problems -> refuse(problems.stream().map(Problem::sentence).toList()));
            return;
        }
        Nic values = HostelryFactory.eINSTANCE.createNic();
        values.setVnicProfile(profiles.id(Objects.requireNonNull(network).getSelectionIndex()));
        values.setPlugged(Objects.requireNonNull(plugged).getSelection());
        values.setLinked(Objects.requireNonNull(linked).getSelection());
        Patch<Nic> patch = new Patch<>(values, Set.of("vnicProfile", "plugged", "linked"));
        desk.acts().ask("Edit NIC " + nic().getName() + " of " + vm.getName(),
                engine -> engine.service(Vms.class).updateNic(engine.caller(), vm.getId(), id, patch), result -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
