package hostelry.console.vm;

import hostelry.api.Templates;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Target;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.DetailsPage;
import hostelry.console.kit.page.DetailsPage.Line;
import hostelry.console.kit.page.DetailsPage.Section;
import hostelry.console.kit.page.PageKind;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Set;
import org.eclipse.swt.widgets.Composite;

/** Templates: their shelf under the data center, what can be done with them, and their pages. */
final class TemplateFurniture {
    /** The one that every estate has, and that nobody removes. */
    private static final String BLANK = "00000000-0000-0000-0000-000000000000";
    private final Desk desk;

    TemplateFurniture(Desk desk) {
        this.desk = desk;
    }

    void into(Furniture furniture) {
        furniture.add(new Shelf<>("templates", "Templates", "Templates", Icon.TEMPLATE, Template.class, DataCenter.class, this::belongs,
                Set.of(Template.class, Vm.class, DiskAttachment.class), false, 45,
                new Shelf.Empty("No templates yet.\nA virtual machine that is down can be made one.", ""), columns()));
        verbs().forEach(furniture::add);
        furniture.add(new PageKind<>("template.general", "General", Template.class, this::general));
        furniture.add(new PageKind<>("template.disks", "Disks", Template.class, this::disks));
        furniture.add(new PageKind<>("template.nics", "NICs", Template.class, this::nics));
        furniture.add(new PageKind<>("template.vms", "VMs", Template.class, this::vms));
    }

    /** What has no cluster, as Blank, is of every data center. */
    private boolean belongs(Template template, Entity center) {
        return template.getCluster() == null || desk.estate().find(Cluster.class, template.getCluster())
                .map(cluster -> center.getId().equals(cluster.getDataCenter())).orElse(true);
    }

    private List<Column<Template>> columns() {
        return List.of(
                Column.<Template>text("name", "Name", 160, template -> Words.orEmpty(template.getName()))
                        .with(template -> desk.look().icons().of(Icon.TEMPLATE)),
                Column.text("status", "Status", 90, template -> status(template)),
                Column.number("version", "Version", 80, template -> Integer.toString(template.getVersionNumber()),
                        template -> (double) template.getVersionNumber()),
                Column.number("memory", "Memory", 90, template -> Bytes.text(template.getMemory()),
                        template -> (double) template.getMemory()),
                Column.number("cpus", "CPUs", 60, template -> Integer.toString(cpus(template)), template -> (double) cpus(template)),
                Column.number("disks", "Disks", 60, template -> Long.toString(count(template)), template -> (double) count(template)),
                Column.number("vms", "VMs", 60, template -> Long.toString(children(template).size()),
                        template -> (double) children(template).size()),
                Column.text("cluster", "Cluster", 120, template -> desk.estate().name(Cluster.class, template.getCluster())),
                Column.text("description", "Description", 200, template -> Words.orEmpty(template.getDescription())));
    }

    private static String status(Template template) {
        return Words.sentence(Words.orEmpty(template.getStatus()));
    }

    static int cpus(Template template) {
        return template.getCpuSockets() * template.getCpuCores() * Math.max(1, template.getCpuThreads());
    }

    private long count(Template template) {
        return desk.estate().all(DiskAttachment.class).stream().filter(one -> template.getId().equals(one.getTemplate())).count();
    }

    private List<Vm> children(Template template) {
        return desk.estate().all(Vm.class).stream().filter(vm -> template.getId().equals(vm.getTemplate())).toList();
    }

    private List<Verb<Template>> verbs() {
        return List.of(
                new Verb<>("template.newvm", "New VM from it…", Icon.VM, Template.class, Needs.ONE, "", TemplateFurniture::locked, "", true,
                        templates -> new NewVmWizard(desk, templates.get(0)).open()),
                new Verb<>("template.edit", "Edit…", Icon.EDIT, Template.class, Needs.ONE, "UpdateTemplate", TemplateFurniture::locked,
                        "F2",
                        true, templates -> new EditTemplateDialog(desk, templates.get(0)).open()),
                new Verb<>("template.delete", "Delete…", Icon.DELETE, Template.class, Needs.SOME, "RemoveTemplate",
                        TemplateFurniture::whyNotDelete, "Del", true, this::delete));
    }

    private static String locked(Template template) {
        return "locked".equals(template.getStatus()) ? template.getName() + " is still being made." : "";
    }

    private static String whyNotDelete(Template template) {
        return BLANK.equals(template.getId())
                ? "Blank can't be removed."
                : template.isDeleteProtected() ? template.getName() + " is protected against deletion." : locked(template);
    }

