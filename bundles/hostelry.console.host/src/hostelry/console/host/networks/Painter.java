package hostelry.console.host.networks;

import hostelry.console.host.plan.Board;
import hostelry.console.host.plan.Pick;
import hostelry.console.host.plan.Picture;
import hostelry.console.host.plan.Picture.Box;
import hostelry.console.host.plan.WillHappen.Change;
import hostelry.console.host.plan.WillHappen.Line;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Look;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;

/** Draws the picture; nothing is told by colour alone. */
final class Painter {
    private static final int ROUND = 6;
    private static final int ICON = 16;
    private static final int PAD = 8;
    private static final int STRIPE = 4;

    private final Look look;
    private final Board board;

    Painter(Look look, Board board) {
        this.look = look;
        this.board = board;
    }

    /** What the hand holds, and where. @param over what it would be dropped onto; null: nothing */
    record Hand(Pick what, @Nullable Pick over, int x, int y, String says, boolean goes) {}

    /**
     * All of it.
     *
     * @param wrong ids of networks that the engine has something against
     * @param focus whether keys go here
     */
    void paint(GC gc, Picture picture, Set<String> wrong, boolean focus, @Nullable Hand hand) {
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        Color ink = gc.getForeground();
        heading(gc, ink, "Cards and bonds", Picture.cardsAt());
        heading(gc, ink, "Networks as they are to be", Picture.networksAt());
        heading(gc, ink, "Not on this host", picture.freeAt());
        gc.setForeground(look.line());
        gc.drawLine(picture.freeAt() - Picture.MARGIN, Picture.MARGIN, picture.freeAt() - Picture.MARGIN,
                picture.height() - Picture.MARGIN);
        Map<Pick, Line> lines = board.lines().stream().collect(Collectors.toMap(Line::pick, Function.identity(), (a, b) -> a));
        for (Box box : picture.boxes()) {
            if (box.pick().kind() == Pick.Kind.CARDS || box.pick().kind() == Pick.Kind.FREE) {
                area(gc, box, hand);
            } else {
                wire(gc, picture, box);
            }
        }
        for (Box box : picture.boxes()) {
            if (box.pick().kind() != Pick.Kind.CARDS && box.pick().kind() != Pick.Kind.FREE) {
                Line line = lines.get(box.pick());
                box(gc, ink, box,
                        box.device().isEmpty() && box.pick().kind() == Pick.Kind.NETWORK || line == null ? Change.SAME : line.change(),
                        wrong.contains(box.pick().id()), hand);
                if (board.selected().filter(box.pick()::equals).isPresent()) {
                    frame(gc, box, look.color(Hue.BLUE), focus ? 2 : 1);
                }
            }
        }
        if (picture.order().stream().noneMatch(pick -> picture.find(pick).filter(box -> box.x() == picture.freeAt()).isPresent())) {
            gc.setForeground(look.color(Hue.GREY));
            gc.drawText("All networks of the cluster\nare on this host.", picture.freeAt(), Picture.HEAD + PAD, true);
        }
        if (hand != null) {
            hand(gc, ink, picture, hand);
        }
    }

    private void heading(GC gc, Color ink, String text, int x) {
        gc.setFont(look.bold());
        gc.setForeground(ink);
        gc.drawText(text, x, Picture.MARGIN, true);
        gc.setFont(null);
    }

    private void area(GC gc, Box box, @Nullable Hand hand) {
        if (hand != null && box.pick().equals(hand.over()) && !hand.says().isEmpty()) {
            gc.setBackground(look.color(Hue.BLUE));
            gc.setAlpha(18);
            gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
            gc.setAlpha(255);
        }
    }

    /** From the device to the network that sits on it. */
    private void wire(GC gc, Picture picture, Box network) {
        if (network.device().isEmpty()) {
            return;
        }
        picture.find(Pick.bond(network.device())).or(() -> picture.find(Pick.card(network.device()))).ifPresent(device -> {
            gc.setForeground(look.color(Hue.GREY));
            int from = device.x() + device.width();
            int middle = from + (network.x() - from) / 2;
            int start = device.y() + 21;
            int end = network.y() + network.height() / 2;
            gc.drawPolyline(new int[]{from, start, middle, start, middle, end, network.x(), end});
        });
    }

