package hostelry.console.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Templates;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.HostelryFactory;
import hostelry.model.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Name, description and size of a template; machines that were made from it stay as they are. */
final class EditTemplateDialog extends FormDialog {
    private final Desk desk;
    private final Template template;
    private @Nullable Text name;
    private @Nullable Text description;
    private @Nullable Text memory;
    private @Nullable Text cpus;

    EditTemplateDialog(Desk desk, Template template) {
        super(desk.shell(), desk.look(), Icon.TEMPLATE, "Edit " + template.getName(), "Save");
        this.desk = desk;
        this.template = template;
    }

    @Override
    protected void fields() {
        Text first = text("edittemplate.name", "Name", Words.orEmpty(template.getName()), "");
        first.selectAll();
        name = first;
        description = text("edittemplate.description", "Description", Words.orEmpty(template.getDescription()), "");
        memory = text("edittemplate.memory", "Memory", Bytes.text(template.getMemory()), "such as 512 MiB or 4 GiB");
        cpus = text("edittemplate.cpus", "CPUs", Integer.toString(template.getCpuCores()), "cores of each socket");
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        if (value(name).isEmpty()) {
            return List.of("It needs a name.");
        }
        if (Bytes.parse(value(memory), Bytes.MIB) < 0) {
            return List.of("Memory is a number with a unit, such as 512 MiB or 4 GiB.");
        }
        return value(cpus).matches("[1-9]\\d{0,3}") ? List.of() : List.of("CPUs is a whole number from 1 on.");
    }

    @Override
    protected String hint() {
        return "Virtual machines that were made from it stay as they are.";
    }

    @Override
    protected void finish() {
        Template values = HostelryFactory.eINSTANCE.createTemplate();
        Set<String> features = new HashSet<>();
        if (!value(name).equals(template.getName())) {
            values.setName(value(name));
            features.add("name");
        }
        if (!value(description).equals(Words.orEmpty(template.getDescription()))) {
            values.setDescription(value(description));
            features.add("description");
        }
        // only what was typed anew: the text of a size is rounded
        if (!value(memory).equals(Bytes.text(template.getMemory()))) {
            values.setMemory(Bytes.parse(value(memory), Bytes.MIB));
            features.add("memory");
        }
        if (Integer.parseInt(value(cpus)) != template.getCpuCores()) {
            values.setCpuCores(Integer.parseInt(value(cpus)));
            features.add("cpuCores");
        }
        if (features.isEmpty()) {
            done();
            return;
        }
        desk.acts().ask("Edit " + template.getName(),
                engine -> engine.service(Templates.class).update(engine.caller(), template.getId(), new Patch<>(values, features)),
                result -> done(), problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
