package hostelry.console;

import hostelry.api.Search;
import hostelry.console.kit.Target;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.memory.SearchHistory;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/** The search field: oVirt's language with a list of ways to go on, and names of things to go to. What is wrong is underlined, and said below on Enter. */
final class SearchBar {
    private static final int QUIET_MILLIS = 500;
    private static final String MESSAGE = "Search, as Vms: status = up, or go to something by name (Ctrl+L)";

    private final ShellDesk desk;
    private final Composite body;
    private final StyledText field;
    private final Label sentence;
    private final MistakePlace place;
    private final Completion completion;
    private final SearchHistory history;
    private final SearchAdvisor advisor;
    private boolean filling;
    private boolean eager;
    private String proposedTo = "";
    private SearchAdvisor.Advice advice = new SearchAdvisor.Advice(List.of(), Optional.empty(), List.of());

    SearchBar(Composite parent, ShellDesk desk) {
        this.desk = desk;
        this.history = new SearchHistory(desk.memory());
        this.advisor = new SearchAdvisor(desk);
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(body);
        field = new StyledText(body, SWT.SINGLE | SWT.BORDER);
        field.setMargins(6, 5, 6, 5);
        field.setData(VerbBar.KEY, "search");
        GridDataFactory.fillDefaults().grab(true, false).hint(480, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(field);
        sentence = new Label(body, SWT.NONE);
        sentence.setForeground(desk.look().color(Hue.RED));
        sentence.setData(VerbBar.KEY, "search.mistake");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(sentence);
        sentence.setVisible(false);
        place = new MistakePlace(field, sentence, desk.look());
        completion = new Completion(field, desk.look(), this::take);
        listen();
        desk.gesture("search", () -> {
            field.setFocus();
            field.selectAll();
        });
        desk.navigator().listen(field, target -> {
            if (target.isSearch()) {
                fill(target.id());
            }
        });
    }

    Control control() {
        return body;
    }

    /** What is written, for a search that is to be saved. */
    String text() {
        return field.getText().strip();
    }

    private void listen() {
        field.addListener(SWT.Paint, event -> {
            if (field.getCharCount() == 0) {
                event.gc.setForeground(desk.look().color(Hue.GREY));
                event.gc.drawText(MESSAGE, field.getLeftMargin(), field.getTopMargin(), true);
            }
        });
        field.addListener(SWT.Modify, event -> {
            if (!filling) {
                place.say("");
                // the caret moves after the text has changed
                field.getDisplay().asyncExec(() -> ask(false));
            }
        });
        field.addListener(ST.VerifyKey, this::key);
        field.addListener(SWT.Traverse, event -> {
            if (completion.isOpen() && event.detail == SWT.TRAVERSE_TAB_NEXT) {
                event.doit = false;
                accept();
            }
        });
        field.addListener(SWT.FocusOut, event -> field.getDisplay().asyncExec(() -> {
            if (!field.isDisposed() && !field.isFocusControl() && field.getDisplay().getActiveShell() == field.getShell()) {
                completion.hide();
            }
        }));
        field.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Search";
            }

            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = sentence.getText().isEmpty() ? MESSAGE : sentence.getText();
            }
        });
    }

    private void key(Event event) {
        boolean mine = switch (event.keyCode) {
            case SWT.ARROW_DOWN -> down();
            case SWT.ARROW_UP -> completion.isOpen() && move(-1);
            case SWT.CR, SWT.KEYPAD_CR -> enter();
            case SWT.TAB -> completion.isOpen() && accept();
            case SWT.ESC -> escape();
            case ' ' -> (event.stateMask & SWT.MOD1) != 0 && propose();
            default -> false;
        };
        event.doit &= !mine;
    }

    private boolean move(int by) {
        completion.move(by);
        return true;
    }

    private boolean down() {
        return completion.isOpen() ? move(1) : propose();
    }

    private boolean propose() {
        ask(true);
        return true;
    }

    /** Takes what is chosen; what is proposed to an older text waits for the answer to this one. */
    private boolean accept() {
        if (proposedTo.equals(field.getText())) {
            take(completion.chosen());
        } else {
            eager = true;
        }
        return true;
    }

    private boolean take(Runnable choice) {
        choice.run();
        return true;
    }

    private boolean escape() {
        if (completion.isOpen()) {
            completion.hide();
        } else {
            fill("");
        }
        return true;
    }

    private boolean enter() {
        if (completion.isChosen()) {
            return accept();
        }
        completion.hide();
        if (text().isEmpty()) {
            return true;
        }
        // the newest word of the engine may be about an older text: it is asked again
        String query = text();
        advisor.ask(query, query.length(), said -> {
            boolean search = query.contains(":") || said.named().isEmpty();
            if (!search) {
                go(said.named().get(0));
            } else if (said.mistake().isPresent()) {
                place.underline(said.mistake());
                place.say(said.mistake().get().text());
            } else {
                history.add(query);
                desk.navigator().go(Target.search(query));
            }
        });
        return true;
    }

    private void go(Entity entity) {
        completion.hide();
        fill("");
        desk.navigator().go(Target.of(entity));
    }

    /** Writes a text as if nobody had typed it. */
    private void fill(String text) {
        filling = true;
        field.setText(text);
        field.setCaretOffset(text.length());
        filling = false;
        advisor.forget();
        completion.hide();
        place.say("");
        place.underline(Optional.empty());
        field.redraw();
    }

    // -- what the engine says; asked off the UI thread, a late answer is dropped

    /** @param wanted somebody asked for the list; by itself it does not open on an empty field */
    private void ask(boolean wanted) {
        if (field.isDisposed()) {
            return;
        }
        String typed = field.getText();
        advisor.ask(typed, field.getCaretOffset(), said -> {
            if (field.isDisposed()) {
                return;
            }
            advice = said;
            if (!wanted && typed.isBlank()) {
                completion.hide();
            } else if (field.isFocusControl()) {
                completion.show(choices(typed, said));
                proposedTo = typed;
                if (eager && completion.isOpen()) {
                    take(completion.chosen());
                }
            }
            eager = false;
            int number = advisor.asked();
            field.getDisplay().timerExec(QUIET_MILLIS, () -> {
                if (!field.isDisposed() && number == advisor.asked()) {
                    // what is missing yet is no mistake while one types
                    place.underline(advice.mistake().filter(mistake -> mistake.from() < typed.length()));
                }
            });
        });
    }

    private List<Completion.Choice> choices(String typed, SearchAdvisor.Advice said) {
        List<Completion.Choice> choices = new ArrayList<>();
        if (typed.isBlank()) {
            history.all().forEach(query -> choices.add(new Completion.Choice(query, "searched lately",
                    desk.look().icons().of(Icon.SEARCH), () -> {
                        fill(query);
                        enter();
                    })));
        }
        choices.addAll(advisor.choices(said, new SearchAdvisor.Hand() {
            @Override
            public void write(Search.Proposal proposal) {
                SearchBar.this.write(proposal);
            }

            @Override
            public void go(Entity entity) {
                SearchBar.this.go(entity);
            }
        }));
        return choices;
    }

    private void write(Search.Proposal proposal) {
        int from = Math.clamp(proposal.from(), 0, field.getCharCount());
        int to = Math.clamp(proposal.to(), from, field.getCharCount());
        String after = to < field.getCharCount() ? field.getText(to, field.getCharCount() - 1) : "";
        // “hosts.” goes on with a field of the hosts
        boolean closed = proposal.text().endsWith(" ") || proposal.text().endsWith(".") || after.startsWith(" ");
        boolean apart = proposal.kind() == Search.Kind.OPERATOR && from > 0
                && !Character.isWhitespace(field.getText(from - 1, from - 1).charAt(0));
        String text = (apart ? " " : "") + proposal.text() + (closed ? "" : " ");
        field.replaceTextRange(from, to - from, text);
        field.setCaretOffset(from + text.length());
    }
}
