package hostelry.engine.vm;

import hostelry.api.Refusal;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.model.states.VmMove;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a template from a machine that is down: its hardware, its cards without addresses, and copies of its disks. All of it or nothing. */
final class AddTemplate implements Verb<Template> {
    private final Inventory inventory;
    private final DiskImages images;
    private final TemplatePlan plan;
    private final Copier copier;
    private final Waiting waiting;

    AddTemplate(Inventory inventory, DiskImages images, TemplatePlan plan) {
        this.inventory = inventory;
        this.images = images;
        this.plan = plan;
        this.copier = new Copier(images);
        this.waiting = new Waiting(inventory, plan.vm());
    }

    @Override
    public String name() {
        return "AddTemplate";
    }

    @Override
    public String title() {
        return "Make template " + VmChecks.clipped(String.valueOf(plan.template().getName())) + " from VM "
                + Guests.in(inventory).name(plan.vm());
    }

    @Override
    public String subject() {
        return plan.vm();
    }

    /** Who may make templates all over a data center may see no machine in it: what is not seen is not copied. */
    @Override
    public List<Need> needs() {
        List<Need> needs = new ArrayList<>(List.of(new Need(null, plan.vm())));
        String base = plan.template().getBaseTemplate();
        if (base != null && !base.equals(plan.template().getId())) {
            needs.add(new Need("EDIT_TEMPLATE_PROPERTIES", base));
        }
        return needs;
    }

    @Override
    public Map<String, String> arguments() {
        return plan.arguments();
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>(List.of(Lock.exclusive(plan.template().getId()), Lock.exclusive(plan.vm()),
                Lock.exclusive("template-name:" + plan.template().getName())));
        plan.copies().disks().forEach(disk -> locks.add(Lock.exclusive(disk.getId())));
        plan.copies().sources().values().forEach(source -> locks.add(Lock.shared(source)));
        plan.copies().disks().stream().map(Disk::getStorageDomain).filter(domain -> domain != null && !domain.isEmpty()).distinct()
                .forEach(domain -> locks.add(Lock.shared(domain)));
        return locks;
    }

    @Override
    public void check(Problems problems) {
        Guests guests = Guests.in(inventory);
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(plan.vm()).ifPresent(vm -> {
            checks.definedHere(vm, "made a template of");
            checks.permits(vm, VmMove.TEMPLATE, "made a template of");
            check(problems, guests);
            images.checkCopies(plan.copies(guests)).forEach(problems::add);
        });
    }

    private void check(Problems problems, Guests guests) {
        TemplateChecks checks = new TemplateChecks(guests, problems);
        checks.name(plan.template());
        checks.version(plan.template());
        checks.hardware(plan.template());
        VmChecks disks = new VmChecks(guests, problems);
        plan.copies().sources().values().forEach(source -> guests.find(Disk.class, source).ifPresent(disks::usable));
    }

    @Override
    public Template perform(Progress progress) throws InterruptedException {
        String id = plan.template().getId();
        Optional<Template> there = inventory.find(Template.class, id);
        if (there.isPresent() && !TemplateChecks.LOCKED.equals(there.get().getStatus())) {
            return there.get();
        }
        waiting.lock();
        if (there.isEmpty()) {
            inventory.change(this::enter);
        }
        Map<String, Long> taken = copier.copy(progress, plan.copies(Guests.in(inventory)));
        Template made = inventory.change(draft -> {
            taken.forEach((disk, bytes) -> Copier.unlocked(draft.edit(Disk.class, disk), bytes));
            Template template = draft.edit(Template.class, id);
            template.setStatus(TemplateChecks.OK);
            return template;
        });
        waiting.release();
        return made;
    }

    private Template enter(Inventory.Draft draft) {
        Problems problems = new Problems();
        check(problems, Guests.in(draft));
        if (!problems.none()) {
            throw new Refusal(problems.verdict().problems());
        }
        plan.copies().disks().forEach(disk -> draft.add(Copier.locked(disk)));
        plan.copies().attachments().forEach(draft::add);
        plan.nics().forEach(draft::add);
        Template template = draft.add(plan.template());
        template.setStatus(TemplateChecks.LOCKED);
        return template;
    }

    @Override
    public void compensate() throws NodeFault {
        String id = plan.template().getId();
        waiting.release();
        Optional<Template> there = inventory.find(Template.class, id);
        if (there.isPresent() && !TemplateChecks.LOCKED.equals(there.get().getStatus())) {
            return;
        }
        if (there.isPresent()) {
            inventory.change(draft -> {
                plan.copies().attachments().forEach(attachment -> draft.remove(DiskAttachment.class, attachment.getId()));
                plan.nics().forEach(nic -> draft.remove(Nic.class, nic.getId()));
                plan.copies().disks().forEach(disk -> draft.remove(Disk.class, disk.getId()));
                draft.remove(Template.class, id);
                return null;
            });
        }
        copier.undo(id, plan.copies().disks());
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
