package hostelry.engine.vm;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Templates;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.spi.Sightings;
import hostelry.engine.work.Work;
import hostelry.model.Template;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs of templates, each handed to {@link Work}. */
@Component
public final class TemplatesService implements Templates {
    private final Work work;
    private final TemplateVerbs verbs;

    @Activate
    public TemplatesService(@Reference Work work, @Reference Inventory inventory, @Reference Nodes nodes, @Reference DiskImages images,
            @Reference Sightings sightings) {
        this(work, new VmVerbs(inventory, nodes, images, sightings).templates());
    }

    TemplatesService(Work work, TemplateVerbs verbs) {
        this.work = work;
        this.verbs = verbs;
    }

    @Override
    public Act<Template> add(Caller caller, NewTemplate request) {
        return work.submit(caller, verbs.add(request));
    }

    @Override
    public Act<Template> update(Caller caller, String template, Patch<Template> patch) {
        return work.submit(caller, verbs.update(template, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String template) {
        return work.submit(caller, verbs.remove(template));
    }
}
