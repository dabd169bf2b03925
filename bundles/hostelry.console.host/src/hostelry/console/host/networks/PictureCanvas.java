package hostelry.console.host.networks;

import hostelry.console.host.plan.Board;
import hostelry.console.host.plan.Pick;
import hostelry.console.host.plan.Picture;
import hostelry.console.host.plan.Picture.Box;
import hostelry.console.host.plan.Step;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/**
 * The picture with its mouse and its keys: drag to put, arrows to go through, space for the menu, Del to take off.
 *
 * <p>Drags stay inside, so that the platform's drag and drop is not needed for them.
 */
final class PictureCanvas {
    /** Where everything stands, by its name: for those who drive the window. */
    private static final String PLACES = "hostelry.places";
    private static final String DROPS = "hostelry.drops";
    private static final int SLACK = 5;

    private final ScrolledComposite scroll;
    private final Canvas canvas;
    private final Composite balloon;
    private final Label refusal;
    private final Painter painter;
    private final Board board;
    private Picture picture;
    private Set<String> wrong = Set.of();
    private @Nullable Pick held;
    private Point pressed = new Point(0, 0);
    private Painter.@Nullable Hand hand;
    private int drops;

    PictureCanvas(Composite parent, Look look, Board board) {
        this.board = board;
        this.painter = new Painter(look, board);
        scroll = new ScrolledComposite(parent, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        canvas = new Canvas(scroll, SWT.DOUBLE_BUFFERED);
        canvas.setData(VerbBar.KEY, "networks.picture");
        balloon = new Composite(canvas, SWT.BORDER);
        refusal = balloon(look);
        picture = Picture.of(board.facts(), board.sheet(), 0);
        scroll.setContent(canvas);
        scroll.addListener(SWT.Resize, event -> update());
        canvas.addListener(SWT.Paint, event -> painter.paint(event.gc, picture, wrong, canvas.isFocusControl(), hand));
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::release);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ARROW_NEXT || event.detail == SWT.TRAVERSE_ARROW_PREVIOUS
                    || event.detail == SWT.TRAVERSE_ESCAPE && hand != null) {
                event.doit = false; // they are for the picture
            }
        });
        canvas.setMenu(new PictureMenu(canvas, board).menu());
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Networks of " + board.facts().host() + ": " + board.selected().flatMap(picture::find)
                        .map(box -> box.title() + ", " + box.detail() + (box.device().isEmpty() ? "" : ", on " + box.device()))
                        .orElse("nothing is selected");
            }
        });
    }

    /** Over the picture, with a ground of its own. */
    private Label balloon(Look look) {
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 6).spacing(8, 0).applyTo(balloon);
        balloon.setVisible(false);
        Label icon = new Label(balloon, SWT.NONE);
        icon.setImage(look.icons().of(Icon.ERROR));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
        Label words = new Label(balloon, SWT.WRAP);
        words.setData(VerbBar.KEY, "networks.refusal");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(words);
        for (Control one : List.of(balloon, icon, words)) {
            one.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
            one.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        }
        return words;
    }

    Control control() {
        return scroll;
    }

    /** The engine has something against these networks. */
    void wrong(Set<String> networks) {
        if (!wrong.equals(networks)) {
            wrong = networks;
            canvas.redraw();
        }
    }

    /** Draws what is on the board now. */
    void update() {
        picture = Picture.of(board.facts(), board.sheet(), scroll.getClientArea().width);
        int height = Math.max(picture.height(), scroll.getClientArea().height);
        canvas.setSize(picture.width(), height);
        Map<String, Rectangle> places = new TreeMap<>();
        for (Box box : picture.boxes()) {
            String name = box.pick().id().isEmpty() ? box.pick().kind().name() : box.title();
            places.put(name, new Rectangle(box.x(), box.y(), box.width(), box.height()));
        }
        canvas.setData(PLACES, places);
        say();
        canvas.redraw();
    }

    /** What did not go is said right where it was dropped. */
    private void say() {
        Optional<Box> where = board.refused().flatMap(refused -> picture.find(refused.where()));
        balloon.setVisible(where.isPresent());
        where.ifPresent(box -> {
            refusal.setText(board.refused().map(Board.Refused::why).orElse(""));
            boolean place = box.pick().id().isEmpty();
            int width = Math.min(320, picture.width() - 2 * Picture.MARGIN);
            Point size = balloon.computeSize(width, SWT.DEFAULT);
            int x = Math.clamp(box.x() + (place ? Picture.MARGIN : 24), Picture.MARGIN, picture.width() - size.x - Picture.MARGIN);
            balloon.setBounds(x, place ? Picture.HEAD + 8 : box.y() + box.height() - 4, size.x, size.y);
            balloon.layout(true, true);
        });
    }

    // -- mouse

    private void press(Event event) {
        canvas.setFocus();
        Optional<Box> box = picture.at(event.x, event.y);
        Pick pick = box.map(Box::pick).filter(one -> !one.id().isEmpty()).orElse(null);
        board.select(pick);
        held = event.button == 1 ? pick : null;
        pressed = new Point(event.x, event.y);
    }

    private void move(Event event) {
        Pick what = held;
        if (what == null) {
            String tip = picture.at(event.x, event.y).map(box -> tip(box.pick())).orElse("");
            if (!tip.equals(canvas.getToolTipText())) {
                canvas.setToolTipText(tip.isEmpty() ? null : tip);
            }
            return;
        }
        if (hand == null && Math.abs(event.x - pressed.x) + Math.abs(event.y - pressed.y) < SLACK) {
            return;
        }
        Pick over = picture.at(event.x, event.y).map(Box::pick).orElse(null);
        Step step = over == null ? null : board.moves().drag(board.sheet(), what, over);
        hand = new Painter.Hand(what, over, event.x, event.y, step == null ? "" : step.goes() ? step.deed() : step.why(),
                step == null || step.goes());
        canvas.redraw();
    }

    private void release(Event event) {
        Painter.Hand now = hand;
        held = null;
        hand = null;
        if (now != null && event.button == 1) {
            picture.at(event.x, event.y).ifPresent(box -> board.drop(now.what(), box.pick()));
            canvas.setData(DROPS, ++drops);
            canvas.redraw();
        }
    }

    private String tip(Pick pick) {
        return switch (pick.kind()) {
            case NETWORK -> String.join("\n", board.facts().outOfSync(pick.id()).stream().map(one -> one.sentence()).toList());
            case CARD -> board.facts().nic(pick.id()).map(Selected::card).orElse("");
            case BOND -> "Drag its cards out, or a network onto it.";
            case CARDS, FREE -> "";
        };
    }

    // -- keys

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN, SWT.ARROW_RIGHT -> go(1);
            case SWT.ARROW_UP, SWT.ARROW_LEFT -> go(-1);
            case SWT.ESC -> {
                held = null;
                hand = null;
                canvas.redraw();
            }
            case SWT.DEL -> board.selected().ifPresent(pick -> board.act(off(pick), pick));
            case SWT.SPACE -> board.selected().flatMap(picture::find).ifPresent(box -> {
                canvas.getMenu().setLocation(canvas.toDisplay(box.x() + 24, box.y() + box.height()));
                canvas.getMenu().setVisible(true);
            });
            default -> {
                // other keys are the dialog's
            }
        }
    }

    private Step off(Pick pick) {
        return switch (pick.kind()) {
            case NETWORK -> board.moves().take(board.sheet(), pick.id());
            case CARD -> board.moves().leave(board.sheet(), pick.id());
            case BOND -> board.moves().breakUp(board.sheet(), pick.id());
            case CARDS, FREE -> throw new IllegalStateException("places are not selected");
        };
    }

    private void go(int step) {
        List<Pick> order = picture.order();
        if (order.isEmpty()) {
            return;
        }
        int now = board.selected().map(order::indexOf).orElse(-1);
        Pick next = order.get(Math.floorMod(now < 0 ? step > 0 ? 0 : -1 : now + step, order.size()));
        board.select(next);
        picture.find(next).ifPresent(box -> {
            int top = scroll.getOrigin().y;
            int height = scroll.getClientArea().height;
            if (box.y() < top || box.y() + box.height() > top + height) {
                scroll.setOrigin(scroll.getOrigin().x, Math.max(0, box.y() - Picture.MARGIN));
            }
        });
        canvas.getAccessible().setFocus(org.eclipse.swt.accessibility.ACC.CHILDID_SELF);
    }
}
