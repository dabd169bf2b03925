package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Templates.NewTemplate;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Kind;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.model.Vm;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Makes the verbs of templates, each with what it needs, and lists their kinds. */
final class TemplateVerbs {
    private final Inventory inventory;
    private final DiskImages images;
    private final Clock clock;
    private final Draftsman draftsman;

    TemplateVerbs(Inventory inventory, DiskImages images, Clock clock, Draftsman draftsman) {
        this.inventory = inventory;
        this.images = images;
        this.clock = clock;
        this.draftsman = draftsman;
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of("AddTemplate", "Vm", "Make template", "CREATE_TEMPLATE").plain(vm -> add(new NewTemplate(unnamed(vm), vm)))
                        .remade(arguments -> new AddTemplate(inventory, images, TemplatePlan.of(arguments))),
                Kind.of("UpdateTemplate", "Template", "Edit", "EDIT_TEMPLATE_PROPERTIES")
                        .plain(template -> update(template, new Patch<>(HostelryFactory.eINSTANCE.createTemplate(), Set.of()))),
                Kind.of("RemoveTemplate", "Template", "Remove", "DELETE_TEMPLATE").destructive().plain(this::remove)
                        .remade(arguments -> remove(arguments.get("template"))));
    }

    /** For those who only ask whether it may be. */
    private Template unnamed(String vm) {
        Template template = HostelryFactory.eINSTANCE.createTemplate();
        template.setName(Guests.in(inventory).name(vm) + "_" + UUID.randomUUID().toString().substring(0, 8));
        return template;
    }

    AddTemplate add(NewTemplate request) {
        Guests guests = Guests.in(inventory);
        Template template = EcoreUtil.copy(request.template());
        template.setId(draftsman.id(template.getId()));
        template.setStatus(TemplateChecks.OK);
        template.setOrigin("hostelry");
        template.setCreationTime(clock.instant());
        template.getTags().clear();
        Optional<Vm> vm = guests.vm(request.vm());
        Set<String> silent = new LinkedHashSet<>(Hardware.features());
        silent.removeAll(request.said());
        vm.ifPresent(found -> Hardware.copy(found, template, silent));
        version(guests, template);
        Copies copies = vm.map(found -> Copies.plan(guests, images, guests.attachments(found.getId()), template))
                .orElseGet(() -> new Copies(List.of(), List.of(), Map.of()));
        List<Nic> nics = new ArrayList<>(vm.map(found -> Copies.nics(guests.nics(found.getId()), List.of())).orElse(List.of()));
        for (Nic nic : nics) {
            nic.setId(UUID.randomUUID().toString());
            nic.setTemplate(template.getId());
        }
        return new AddTemplate(inventory, images, new TemplatePlan(template, request.vm(), copies, nics));
    }

    /** A version takes the name of its base, and the next number. */
    private static void version(Guests guests, Template template) {
        String base = template.getBaseTemplate();
        Optional<Template> found = guests.find(Template.class, base);
        if (base == null || base.isEmpty()) {
            template.setBaseTemplate(template.getId());
            template.setVersionNumber(1);
        } else if (found.isPresent()) {
            String root = found.get().getBaseTemplate() == null ? base : found.get().getBaseTemplate();
            template.setBaseTemplate(root);
            template.setName(guests.find(Template.class, root).map(Template::getName).orElse(template.getName()));
            template.setVersionNumber(1 + guests.all(Template.class).stream().filter(other -> root.equals(other.getBaseTemplate()))
                    .mapToInt(Template::getVersionNumber).max().orElse(1));
        }
    }

    UpdateTemplate update(String template, Patch<Template> patch) {
        return new UpdateTemplate(inventory, template, patch);
    }

    RemoveTemplate remove(String template) {
        return new RemoveTemplate(inventory, images, template);
    }
}
