package hostelry.console.host;

import hostelry.api.HostHardware;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.Page;
import hostelry.model.Host;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** What a host is built of, and what it offers to guests. It changes seldom: then the whole page is made anew. */
final class HostHardwarePage implements Page<Host> {
    /** What is on the page, to be compared. */
    private record Shown(String id, HostHardware hardware, List<Offer> offers, Map<String, String> system, Map<String, String> processor,
            Map<String, String> drives,
            @Nullable String request) {}

    private static final int LEAST = 760;

    private final Desk desk;
    private final HardwareBook book;
    private final ScrolledComposite scroll;
    private @Nullable Composite body;
    private @Nullable NumaPicture picture;
    private @Nullable Shown shown;
    private String wanted = "";
    private boolean asking;

    HostHardwarePage(Composite parent, Desk desk, HardwareBook book) {
        this.desk = desk;
        this.book = book;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, event -> measure());
    }

    @Override
    public Control control() {
        return scroll;
    }

    @Override
    public void show(Host host) {
        wanted = host.getId();
        if (asking) {
            return;
        }
        asking = true;
        Thread.ofVirtual().name("hardware of " + host.getId()).start(() -> {
            HostHardware told = book.of(host);
            desk.estate().later(() -> {
                asking = false;
                if (!scroll.isDisposed()) {
                    take(host, told);
                }
            });
        });
    }

    /** Where another host was selected meanwhile, that one is asked for. */
    private void take(Host host, HostHardware told) {
        if (!host.getId().equals(wanted)) {
            desk.estate().find(Host.class, wanted).ifPresent(this::show);
            return;
        }
        HardwareLines lines = new HardwareLines(host, told);
        Shown now = new Shown(host.getId(), told, Offer.of(host, told), lines.system(), lines.processor(), lines.drives(),
                host.getRequestFingerprint());
        if (!now.equals(shown)) {
            shown = now;
            make(host, now);
        }
    }

    private void make(Host host, Shown now) {
        Composite before = body;
        Composite made = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).equalWidth(true).margins(12, 10).spacing(32, 12).applyTo(made);
        if (now.request() != null) {
            new PendingBanner(made, desk, host).span(3);
        }
        lines(made, "System", now.system());
        lines(made, "CPU and memory", now.processor());
        offers(made, now.offers());
        picture = null;
        if (!now.drives().isEmpty()) {
            lines(made, "Disks", now.drives());
        }
        if (!now.hardware().cells().isEmpty()) {
            Composite place = column(made, "Nodes and cores");
            GridDataFactory.fillDefaults().span(now.drives().isEmpty() ? 3 : 2, 1).grab(true, false).align(SWT.FILL, SWT.BEGINNING)
                    .applyTo(place);
            NumaPicture drawn = new NumaPicture(place, desk.look(), now.hardware().cells());
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(drawn.control());
            picture = drawn;
        }
        body = made;
        scroll.setContent(made);
        if (before != null) {
            before.dispose();
        }
        measure();
    }

    private void measure() {
        Composite made = body;
        if (made == null || made.isDisposed()) {
            return;
        }
        int width = Math.max(LEAST, scroll.getClientArea().width);
        if (picture != null) {
            ((GridData) picture.control().getLayoutData()).heightHint = picture.height(width / 2);
        }
        scroll.setMinSize(LEAST, made.computeSize(width, SWT.DEFAULT).y);
        made.layout(true, true);
    }

    private Composite column(Composite parent, String title) {
        Composite column = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).applyTo(column);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 5).applyTo(column);
        Label label = new Label(column, SWT.NONE);
        label.setText(title);
        label.setFont(desk.look().bold());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        return column;
    }

    private void lines(Composite parent, String title, Map<String, String> lines) {
        Composite column = column(parent, title);
        lines.forEach((name, value) -> {
            Label label = new Label(column, SWT.NONE);
            label.setText(name);
            label.setForeground(desk.look().color(Hue.GREY));
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
            value(column, "hardware." + name, value.isEmpty() ? "—" : value);
        });
    }

    private static void value(Composite column, String key, String value) {
        StyledText text = new StyledText(column, SWT.READ_ONLY | SWT.WRAP);
        text.setBackground(column.getBackground());
        text.setCaret(null);
        text.setText(value);
        text.setData(VerbBar.KEY, key);
        text.addListener(SWT.FocusOut, event -> text.setSelection(0));
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(text);
    }

    private void offers(Composite parent, List<Offer> offers) {
        Composite column = column(parent, "What it offers to guests");
        for (Offer offer : offers) {
            Label icon = new Label(column, SWT.NONE);
            icon.setImage(desk.look().icons().of(icon(offer.state())));
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(16, 16).indent(0, 1).applyTo(icon);
            value(column, "offer." + offer.name(), offer.name() + ": " + offer.detail());
            if (!offer.advice().isEmpty()) {
                new Label(column, SWT.NONE);
                Label advice = new Label(column, SWT.WRAP);
                advice.setText(offer.advice());
                advice.setForeground(desk.look().color(Hue.GREY));
                GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(advice);
            }
        }
    }

    private static Icon icon(Offer.State state) {
        return switch (state) {
            case YES -> Icon.STATUS_OK;
            case NO -> Icon.STATUS_LOST;
            case PLAIN -> Icon.STATUS_DOWN;
            case UNKNOWN -> Icon.STATUS_UNKNOWN;
        };
    }
}
