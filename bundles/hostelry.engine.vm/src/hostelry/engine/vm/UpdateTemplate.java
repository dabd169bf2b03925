package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes what is known of a template, and the hardware of machines that are made from it later; those that were made stay as they are. */
final class UpdateTemplate implements Verb<Template> {
    private static final Set<String> FEATURES = features();
    private final Inventory inventory;
    private final String id;
    private final Patch<Template> patch;

    UpdateTemplate(Inventory inventory, String id, Patch<Template> patch) {
        this.inventory = inventory;
        this.id = id;
        this.patch = patch;
    }

    private static Set<String> features() {
        Set<String> features = new HashSet<>(Hardware.features());
        features.addAll(Set.of("name", "description", "comment", "deleteProtected", "versionName"));
        features.remove("architecture");
        return Set.copyOf(features);
    }

    @Override
    public String name() {
        return "UpdateTemplate";
    }

    @Override
    public String title() {
        return "Edit template " + TemplateChecks.name(Guests.in(inventory), id);
    }

    @Override
    public String subject() {
        return id;
    }

    /** It comes into another cluster only by one who may make templates there. */
    @Override
    public List<Need> needs() {
        Template now = inventory.find(Template.class, id).orElse(null);
        return now != null && Patches.changed(now, patch, FEATURES).contains("cluster")
                ? List.of(new Need("CREATE_TEMPLATE", patch.values().getCluster()))
                : List.of();
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        check(problems, Guests.in(inventory));
    }

    private void check(Problems problems, Guests guests) {
        TemplateChecks checks = new TemplateChecks(guests, problems);
        checks.template(id).ifPresent(template -> {
            checks.ready(template);
            Set<String> changed = Patches.changed(template, patch, FEATURES);
            Template wanted = wanted(template, changed);
            boolean blank = WellKnown.BLANK.equals(id);
            problems.require(!blank || !changed.contains("name") && !changed.contains("cluster"), () -> Problem.conflict(id,
                    "Blank keeps its name, and is of every cluster.", "Make a template of your own from a VM."));
            if (changed.contains("name")) {
                checks.name(wanted);
                problems.require(checks.versions(id).isEmpty() && id.equals(template.getBaseTemplate()), () -> Problem.conflict(id,
                        "Template " + template.getName() + " shares its name with other versions.",
                        "Give this version a name of its own (version name) instead."));
            }
            checks.version(wanted);
            checks.hardware(wanted);
        });
    }

    /** The limits go along with the memory where nothing is said of them. */
    private Template wanted(Template now, Set<String> changed) {
        Template wanted = Patches.applied(now, patch, changed);
        if (changed.contains("memory")) {
            Limits limits = new Limits(now.getMemoryGuaranteed(), now.getMemoryMax()).along(now.getMemory(), wanted.getMemory());
            if (!patch.has("memoryGuaranteed")) {
                wanted.setMemoryGuaranteed(limits.guaranteed());
            }
            if (!patch.has("memoryMax")) {
                wanted.setMemoryMax(limits.most());
            }
        }
        return wanted;
    }

    @Override
    public Template perform(Progress progress) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Guests.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Template template = draft.edit(Template.class, id);
            Set<String> changed = Patches.changed(template, patch, FEATURES);
            Template wanted = wanted(template, changed);
            Patches.apply(template, patch, changed);
            template.setMemoryGuaranteed(wanted.getMemoryGuaranteed());
            template.setMemoryMax(wanted.getMemoryMax());
            return template;
        });
    }
}
