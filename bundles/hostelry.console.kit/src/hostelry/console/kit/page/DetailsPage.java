package hostelry.console.kit.page;

import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Labels and values in sections side by side; each value can be marked and copied. */
public final class DetailsPage<T extends Entity> implements Page<T> {
    /**
     * A line of details.
     *
     * @param key for tests; empty: none
     */
    public record Line<T>(String key, String label, Function<T, String> value) {}

    /** Lines that belong together. */
    public record Section<T>(String title, List<Line<T>> lines) {}

    private record Bound<T>(Line<T> line, StyledText text) {}

    private final ScrolledComposite scroll;
    private final Composite body;
    private final Look look;
    private final List<Bound<T>> bound = new ArrayList<>();

    public DetailsPage(Composite parent, Look look, List<Section<T>> sections) {
        this.look = look;
        this.scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        this.body = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(sections.size()).margins(12, 10).spacing(40, 0).applyTo(body);
        sections.forEach(this::make);
        scroll.setContent(body);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setMinSize(body.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    private void make(Section<T> section) {
        Composite column = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).applyTo(column);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 5).applyTo(column);
        if (!section.title().isEmpty()) {
            Label title = new Label(column, SWT.NONE);
            title.setText(section.title());
            title.setFont(look.bold());
            GridDataFactory.fillDefaults().span(2, 1).applyTo(title);
        }
        for (Line<T> line : section.lines()) {
            Label label = new Label(column, SWT.NONE);
            label.setText(line.label());
            label.setForeground(look.color(Hue.GREY));
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
            StyledText text = new StyledText(column, SWT.READ_ONLY | SWT.WRAP);
            text.setBackground(column.getBackground());
            text.setCaret(null);
            if (!line.key().isEmpty()) {
                text.setData(VerbBar.KEY, line.key());
            }
            text.addListener(SWT.FocusOut, event -> text.setSelection(0));
            GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(text);
            bound.add(new Bound<>(line, text));
        }
    }

    @Override
    public Control control() {
        return scroll;
    }

    @Override
    public void show(T subject) {
        boolean longer = false;
        for (Bound<T> one : bound) {
            String value = one.line().value().apply(subject);
            String shown = value.isEmpty() ? "—" : value;
            if (!shown.equals(one.text().getText())) {
                longer |= shown.length() != one.text().getText().length();
                one.text().setText(shown);
            }
        }
        if (longer) {
            body.layout(true, true);
            int width = Math.max(1, scroll.getClientArea().width);
            scroll.setMinSize(body.computeSize(Math.max(width, 480), SWT.DEFAULT).x > width ? 480 : 1,
                    body.computeSize(width, SWT.DEFAULT).y);
        }
    }
}
