package hostelry.console.kit.chart;

import hostelry.api.LoadHistory;
import hostelry.api.Refusal;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.page.Page;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The loads of the last hour, as the engine remembers them; asked anew every few seconds while the page is looked at. */
public final class LoadPage<T extends Entity> implements Page<T> {
    /** A chart, and where its axis ends for a subject; 0: by the highest value. */
    public record Part<T>(TimeChart.Spec chart, ToDoubleFunction<T> top) {}

    private record Made<T>(Part<T> part, TimeChart chart) {}

    private static final long FRESH_NANOS = 5_000_000_000L;
    private static final int COLUMNS = 3;
    private static final int HEIGHT = 132;
    private static final int WIDTH = 220;
    private static final LoadHistory NOTHING = new LoadHistory(0, 1, List.of());

    private final Desk desk;
    private final BiFunction<EngineConnection, String, LoadHistory> ask;
    private final ScrolledComposite scroll;
    private final List<Made<T>> charts = new ArrayList<>();
    // UI thread only
    private String shown = "";
    private long asked;
    private boolean asking;

    /** @param ask called off the UI thread */
    public LoadPage(Composite parent, Desk desk, List<Part<T>> parts, BiFunction<EngineConnection, String, LoadHistory> ask) {
        this.desk = desk;
        this.ask = ask;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        Composite body = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).equalWidth(true).margins(12, 8).spacing(24, 8).applyTo(body);
        for (Part<T> part : parts) {
            TimeChart chart = new TimeChart(body, desk.look(), part.chart());
            GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(chart.control());
            charts.add(new Made<>(part, chart));
        }
        scroll.setContent(body);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setMinSize(body.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    @Override
    public Control control() {
        return scroll;
    }

    @Override
    public void show(T subject) {
        boolean other = !subject.getId().equals(shown);
        if (other) {
            shown = subject.getId();
            charts.forEach(made -> made.chart().show(NOTHING, made.part().top().applyAsDouble(subject)));
        }
        if (!asking && (other || System.nanoTime() - asked > FRESH_NANOS)) {
            desk.estate().connection().ifPresent(engine -> {
                asking = true;
                Thread.ofVirtual().name("loads of " + subject.getId()).start(() -> {
                    LoadHistory told = told(engine, subject.getId());
                    desk.estate().later(() -> take(subject, told));
                });
            });
        }
    }

    /** What is gone, or can't be seen any more, has no load; an engine that does not answer is asked again. */
    private LoadHistory told(EngineConnection engine, String id) {
        try {
            return ask.apply(engine, id);
        } catch (Refusal e) {
            return NOTHING;
        }
    }

    private void take(T subject, LoadHistory told) {
        asking = false;
        asked = System.nanoTime();
        if (!scroll.isDisposed()) {
            if (subject.getId().equals(shown)) {
                charts.forEach(made -> made.chart().show(told, made.part().top().applyAsDouble(subject)));
            } else {
                asked = 0; // another one is looked at by now: it is asked for at the next update
            }
        }
    }
}
