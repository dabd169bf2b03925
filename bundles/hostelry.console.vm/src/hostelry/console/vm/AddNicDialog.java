package hostelry.console.vm;

import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.NicInterface;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Gives a machine a network card; a guest that runs gets it at once. */
final class AddNicDialog extends FormDialog {
    private final Desk desk;
    private final Vm vm;
    private final ProfileChoice profiles;
    private @Nullable Text name;
    private @Nullable Combo network;
    private @Nullable Combo kind;

    AddNicDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.NIC, "Add a NIC to " + vm.getName(), "Add");
        this.desk = desk;
        this.vm = vm;
        this.profiles = ProfileChoice.of(desk);
    }

    @Override
    protected void fields() {
        name = text("nic.name", "Name", "", "");
        name.setMessage("the next free one");
        network = combo("nic.network", "Network", profiles.names(), Math.min(1, profiles.names().size() - 1));
        kind = combo("nic.interface", "Interface", NicInterface.VALUES.stream().map(NicInterface::getLiteral).toList(),
                NicInterface.VALUES.indexOf(NicInterface.VIRTIO));
    }

    @Override
    protected List<String> problems() {
        return List.of();
    }

    @Override
    protected String hint() {
        return VmMoves.still(vm.getStatus()) ? "" : "The guest gets it at once.";
    }

    @Override
    protected void finish() {
        Nic nic = HostelryFactory.eINSTANCE.createNic();
        String wanted = Objects.requireNonNull(name).getText().strip();
        if (!wanted.isEmpty()) {
            nic.setName(wanted);
        }
        nic.setVnicProfile(profiles.id(Objects.requireNonNull(network).getSelectionIndex()));
        nic.setInterface(NicInterface.VALUES.get(Math.max(0, Objects.requireNonNull(kind).getSelectionIndex())));
        nic.setPlugged(true);
        nic.setLinked(true);
        desk.acts().ask("Add a NIC to " + vm.getName(), engine -> engine.service(Vms.class).addNic(engine.caller(), vm.getId(), nic),
                result -> done(), problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
