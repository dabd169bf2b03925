package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Forgets a template, with its disks. Machines that were made from it have disks of their own: they stay, and are of Blank from then on. */
final class RemoveTemplate implements Verb<Void> {
    private final Inventory inventory;
    private final DiskImages images;
    private final String id;

    RemoveTemplate(Inventory inventory, DiskImages images, String id) {
        this.inventory = inventory;
        this.images = images;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveTemplate";
    }

    @Override
    public String title() {
        return "Remove template " + TemplateChecks.name(Guests.in(inventory), id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("template", id);
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>(List.of(Lock.exclusive(id)));
        Guests.in(inventory).attachments(id).forEach(attachment -> locks.add(Lock.exclusive(attachment.getDisk())));
        return locks;
    }

    @Override
    public void check(Problems problems) {
        TemplateChecks checks = new TemplateChecks(Guests.in(inventory), problems);
        checks.template(id).ifPresent(template -> {
            checks.ready(template);
            problems.require(!WellKnown.BLANK.equals(id),
                    () -> Problem.conflict(id, "Blank can't be removed.", "VMs without a template are made from it."));
            problems.require(!template.isDeleteProtected(), () -> Problem.conflict(id,
                    "Template " + template.getName() + " is protected from being removed.", "Switch its delete protection off first."));
            List<String> versions = checks.versions(id);
            problems.require(versions.isEmpty(), () -> Problem.conflict(id,
                    "Template " + template.getName() + " is the base of " + String.join(", ", versions) + ".", "Remove those first."));
        });
    }

    @Override
    public Void perform(Progress progress) {
        for (Disk disk : Guests.in(inventory).disks(id)) {
            progress.at(-1, "Removing disk " + disk.getAlias());
            delete(progress, disk);
        }
        inventory.change(draft -> {
            Guests guests = Guests.in(draft);
            guests.attachments(id).forEach(attachment -> draft.remove(DiskAttachment.class, attachment.getId()));
            guests.nics(id).forEach(nic -> draft.remove(Nic.class, nic.getId()));
            guests.all(Vm.class).stream().filter(vm -> id.equals(vm.getTemplate()))
                    .forEach(vm -> draft.edit(Vm.class, vm.getId()).setTemplate(WellKnown.BLANK));
            draft.remove(Template.class, id);
            return null;
        });
        return null;
    }

    /** Each by itself: what is shown is what there is. */
    private void delete(Progress progress, Disk disk) {
        try (Progress.Turn turn = progress.turn(images.host(disk))) {
            images.delete(Keys.part(progress.jobId(), disk.getId()), disk);
        } catch (NodeFault e) {
            throw Reach.refusal(e, disk.getId(), "Disk " + disk.getAlias() + " could not be removed");
        }
        inventory.change(draft -> {
            draft.remove(DiskAttachment.class, disk.getId());
            draft.remove(Disk.class, disk.getId());
            return null;
        });
    }
}
