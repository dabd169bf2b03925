package hostelry.console.host.networks;

import hostelry.console.host.plan.Board;
import hostelry.console.host.plan.Facts.Device;
import hostelry.console.host.plan.Pick;
import hostelry.console.host.plan.Sheet;
import hostelry.console.host.plan.WillHappen;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Look;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A bond: its mode, its cards, and how to break it. */
final class BondFields {
    private static final List<Integer> MODES = List.of(Sheet.ACTIVE_BACKUP, Sheet.LACP);

    private final Board board;
    private final Composite column;
    private final Label title;
    private final Label words;
    private final Combo mode;
    private final Button end;
    private String bond = "";

    BondFields(Composite parent, Look look, Board board) {
        this.board = board;
        column = Selected.column(parent);
        title = Selected.title(column, look);
        words = Selected.words(column, look);
        Selected.label(column, "Mode");
        mode = new Combo(column, SWT.READ_ONLY | SWT.DROP_DOWN);
        mode.setItems("active-backup", "802.3ad (LACP)");
        mode.setToolTipText("active-backup: one card works, the others wait. 802.3ad: all work, and the switch must speak LACP.");
        mode.setData(VerbBar.KEY, "networks.mode");
        mode.addListener(SWT.Selection, event -> board.act(board.moves().mode(board.sheet(), bond, MODES.get(mode.getSelectionIndex())),
                Pick.bond(bond)));
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(mode);
        new Label(column, SWT.NONE);
        end = new Button(column, SWT.PUSH);
        end.setText("Break bond");
        end.setData(VerbBar.KEY, "networks.break");
        end.addListener(SWT.Selection, event -> board.act(board.moves().breakUp(board.sheet(), bond), Pick.bond(bond)));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(end);
    }

    Control show(String name) {
        bond = name;
        title.setText("Bond " + name);
        Optional<Device> device = board.facts().devices(board.sheet()).stream().filter(one -> one.name().equals(name)).findFirst();
        boolean own = device.map(Device::own).orElse(false);
        words.setText(device.map(one -> "Of " + String.join(", ", one.cards())
                + (one.own()
                        ? ". It lives as long as a network sits on it."
                        : ". It was made on the host itself, and is changed there. Mode: "
                                + WillHappen.mode(one.mode()) + "."))
                .orElse(""));
        mode.setEnabled(own);
        end.setEnabled(own);
        int index = device.map(one -> MODES.indexOf(one.mode())).orElse(-1);
        if (index < 0) {
            mode.deselectAll();
        } else {
            mode.select(index);
        }
        return column;
    }
}