    private void delete(List<Template> templates) {
        long children = templates.stream().mapToLong(template -> children(template).size()).sum();
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Delete",
                (templates.size() == 1
                        ? "This deletes the template and its disks for good."
                        : "This deletes " + templates.size() + " templates and their disks for good.")
                        + (children == 0
                                ? ""
                                : " " + Words.count((int) children, "virtual machine that was made from it stays.",
                                        "virtual machines that were made from it stay.")),
                templates.stream().map(Entity::getName).toList(), "Delete", true)).ask();
        if (sure) {
            templates.forEach(template -> desk.acts().ask("Delete " + template.getName(),
                    engine -> engine.service(Templates.class).remove(engine.caller(), template.getId())));
        }
    }

    private DetailsPage<Template> general(Composite parent) {
        return new DetailsPage<>(parent, desk.look(), List.of(
                new Section<>("", List.of(new Line<>("template.name", "Name", template -> Words.orEmpty(template.getName())),
                        new Line<>("", "Description", template -> Words.orEmpty(template.getDescription())),
                        new Line<>("template.status", "Status", TemplateFurniture::status),
                        new Line<>("", "Version", TemplateFurniture::version),
                        new Line<>("", "Cluster", template -> desk.estate().name(Cluster.class, template.getCluster())),
                        new Line<>("", "Id", Entity::getId))),
                new Section<>("", List.of(new Line<>("template.memory", "Memory", template -> Bytes.text(template.getMemory())),
                        new Line<>("", "CPUs", template -> Integer.toString(cpus(template))),
                        new Line<>("", "Operating system", template -> Words.orEmpty(template.getOsType())),
                        new Line<>("", "Created",
                                template -> template.getCreationTime() == null ? "" : Times.exact(template.getCreationTime()))))));
    }

    private static String version(Template template) {
        return template.getVersionNumber()
                + (Words.orEmpty(template.getVersionName()).isEmpty() ? "" : ", " + template.getVersionName());
    }

    private TablePage<Template, DiskAttachment> disks(Composite parent) {
        return new TablePage<>(parent, desk, new TablePage.Parts<Template, DiskAttachment>("template.disks.table", Entity::getId,
                template -> desk.estate().all(DiskAttachment.class).stream().filter(one -> template.getId().equals(one.getTemplate()))
                        .toList(),
                List.of(Column.<DiskAttachment>text("name", "Name", 180, one -> desk.estate().name(Disk.class, one.getDisk()))
                        .with(one -> desk.look().icons().of(Icon.DISK)),
                        Column.text("size", "Size", 96,
                                one -> desk.estate().find(Disk.class, one.getDisk()).map(disk -> Bytes.text(disk.getProvisionedSize()))
                                        .orElse("—")),
                        Column.text("domain", "Storage domain", 130,
                                one -> desk.estate().find(Disk.class, one.getDisk())
                                        .map(disk -> desk.estate().name(StorageDomain.class, disk.getStorageDomain())).orElse("—")),
                        Column.text("interface", "Interface", 100, one -> one.getInterface().getLiteral()),
                        Column.text("boot", "Bootable", 80, one -> one.isBootable() ? "Yes" : "")),
                "name", Icon.DISK, "No disks. A virtual machine that is made from it has none to boot from.",
                one -> desk.estate().find(Disk.class, one.getDisk()).ifPresent(disk -> desk.navigator().go(Target.of(disk)))));
    }

    private TablePage<Template, Nic> nics(Composite parent) {
        return new TablePage<>(parent, desk, new TablePage.Parts<Template, Nic>("template.nics.table", Entity::getId,
                template -> desk.estate().all(Nic.class).stream().filter(nic -> template.getId().equals(nic.getTemplate())).toList(),
                List.of(Column.<Nic>text("name", "Name", 120, nic -> Words.orEmpty(nic.getName()))
                        .with(nic -> desk.look().icons().of(Icon.NIC)),
                        Column.text("profile", "Network", 160, nic -> desk.estate().name(VnicProfile.class, nic.getVnicProfile())),
                        Column.text("interface", "Interface", 100, nic -> nic.getInterface().getLiteral())),
                "name", Icon.NIC, "No NICs.", nic -> {}));
    }

    private TablePage<Template, Vm> vms(Composite parent) {
        VmColumns columns = new VmColumns(desk);
        return new TablePage<>(parent, desk, new TablePage.Parts<Template, Vm>("template.vms.table", Entity::getId, this::children,
                List.of(columns.status(), columns.name()), "name", Icon.VM, "No virtual machine was made from it.",
                vm -> desk.navigator().go(Target.of(vm))));
    }
}
