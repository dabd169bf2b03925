package hostelry.console.host.networks;

import hostelry.console.host.plan.Board;
import hostelry.console.host.plan.Facts.Device;
import hostelry.console.host.plan.Pick;
import hostelry.console.host.plan.Sheet;
import hostelry.console.host.plan.Step;
import hostelry.console.host.plan.WillHappen;
import hostelry.console.kit.VerbBar;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** All that can be done to what is selected in the picture, without a mouse. */
final class PictureMenu {
    private final Board board;
    private final Menu menu;

    PictureMenu(Control owner, Board board) {
        this.board = board;
        this.menu = new Menu(owner);
        menu.addListener(SWT.Show, event -> fill());
    }

    Menu menu() {
        return menu;
    }

    private void fill() {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        board.selected().ifPresent(pick -> {
            switch (pick.kind()) {
                case NETWORK -> network(pick);
                case CARD -> card(pick);
                case BOND -> bond(pick);
                case CARDS, FREE -> throw new IllegalStateException("places are not selected");
            }
        });
        if (menu.getItemCount() > 0) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        plain(menu, "networks.menu.undo", "Undo\tCtrl+Z", board.canUndo(), board::undo);
        plain(menu, "networks.menu.redo", "Redo\tCtrl+Y", board.canRedo(), board::redo);
    }

    private void network(Pick pick) {
        Menu inner = inner("Put on…");
        for (Device device : board.facts().devices(board.sheet())) {
            step(inner, device.name(), pick, device.isBond() ? Pick.bond(device.name()) : Pick.card(device.name()));
        }
        step(menu, "Take off this host\tDel", pick, Pick.FREE);
    }

    private void card(Pick pick) {
        Menu inner = inner("Bond with…");
        for (Device device : board.facts().devices(board.sheet())) {
            if (!device.name().equals(pick.id()) && !device.cards().contains(pick.id())) {
                step(inner, device.name(), pick, device.isBond() ? Pick.bond(device.name()) : Pick.card(device.name()));
            }
        }
        board.sheet().bondOf(pick.id()).ifPresent(bond -> step(menu, "Take out of " + bond + "\tDel", pick, Pick.CARDS));
    }

    private void bond(Pick pick) {
        Sheet.Bond bond = board.sheet().bonds().get(pick.id());
        if (bond == null) {
            return;
        }
        Menu inner = inner("Mode");
        for (int mode : List.of(Sheet.ACTIVE_BACKUP, Sheet.LACP)) {
            MenuItem item = new MenuItem(inner, SWT.RADIO);
            item.setText(WillHappen.mode(mode));
            item.setSelection(bond.mode() == mode);
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    board.act(board.moves().mode(board.sheet(), pick.id(), mode), pick);
                }
            });
        }
        plain(menu, "networks.menu.break", "Break " + pick.id() + "\tDel", true,
                () -> board.act(board.moves().breakUp(board.sheet(), pick.id()), pick));
    }

    private Menu inner(String text) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(text);
        Menu inner = new Menu(menu);
        item.setMenu(inner);
        item.addListener(SWT.Dispose, event -> inner.dispose());
        return inner;
    }

    /** Greyed where it does not go, with the reason in the tooltip; what would change nothing is greyed too. */
    private void step(Menu place, String text, Pick what, Pick onto) {
        Step step = board.moves().drag(board.sheet(), what, onto);
        MenuItem item = new MenuItem(place, SWT.PUSH);
        item.setText(text);
        item.setEnabled(step.goes() && !step.deed().isEmpty());
        item.setToolTipText(step.goes() ? step.deed() : step.why());
        item.addListener(SWT.Selection, event -> board.drop(what, onto));
    }

    private static void plain(Menu place, String key, String text, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(place, SWT.PUSH);
        item.setData(VerbBar.KEY, key);
        item.setText(text);
        item.setEnabled(enabled);
        item.addListener(SWT.Selection, event -> action.run());
    }
}
