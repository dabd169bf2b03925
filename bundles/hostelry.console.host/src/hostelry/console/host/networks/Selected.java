package hostelry.console.host.networks;

import hostelry.console.host.plan.Board;
import hostelry.console.host.plan.Pick;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.words.Words;
import hostelry.model.HostNic;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Beside the picture: what is selected there, and what can be said of it. */
final class Selected {
    private static final int WIDTH = 256;

    private final Board board;
    private final Composite place;
    private final StackLayout stack = new StackLayout();
    private final NetworkFields network;
    private final BondFields bond;
    private final Composite card;
    private final Label cardName;
    private final Label cardWords;
    private final Label nothing;

    Selected(Composite parent, Look look, Board board) {
        this.board = board;
        place = new Composite(parent, SWT.NONE);
        place.setLayout(stack);
        network = new NetworkFields(place, look, board);
        bond = new BondFields(place, look, board);
        card = column(place);
        cardName = title(card, look);
        cardWords = words(card, look);
        Composite empty = column(place);
        nothing = words(empty, look);
        nothing.setText(
                "Nothing is selected.\n\nWithout a mouse: the arrow keys go through the picture, the space bar shows what can be done.");
        stack.topControl = empty;
    }

    Control control() {
        return place;
    }

    /** Shows what is selected on the board now. */
    void update() {
        Pick pick = board.selected().orElse(null);
        Control now;
        if (pick == null) {
            now = nothing.getParent();
        } else {
            now = switch (pick.kind()) {
                case NETWORK -> network.show(pick.id());
                case BOND -> bond.show(pick.id());
                case CARD -> card(pick.id());
                case CARDS, FREE -> nothing.getParent();
            };
        }
        stack.topControl = now;
        place.layout(true, true);
    }

    private Control card(String name) {
        cardName.setText("Card " + name);
        cardWords.setText(board.facts().nic(name).map(Selected::card).orElse("The host does not have it any more."));
        return card;
    }

    /** What the host's node tells of a card, a line each. */
    static String card(HostNic nic) {
        List<String> lines = new ArrayList<>();
        lines.add("up".equals(nic.getStatus()) ? "Has a link" : "Has no link");
        lines.add("MAC " + Words.orEmpty(nic.getMac()));
        lines.add("MTU " + nic.getMtu());
        if (!nic.getAddresses().isEmpty()) {
            lines.add(String.join(", ", nic.getAddresses()));
        }
        if (nic.getBridge() != null) {
            lines.add("In bridge " + nic.getBridge());
        }
        return String.join("\n", lines);
    }

    // -- what its parts are made of

    static Composite column(Composite parent) {
        Composite column = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).extendedMargins(12, 0, 0, 0).applyTo(column);
        return column;
    }

    static Label title(Composite column, Look look) {
        Label label = new Label(column, SWT.NONE);
        label.setFont(look.bold());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(label);
        return label;
    }

    static Label words(Composite column, Look look) {
        Label label = new Label(column, SWT.WRAP);
        label.setForeground(look.color(Hue.GREY));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    static void label(Composite column, String text) {
        Label label = new Label(column, SWT.NONE);
        label.setText(text);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }
}
