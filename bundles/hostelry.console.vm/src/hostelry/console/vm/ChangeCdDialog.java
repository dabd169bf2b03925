package hostelry.console.vm;

import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.DiskStatus;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Combo;
import org.jspecify.annotations.Nullable;

/** Puts another disc into the drive, or takes it out. */
final class ChangeCdDialog extends FormDialog {
    private final Desk desk;
    private final Vm vm;
    private final List<Disk> discs;
    private @Nullable Combo disc;

    ChangeCdDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.CHANGECD, "Change the CD of " + vm.getName(), "Change");
        this.desk = desk;
        this.vm = vm;
        this.discs = desk.estate().all(Disk.class).stream()
                .filter(disk -> disk.getContentType() == DiskContentType.ISO && disk.getStatus() == DiskStatus.OK)
                .sorted(Comparator.comparing((Disk disk) -> Words.orEmpty(disk.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        List<String> names = new ArrayList<>(List.of("Empty"));
        discs.forEach(disk -> names.add(Words.orEmpty(disk.getName())));
        int now = 0;
        for (int i = 0; i < discs.size(); i++) {
            if (discs.get(i).getId().equals(vm.getCdrom())) {
                now = i + 1;
            }
        }
        disc = combo("cd.disc", "Disc", names, now);
    }

    @Override
    protected List<String> problems() {
        return List.of();
    }

    @Override
    protected String hint() {
        return discs.isEmpty() ? "There are no discs yet; upload an ISO first." : "";
    }

    @Override
    protected void finish() {
        int index = Objects.requireNonNull(disc).getSelectionIndex();
        String id = index <= 0 ? null : discs.get(index - 1).getId();
        desk.acts().ask("Change the CD of " + vm.getName(), engine -> engine.service(Vms.class).changeCd(engine.caller(), vm.getId(), id),
                result -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
