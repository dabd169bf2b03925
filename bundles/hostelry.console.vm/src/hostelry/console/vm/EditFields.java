package hostelry.console.vm;

import hostelry.api.Patch;
import hostelry.console.kit.words.Bytes;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Fields of a form over a machine: each shows a feature of the model, and knows what became of it. */
final class EditFields {
    /** Where fields are made. */
    interface Form {
        Text text(String key, String label, String value, String unit);

        Combo combo(String key, String label, List<String> items, int selected);

        Button check(String key, String label, boolean value);
    }

    /** What one can choose: how it reads, and the value of the feature. */
    record Choice(String label, @Nullable Object value) {}

    private record Field(String feature, Supplier<Optional<Object>> changed) {}

    private final Form form;
    private final Vm vm;
    private final List<Field> all = new ArrayList<>();
    private final List<Supplier<String>> wrong = new ArrayList<>();

    /** @param vm as it is shown */
    EditFields(Form form, Vm vm) {
        this.form = form;
        this.vm = vm;
    }

    Vm vm() {
        return vm;
    }

    private static String key(String feature) {
        return "editvm." + feature;
    }

    private EStructuralFeature feature(String name) {
        return Objects.requireNonNull(vm.eClass().getEStructuralFeature(name), name);
    }

    private @Nullable Object now(String name) {
        return vm.eGet(feature(name));
    }

    Text line(String feature, String hint) {
        String before = now(feature) == null ? "" : String.valueOf(now(feature));
        Text text = form.text(key(feature), NextRunWords.label(feature), before, "");
        text.setMessage(hint);
        all.add(new Field(feature, () -> text.getText().strip().equals(before) ? Optional.empty() : Optional.of(text.getText().strip())));
        return text;
    }

    /** @param unit after the field: what the number counts */
    void number(String feature, int least, String unit) {
        int before = (Integer) Objects.requireNonNull(now(feature));
        Text text = form.text(key(feature), NextRunWords.label(feature), Integer.toString(before), unit);
        wrong.add(() -> text.getText().strip().matches("\\d{1,6}") && Integer.parseInt(text.getText().strip()) >= least
                ? ""
                : NextRunWords.label(feature) + " is a whole number from " + least + " on.");
        all.add(new Field(feature, () -> {
            int after = Integer.parseInt(text.getText().strip());
            return after == before ? Optional.empty() : Optional.of(after);
        }));
    }

    void bytes(String feature, String hint) {
        long before = (Long) Objects.requireNonNull(now(feature));
        String shown = Bytes.text(before);
        Text text = form.text(key(feature), NextRunWords.label(feature), shown, hint);
        wrong.add(() -> Bytes.parse(text.getText().strip(), Bytes.MIB) < 0
                ? NextRunWords.label(feature) + " is a number with a unit, such as 512 MiB or 4 GiB."
                : "");
        // only what was typed anew: the text of a size is rounded
        all.add(new Field(feature, () -> text.getText().strip().equals(shown)
                ? Optional.empty()
                : Optional.of(Bytes.parse(text.getText().strip(), Bytes.MIB))));
    }

    void flag(String feature) {
        boolean before = (Boolean) Objects.requireNonNull(now(feature));
        Button button = form.check(key(feature), NextRunWords.label(feature), before);
        all.add(new Field(feature, () -> button.getSelection() == before ? Optional.empty() : Optional.of(button.getSelection())));
    }

    /** Values with semicolons between them. */
    void list(String feature, String hint) {
        String before = ((List<?>) Objects.requireNonNull(now(feature))).stream().map(Object::toString).collect(Collectors.joining("; "));
        Text text = form.text(key(feature), NextRunWords.label(feature), before, "");
        text.setMessage(hint);
        all.add(new Field(feature, () -> text.getText().strip().equals(before)
                ? Optional.empty()
                : Optional.of(
                        Stream.of(text.getText().split(";")).map(String::strip).filter(one -> !one.isEmpty()).distinct().toList())));
    }

    /** The words that a feature may be; the value is the word itself. */
    void words(String feature, List<String> words) {
        choice(feature, words.stream().map(word -> new Choice(word, word)).toList());
    }

    /** What was set through the API and is not offered stays as it is until something else is chosen. */
    void choice(String feature, List<Choice> choices) {
        Object before = now(feature);
        List<Choice> offered = new ArrayList<>(choices);
        int line = place(offered, before);
        if (line < 0 && empty(before)) {
            line = 0;
        } else if (line < 0) {
            offered.add(new Choice(String.valueOf(before), before));
            line = offered.size() - 1;
        }
        int shown = line;
        Combo combo = form.combo(key(feature), NextRunWords.label(feature), offered.stream().map(Choice::label).toList(), shown);
        all.add(new Field(feature, () -> combo.getSelectionIndex() == shown || combo.getSelectionIndex() < 0
                ? Optional.empty()
                : Optional.of(Objects.requireNonNullElse(offered.get(combo.getSelectionIndex()).value(), ""))));
    }

    private static int place(List<Choice> choices, @Nullable Object value) {
        for (int i = 0; i < choices.size(); i++) {
            if (Objects.equals(choices.get(i).value(), value)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || value.equals("") || value instanceof List<?> list && list.isEmpty();
    }

    /** The model of a watchdog and what it does are one choice. */
    void watchdog(List<String> actions) {
        String action = vm.getWatchdogAction() == null || vm.getWatchdogAction().isEmpty() ? "none" : vm.getWatchdogAction();
        int shown = empty(vm.getWatchdogModel()) ? 0 : 1 + Math.max(0, actions.indexOf(action));
        Combo combo = form.combo("editvm.watchdog", NextRunWords.label("watchdogModel"),
                Stream.concat(Stream.of("None"), actions.stream()).toList(), shown);
        all.add(new Field("watchdogModel", () -> combo.getSelectionIndex() == shown
                ? Optional.empty()
                : Optional.of(combo.getSelectionIndex() <= 0 ? "" : "i6300esb")));
        all.add(new Field("watchdogAction", () -> combo.getSelectionIndex() == shown
                ? Optional.empty()
                : Optional.of(combo.getSelectionIndex() <= 0 ? "" : combo.getText())));
    }

    /** What can't be sent, a sentence each. */
    List<String> wrong() {
        return wrong.stream().map(Supplier::get).filter(sentence -> !sentence.isEmpty()).toList();
    }

    /** What became other; only where nothing is {@link #wrong}. */
    Patch<Vm> patch() {
        Vm values = HostelryFactory.eINSTANCE.createVm();
        Set<String> features = new HashSet<>();
        for (Field field : all) {
            field.changed().get().ifPresent(value -> {
                values.eSet(feature(field.feature()), value instanceof List<?> list ? new ArrayList<>(list) : value);
                features.add(field.feature());
            });
        }
        return new Patch<>(values, features);
    }
}