    private void box(GC gc, Color ink, Box box, Change change, boolean wrong, @Nullable Hand hand) {
        boolean network = box.pick().kind() == Pick.Kind.NETWORK;
        Rectangle at = new Rectangle(box.x(), box.y(), box.width() - 1, box.height() - 1);
        gc.setBackground(look.color(network ? Hue.STEEL : Hue.GREY));
        gc.setAlpha(box.pick().kind() == Pick.Kind.BOND ? 22 : 38);
        gc.fillRoundRectangle(at.x, at.y, at.width, at.height, ROUND, ROUND);
        gc.setAlpha(255);
        gc.setForeground(look.color(Hue.GREY));
        gc.setLineStyle(network && box.locked() ? SWT.LINE_DASH : SWT.LINE_SOLID);
        gc.drawRoundRectangle(at.x, at.y, at.width, at.height, ROUND, ROUND);
        gc.setLineStyle(SWT.LINE_SOLID);
        if (network && (wrong || change != Change.SAME)) {
            gc.setBackground(look.color(wrong || change == Change.SYNC ? Hue.AMBER : Hue.BLUE));
            gc.fillRoundRectangle(at.x, at.y, STRIPE + 1, at.height + 1, 2, 2);
        }
        if (hand != null && box.pick().equals(hand.over())) {
            frame(gc, box, look.color(hand.goes() ? Hue.BLUE : Hue.RED), 2);
        }
        int left = at.x + PAD + (network ? STRIPE : 0);
        gc.drawImage(look.icons().of(network ? Icon.NETWORK : box.pick().kind() == Pick.Kind.BOND ? Icon.LINK : Icon.NIC), left, at.y + 6);
        int right = at.x + at.width - PAD;
        Icon mark = mark(box, change, wrong);
        if (mark != null) {
            right -= ICON;
            gc.drawImage(look.icons().of(mark), right, at.y + 6);
            right -= 4;
        }
        int text = left + ICON + 6;
        gc.setForeground(ink);
        gc.setFont(look.bold());
        String title = fit(gc, box.title(), right - text);
        gc.drawText(title, text, at.y + 4, true);
        int wide = gc.textExtent(title).x;
        int line = gc.textExtent("X").y;
        gc.setFont(null);
        gc.setForeground(look.color(Hue.GREY));
        if (box.pick().kind() == Pick.Kind.BOND) {
            gc.drawText(fit(gc, box.detail(), right - text - wide - PAD), text + wide + PAD, at.y + 4, true);
        } else {
            gc.drawText(fit(gc, box.detail(), at.x + at.width - PAD - text), text, at.y + 4 + line, true);
        }
    }

    /** At the right of a box: what is to be seen of it at once. */
    private @Nullable Icon mark(Box box, Change change, boolean wrong) {
        return switch (box.pick().kind()) {
            case NETWORK -> wrong || change == Change.SYNC
                    ? Icon.STATUS_WARNING
                    : box.locked()
                            ? Icon.STATUS_LOCKED
                            : change == Change.NEW
                                    ? Icon.NEW
                                    : change == Change.CHANGED
                                            ? Icon.EDIT
                                            : box.device().isEmpty()
                                                    ? board.facts().required(box.pick().id()) ? Icon.WARNING : null
                                                    : Icon.STATUS_OK;
            case CARD -> box.detail().startsWith("Up") ? Icon.STATUS_UP : Icon.STATUS_DOWN;
            case BOND -> box.locked() ? Icon.STATUS_LOCKED : null;
            case CARDS, FREE -> null;
        };
    }

    private static String fit(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        String shorter = text;
        while (!shorter.isEmpty() && gc.textExtent(shorter + "…").x > width) {
            shorter = shorter.substring(0, shorter.length() - 1);
        }
        return shorter + "…";
    }

    private static void frame(GC gc, Box box, Color color, int width) {
        gc.setForeground(color);
        gc.setLineWidth(width);
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, ROUND, ROUND);
        gc.setLineWidth(1);
    }

    /** What is dragged follows the pointer, and says what would come of it. */
    private void hand(GC gc, Color ink, Picture picture, Hand hand) {
        String name = picture.find(hand.what()).map(Box::title).orElse("");
        String text = hand.says().isEmpty() ? name : hand.says();
        Point size = gc.textExtent(text);
        int width = Math.min(size.x + 2 * PAD, picture.width() - 2 * Picture.MARGIN);
        int x = Math.max(Picture.MARGIN, Math.min(hand.x() + 12, picture.width() - width - Picture.MARGIN));
        int y = hand.y() + 14;
        gc.setAlpha(235);
        gc.setBackground(look.color(hand.goes() ? Hue.BLUE : Hue.RED));
        gc.fillRoundRectangle(x, y, width, size.y + 8, ROUND, ROUND);
        gc.setAlpha(255);
        gc.setForeground(gc.getDevice().getSystemColor(look.dark() ? SWT.COLOR_BLACK : SWT.COLOR_WHITE));
        gc.drawText(fit(gc, text, width - 2 * PAD), x + PAD, y + 4, true);
        gc.setForeground(ink);
    }
}
