package hostelry.console.vm;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Asks for the name and the description of what is to be made from a machine: a template, a clone. It closes when the engine goes to work; *Tasks* shows how far it is. */
final class NameDialog extends FormDialog {
    /** Lets the engine make it. */
    interface Making {
        Act<? extends Entity> begin(EngineConnection engine, String name, String description);
    }

    /**
     * @param key of its fields, such as {@code template}
     * @param title such as {@code Make template from web1}
     * @param name that is offered
     * @param hint what will come of it, in a sentence
     */
    record Question(String key, Icon icon, String title, String verb, String name, String hint) {}

    private final Desk desk;
    private final Question question;
    private final Making making;
    private @Nullable Text name;
    private @Nullable Text description;

    NameDialog(Desk desk, Question question, Making making) {
        super(desk.shell(), desk.look(), question.icon(), question.title(), question.verb());
        this.desk = desk;
        this.question = question;
        this.making = making;
    }

    @Override
    protected void fields() {
        Text first = text(question.key() + ".name", "Name", question.name(), "");
        first.selectAll();
        name = first;
        description = text(question.key() + ".description", "Description", "", "");
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        return value(name).isEmpty() ? List.of("Give it a name.") : List.of();
    }

    @Override
    protected String hint() {
        return question.hint();
    }

    @Override
    protected void finish() {
        String called = value(name);
        String words = value(description);
        desk.acts().ask(question.title() + " as " + called, engine -> {
            Act<? extends Entity> act = making.begin(engine, called, words);
            desk.shell().getDisplay().asyncExec(this::done); // it may take an hour, and is seen in the tasks
            return act;
        }, made -> desk.reveal(made), problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
