package hostelry.bots;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Label;

/** The dialog in which networks are dragged onto the cards of a host. */
public final class SetupNetworks {
    private final Bot bot;
    private final String title;

    SetupNetworks(Bot bot, String host) {
        this.bot = bot;
        this.title = "Set up networks of " + host;
        bot.shell(title);
        bot.waitUntil("the picture is drawn", () -> !places().isEmpty());
    }

    private Canvas picture() {
        return bot.find(Canvas.class, "networks.picture");
    }

    /** Where everything stands; only in the UI thread. */
    @SuppressWarnings("unchecked") // the picture put it there
    private Map<String, Rectangle> places() {
        Object places = bot.now(Canvas.class, "networks.picture").map(canvas -> canvas.getData("hostelry.places")).orElse(null);
        return places == null ? Map.of() : (Map<String, Rectangle>) places;
    }

    // -- by mouse

    /** Takes hold of a network or card, to be dropped: {@code drag("blue").onto("eno2")}. */
    public Drag drag(String what) {
        return new Drag(what);
    }

    /** Something in the hand. */
    public final class Drag {
        private final String what;

        private Drag(String what) {
            this.what = what;
        }

        /** Drops it onto a card, bond or network. */
        public SetupNetworks onto(String target) {
            Canvas canvas = picture();
            Point from = middle(canvas, what);
            Point to = middle(canvas, target);
            bot.ui(() -> {
                for (Point at : way(from, to)) {
                    Bot.mouse(canvas, at == from ? SWT.MouseDown : SWT.MouseMove, at.x, at.y);
                }
                Bot.mouse(canvas, SWT.MouseUp, to.x, to.y);
                return null;
            });
            return SetupNetworks.this;
        }

        /** The same with the pointer of the display server, as a hand does it. */
        public SetupNetworks byHandOnto(String target) throws IOException {
            Canvas canvas = picture();
            Object before = drops(canvas);
            Point from = middle(canvas, what);
            Point to = middle(canvas, target);
            List<String> command = new ArrayList<>(List.of("xdotool"));
            for (Point at : way(from, to)) {
                Point there = bot.ui(() -> canvas.toDisplay(at));
                command.addAll(List.of("mousemove", "--sync", Integer.toString(there.x), Integer.toString(there.y), "sleep", "0.2"));
                if (at == from) {
                    command.addAll(List.of("mousedown", "1", "sleep", "0.2"));
                }
            }
            command.addAll(List.of("mouseup", "1"));
            new ProcessBuilder(command).inheritIO().start();
            bot.waitUntil(what + " is dropped", () -> !String.valueOf(canvas.getData("hostelry.drops")).equals(before));
            return SetupNetworks.this;
        }

        private List<Point> way(Point from, Point to) {
            return List.of(from, new Point((from.x * 2 + to.x) / 3, (from.y * 2 + to.y) / 3),
                    new Point((from.x + to.x * 2) / 3, (from.y + to.y * 2) / 3), to);
        }

        /** Drops it among the networks that are not on the host. */
        public SetupNetworks off() {
            return onto("FREE");
        }
    }

    private Object drops(Canvas canvas) {
        return bot.ui(() -> String.valueOf(canvas.getData("hostelry.drops")));
    }

    private Point middle(Canvas canvas, String name) {
        bot.waitUntil(name + " is in the picture", () -> places().containsKey(name));
        return bot.ui(() -> {
            Rectangle place = places().get(name);
            boolean area = name.equals("FREE") || name.equals("CARDS");
            return new Point(place.x + place.width / 2, area ? place.y + place.height - 12 : place.y + 14);
        });
    }

    // -- without a mouse

    /** Clicks it in the picture. */
    public SetupNetworks select(String name) {
        Canvas canvas = picture();
        bot.waitUntil(name + " is in the picture", () -> places().containsKey(name));
        bot.ui(() -> {
            Rectangle place = places().get(name);
            Bot.mouse(canvas, SWT.MouseDown, place.x + place.width / 2, place.y + 14);
            Bot.mouse(canvas, SWT.MouseUp, place.x + place.width / 2, place.y + 14);
            return null;
        });
        return this;
    }

    /** Puts a network onto a card or bond by the menu of the picture. */
    public SetupNetworks put(String network, String device) {
        select(network);
        bot.contextMenu(picture(), "Put on", device);
        return this;
    }

    public SetupNetworks menu(String what, String... path) {
        select(what);
        bot.contextMenu(picture(), path);
        return this;
    }

    /** The host's own address in a network. */
    public SetupNetworks address(String network, String ip, String mask) {
        select(network);
        bot.comboBox("networks.address").setSelection("Fixed");
        bot.text("networks.ip").setText(ip);
        bot.text("networks.mask").setText(mask);
        return this;
    }

    public SetupNetworks undo() {
        bot.toolbarButton("networks.undo").click();
        return this;
    }

    public SetupNetworks redo() {
        bot.toolbarButton("networks.redo").click();
        return this;
    }

    // -- what is to be seen

    /** What is said where something was dropped that does not go; empty: nothing. */
    public String refusal() {
        return bot.exists(Label.class, "networks.refusal") ? bot.label("networks.refusal") : "";
    }

    /** Waits until the line of a network or bond says that. @param column such as {@code What happens} */
    public SetupNetworks waitFor(String name, String column, String text) {
        bot.table("networks.changes").waitFor(name, column, text, Long.getLong("hostelry.bots.timeout", 60_000));
        return this;
    }

    public boolean tells(String name) {
        return bot.table("networks.changes").contains(name);
    }

    public void waitForMessage(String start) {
        bot.waitUntil(title + " says: " + start,
                () -> bot.now(Label.class, "form.message").map(Label::getText).orElse("").startsWith(start));
    }

    /** Waits until the engine has nothing against it, and sets up. */
    public void ok() {
        waitForMessage("The host does all of it, or nothing.");
        bot.button("form.ok").click();
        bot.waitUntil(title + " is closed", () -> !bot.isOpen(title));
    }

    public void cancel() {
        bot.button("form.cancel").click();
        bot.waitUntil(title + " is closed", () -> !bot.isOpen(title));
    }
}
