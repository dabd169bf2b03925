package hostelry.api;

import hostelry.model.Template;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.ENamedElement;

/** The verbs of templates. Each throws {@link Refusal} at once where it may not be, and otherwise goes on as a job. */
public interface Templates {
    /** Makes a template from a machine that is down: its hardware, its NICs without addresses, copies of its disks. It is {@code locked} while they are copied. */
    Act<Template> add(Caller caller, NewTemplate request);

    /** Changes name, texts and hardware; machines that were made from it stay as they are. */
    Act<Template> update(Caller caller, String template, Patch<Template> patch);

    /** Forgets it, with its disks. Machines that were made from it have disks of their own, and stay. */
    Act<Void> remove(Caller caller, String template);

    /**
     * A template to be: its name (that of {@code baseTemplate} where it is to be a version of that one), and what is to be other than the machine has it.
     *
     * @param vm id of the machine that it is made from
     * @param said names of the features of {@code template} that count; the others come from the machine
     */
    record NewTemplate(Template template, String vm, Set<String> said) {
        public NewTemplate {
            said = Set.copyOf(said);
        }

        /** Says what is set in {@code template}. */
        public NewTemplate(Template template, String vm) {
            this(template, vm, template.eClass().getEAllStructuralFeatures().stream().filter(template::eIsSet)
                    .map(ENamedElement::getName).collect(Collectors.toSet()));
        }
    }
}
