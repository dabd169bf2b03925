package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.model.Cluster;
import hostelry.model.HostelryFactory;
import hostelry.model.Template;
import hostelry.model.Vm;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pure questions about templates, each answered with every reason against. */
final class TemplateChecks {
    static final String OK = "ok";
    static final String LOCKED = "locked";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int VERSION_NAME = 255;
    private final Guests guests;
    private final Problems problems;

    TemplateChecks(Guests guests, Problems problems) {
        this.guests = guests;
        this.problems = problems;
    }

    /** The template, or the problem that it is not there. */
    Optional<Template> template(String id) {
        Optional<Template> template = guests.find(Template.class, id);
        problems.require(template.isPresent(), () -> Problem.notFound("template", id));
        return template;
    }

    void ready(Template template) {
        problems.require(!LOCKED.equals(template.getStatus()), () -> Problem.conflict(template.getId(),
                "Template " + template.getName() + " is still being made.", "Wait until its disks are copied, or cancel that."));
    }

    /** Versions of one template share its name; all others differ. */
    void name(Template template) {
        String name = template.getName();
        if (name == null || !NAME.matcher(name).matches()) {
            problems.add(Problem.badInput("name", name == null || name.isEmpty()
                    ? "A template needs a name."
                    : "'" + VmChecks.clipped(name) + "' can't be the name of a template.",
                    "Take 1 to 64 letters, digits, dots, underscores or hyphens."));
            return;
        }
        problems.require(guests.all(Template.class).stream().noneMatch(other -> name.equals(other.getName())
                && !other.getId().equals(template.getId()) && !Objects.equals(other.getBaseTemplate(), template.getBaseTemplate())),
                () -> new Problem(Problem.Kind.CONFLICT, "There is a template named " + name + " already.",
                        "Take another name, or make it a version of that template.", "name"));
    }

    void version(Template template) {
        problems.require(template.getVersionName() == null || template.getVersionName().length() <= VERSION_NAME
                && template.getVersionName().chars().noneMatch(Character::isISOControl),
                () -> Problem.badInput("versionName", "This can't be the name of a version.",
                        "Take at most " + VERSION_NAME + " characters on one line."));
        String base = template.getBaseTemplate();
        if (base == null || base.equals(template.getId())) {
            return;
        }
        Optional<Template> found = guests.find(Template.class, base);
        problems.require(found.isPresent(), () -> Problem.badInput("baseTemplate",
                "There is no template " + VmChecks.clipped(base) + " to make a version of.", "Choose one of the list, or none."));
        problems.require(!WellKnown.BLANK.equals(base), () -> Problem.badInput("baseTemplate",
                "Blank has no versions.", "Make a template of its own."));
    }

    /** Its hardware, as that of a machine in its cluster. */
    void hardware(Template template) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        Hardware.copy(template, vm, Hardware.features());
        vm.setName(template.getName());
        vm.setDescription(template.getDescription());
        vm.setComment(template.getComment());
        VmChecks checks = new VmChecks(guests, problems);
        checks.texts(vm);
        if (vm.getCluster() != null) { // Blank is of every cluster
            problems.require(guests.find(Cluster.class, vm.getCluster()).isPresent(), () -> Problem.badInput("cluster",
                    "There is no cluster " + VmChecks.clipped(vm.getCluster()) + ".", "Choose one of the list."));
        }
        checks.hardware(vm);
        new BoardChecks(problems).all(vm);
    }

    /** Later versions of it, by name. */
    List<String> versions(String id) {
        return guests.all(Template.class).stream().filter(other -> id.equals(other.getBaseTemplate()) && !id.equals(other.getId()))
                .map(other -> other.getName() + " version " + other.getVersionNumber()).sorted().toList();
    }

    static String name(Guests guests, @Nullable String id) {
        return guests.find(Template.class, id).map(Template::getName).orElse(String.valueOf(id));
    }
}
