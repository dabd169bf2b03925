package hostelry.console;

import hostelry.console.kit.Shelf;
import hostelry.console.kit.Target;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** Back, forward, and the search field: type a part of a name, go there. */
final class GoBar {
    private static final int MOST = 12;

    private final ShellDesk desk;
    private final Composite bar;

    /** A thing that was found. */
    private record Found(Entity entity) implements IContentProposal {
        @Override
        public String getContent() {
            return Words.orEmpty(entity.getName());
        }

        @Override
        public int getCursorPosition() {
            return getContent().length();
        }

        @Override
        public String getLabel() {
            StatusWord status = StatusWord.of(entity);
            return getContent() + (status == null ? "" : "  —  " + status.word());
        }

        @Override
        public String getDescription() {
            return null;
        }
    }

    GoBar(Composite parent, ShellDesk desk) {
        this.desk = desk;
        this.bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).spacing(8, 0).applyTo(bar);
        fill();
    }

    Control control() {
        return bar;
    }

    private void fill() {
        ToolBar tools = new ToolBar(bar, SWT.FLAT);
        ToolItem back = new ToolItem(tools, SWT.PUSH);
        back.setToolTipText("Back (Alt+Left)");
        back.setData(VerbBar.KEY, "go.back");
        back.addListener(SWT.Selection, event -> desk.navigator().back());
        ToolItem forward = new ToolItem(tools, SWT.PUSH);
        forward.setToolTipText("Forward (Alt+Right)");
        forward.setData(VerbBar.KEY, "go.forward");
        forward.addListener(SWT.Selection, event -> desk.navigator().forward());
        back.setImage(desk.look().icons().of(Icon.BACK));
        forward.setImage(desk.look().icons().of(Icon.FORWARD));
        Runnable ways = () -> {
            back.setEnabled(desk.navigator().canGoBack());
            forward.setEnabled(desk.navigator().canGoForward());
        };
        ways.run();
        desk.navigator().listen(bar, target -> ways.run());
        Text search = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        search.setMessage("Go to a machine, host, disk… by name (Ctrl+L)");
        search.setData(VerbBar.KEY, "search");
        GridDataFactory.fillDefaults().hint(420, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(search);
        proposals(search);
        desk.gesture("search", () -> {
            search.setFocus();
            search.selectAll();
        });
    }

    private void proposals(Text search) {
        ContentProposalAdapter adapter = new ContentProposalAdapter(search, new TextContentAdapter(),
                (text, position) -> find(text).toArray(IContentProposal[]::new), null, null);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        adapter.setFilterStyle(ContentProposalAdapter.FILTER_NONE);
        adapter.setPopupSize(new Point(420, 280));
        adapter.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Found) element).getLabel();
            }

            @Override
            public Image getImage(Object element) {
                Entity entity = ((Found) element).entity();
                StatusWord status = StatusWord.of(entity);
                return desk.look().icons().of(StatusWord.icon(entity), status == null ? null : status.status());
            }
        });
        adapter.addContentProposalListener(proposal -> go((Found) proposal));
        search.addListener(SWT.DefaultSelection, event -> {
            if (event.detail != SWT.ICON_CANCEL && event.detail != SWT.ICON_SEARCH && !adapter.isProposalPopupOpen()) {
                find(search.getText()).stream().findFirst().ifPresent(this::go);
            }
        });
        search.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC && !adapter.isProposalPopupOpen()) {
                search.setText("");
            }
        });
    }

    private void go(Found found) {
        desk.navigator().go(Target.of(found.entity()));
    }

    /** What has the text in its name: those that begin with it first. */
    private List<Found> find(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        Stream<Entity> all = desk.furniture().shelves().stream().map(Shelf::noun).distinct()
                .flatMap(noun -> desk.estate().all(noun).stream());
        return all.filter(entity -> Words.orEmpty(entity.getName()).toLowerCase(Locale.ROOT).contains(text))
                .sorted(Comparator.comparing((Entity entity) -> !entity.getName().toLowerCase(Locale.ROOT).startsWith(text))
                        .thenComparing(Entity::getName, Words.NATURAL))
                .limit(MOST).map(Found::new).toList();
    }
}
