package hostelry.console.vm;

import hostelry.api.Templates;
import hostelry.api.Jobs;
import hostelry.api.Refusal;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.act.Notice;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Template;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.data.Origins;
import hostelry.model.nextrun.EditPlan;
import hostelry.model.states.VmMove;
import hostelry.model.states.VmMoves;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** What can be done to machines. */
final class VmVerbs {
    private final Desk desk;
    private final ConsoleLauncher consoles;

    VmVerbs(Desk desk) {
        this.desk = desk;
        this.consoles = new ConsoleLauncher(desk);
    }

    List<Verb<Vm>> all() {
        return List.of(Verb.fresh("vm.new", "New VM…", Icon.NEW, Vm.class, "Ctrl+N", () -> new NewVmWizard(desk).open()),
                new Verb<>("vm.console", "Console", Icon.CONSOLE, Vm.class, Needs.SOME, "", unless(VmMove.TICKET), "Enter", true,
                        vms -> vms.forEach(consoles::open)),
                new Verb<>("vm.serial", "Serial console", Icon.CONSOLE, Vm.class, Needs.ONE, "", VmVerbs::whyNotSerial, "", false,
                        vms -> SerialWindow.open(desk, vms.get(0))),
                new Verb<>("vm.start", "Start", Icon.START, Vm.class, Needs.SOME, "StartVm", unless(VmMove.RUN), "Enter", true,
                        vms -> vms.forEach(this::start)),
                new Verb<>("vm.once", "Run once…", Icon.START, Vm.class, Needs.ONE, "", unless(VmMove.RUN_ONCE), "", false,
                        vms -> new RunOnceDialog(desk, vms.get(0)).open()),
                new Verb<>("vm.shutdown", "Shut down", Icon.SHUTDOWN, Vm.class, Needs.SOME, "ShutdownVm", unless(VmMove.SHUTDOWN), "", true,
                        vms -> vms.forEach(this::shutdown)),
                new Verb<>("vm.stop", "Power off…", Icon.STOP, Vm.class, Needs.SOME, "StopVm", unless(VmMove.STOP), "", true, this::stop),
                new Verb<>("vm.reboot", "Reboot", Icon.REFRESH, Vm.class, Needs.SOME, "RebootVm", unless(VmMove.REBOOT), "", false,
                        vms -> vms.forEach(this::reboot)),
                new Verb<>("vm.pause", "Pause", Icon.STATUS_PAUSED, Vm.class, Needs.SOME, "PauseVm", unless(VmMove.PAUSE), "", false,
                        vms -> vms.forEach(this::pause)),
                new Verb<>("vm.resume", "Resume", Icon.START, Vm.class, Needs.SOME, "StartVm", VmVerbs::whyNotResume, "", false,
                        vms -> vms.forEach(this::resume)),
                new Verb<>("vm.suspend", "Suspend", Icon.STATUS_PAUSED, Vm.class, Needs.SOME, "SuspendVm", unless(VmMove.SUSPEND), "",
                        false,
                        vms -> vms.forEach(this::suspend)),
                new Verb<>("vm.migrate", "Migrate…", Icon.HOST, Vm.class, Needs.ONE, "MigrateVm", unless(VmMove.MIGRATE), "", false,
                        vms -> new MigrateDialog(desk, vms.get(0)).open()),
                new Verb<>("vm.migrate.cancel", "Cancel migration", Icon.STOP, Vm.class, Needs.ONE, "", unless(VmMove.CANCEL_MIGRATION), "",
                        false,
                        vms -> cancelMigration(vms.get(0))),
                new Verb<>("vm.adopt", "Adopt…", Icon.NEW, Vm.class, Needs.SOME, "AdoptVm", VmVerbs::whyNotAdopt, "", false, this::adopt),
                new Verb<>("vm.cd", "Change CD…", Icon.CHANGECD, Vm.class, Needs.ONE, "", vm -> "", "", false,
                        vms -> new ChangeCdDialog(desk, vms.get(0)).open()),
                new Verb<>("vm.edit", "Edit…", Icon.EDIT, Vm.class, Needs.ONE, "", vm -> "", "F2", false,
                        vms -> new EditVmDialog(desk, vms.get(0)).open()),
                new Verb<>("vm.template", "Make template…", Icon.TEMPLATE, Vm.class, Needs.ONE, "AddTemplate", unless(VmMove.TEMPLATE), "",
                        false, vms -> template(vms.get(0))),
                new Verb<>("vm.clone", "Clone…", Icon.VM, Vm.class, Needs.ONE, "CloneVm", unless(VmMove.TEMPLATE), "", false,
                        vms -> copy(vms.get(0))),
                new Verb<>("vm.init", "Cloud-init…", Icon.EDIT, Vm.class, Needs.ONE, "",
                        vm -> VmMoves.still(vm.getStatus()) ? "" : "Cloud-init is edited while it is down.", "", false,
                        vms -> new CloudInitDialog(desk, vms.get(0)).open()),
                new Verb<>("vm.discard", "Discard next-run changes…", Icon.DELETE, Vm.class, Needs.ONE, "DiscardNextRun",
                        vm -> vm.isNextRunConfigurationExists() ? "" : "Nothing waits for the next start of " + vm.getName() + ".", "",
                        false,
                        vms -> discard(vms.get(0))),
                new Verb<>("vm.delete", "Delete…", Icon.DELETE, Vm.class, Needs.SOME, "", VmVerbs::whyNotDelete, "Del", true,
                        this::delete));
    }

    /** The quick answer, from the table of permitted moves. */
    private static Function<Vm, String> unless(VmMove move) {
        return vm -> VmMoves.permits(vm.getStatus(), move)
                ? ""
                : vm.getName() + " is " + Objects.requireNonNull(StatusWord.of(vm)).word().toLowerCase(Locale.ROOT) + ".";
    }

    private static String whyNotSerial(Vm vm) {
        return vm.isConsole() || Origins.external(vm) || Origins.adopted(vm)
                ? unless(VmMove.TICKET).apply(vm)
                : vm.getName() + " has no serial console.";
    }

    private static String whyNotResume(Vm vm) {
        return vm.getStatus() == VmStatus.PAUSED || vm.getStatus() == VmStatus.SUSPENDED
                ? ""
                : vm.getName() + " is neither paused nor suspended.";
    }

    private static String whyNotDelete(Vm vm) {
        return vm.isDeleteProtected()
                ? vm.getName() + " is protected against deletion."
                : VmMoves.permits(vm.getStatus(), VmMove.REMOVE)
                        ? ""
                        : vm.getStatus() == VmStatus.IMAGE_LOCKED ? vm.getName() + " is locked." : "Shut down " + vm.getName() + " first.";
    }

    private void template(Vm vm) {
        new NameDialog(desk, new NameDialog.Question("template", Icon.TEMPLATE, "Make template from " + vm.getName(), "Make", "",
                "Its disks are copied; it can't be started until that is done."), (engine, name, description) -> {
                    Template template = HostelryFactory.eINSTANCE.createTemplate();
                    template.setName(name);
                    template.setDescription(description);
                    return engine.service(Templates.class).add(engine.caller(), new Templates.NewTemplate(template, vm.getId()));
                }).open();
    }

    private void copy(Vm vm) {
        new NameDialog(desk, new NameDialog.Question("clone", Icon.VM, "Clone " + vm.getName(), "Clone", vm.getName() + "_clone",
                "Its disks are copied, and its NICs get new addresses; it can't be started until that is done."),
                (engine, name, description) -> {
                    Vm wanted = HostelryFactory.eINSTANCE.createVm();
                    wanted.setName(name);
                    wanted.setDescription(description.isEmpty() ? null : description);
                    return engine.service(Vms.class).clone(engine.caller(), vm.getId(), wanted);
                }).open();
    }

    private void start(Vm vm) {
        desk.acts().ask("Start " + vm.getName(), engine -> engine.service(Vms.class).start(engine.caller(), vm.getId()));
    }

    private void shutdown(Vm vm) {
        desk.acts().ask("Shut down " + vm.getName(), engine -> engine.service(Vms.class).shutdown(engine.caller(), vm.getId()));
    }

    private void reboot(Vm vm) {
        desk.acts().ask("Reboot " + vm.getName(), engine -> engine.service(Vms.class).reboot(engine.caller(), vm.getId()));
    }

    private void pause(Vm vm) {
        desk.acts().ask("Pause " + vm.getName(), engine -> engine.service(Vms.class).pause(engine.caller(), vm.getId()));
    }

    private void resume(Vm vm) {
        desk.acts().ask("Resume " + vm.getName(), engine -> engine.service(Vms.class).start(engine.caller(), vm.getId()));
    }

    private void suspend(Vm vm) {
        desk.acts().ask("Suspend " + vm.getName(), engine -> engine.service(Vms.class).suspend(engine.caller(), vm.getId()));
    }

    private void cancelMigration(Vm vm) {
        desk.estate().all(Job.class).stream().filter(job -> "MigrateVm".equals(job.getVerb()) && vm.getId().equals(job.getSubject())
                && job.getStatus() == JobStatus.STARTED)
                .forEach(job -> desk.estate().connection().ifPresent(engine -> Thread.ofVirtual().name("cancel").start(() -> {
                    try {
                        engine.service(Jobs.class).cancel(engine.caller(), job.getId());
                    } catch (Refusal e) {
                        desk.estate().later(() -> desk.acts().notice(new Notice("Cancel the migration of " + vm.getName(), e.problems())));
                    }
                })));
    }

    private static String whyNotAdopt(Vm vm) {
        return Origins.external(vm)
                ? ""
                : vm.getName() + (Origins.adopted(vm) ? " was adopted already." : " was made by Hostelry: there is nothing to adopt.");
    }

    private void adopt(List<Vm> vms) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Adopt",
                (vms.size() == 1 ? "This virtual machine was" : "These " + vms.size() + " virtual machines were")
                        + " made outside of Hostelry. Adopted, they are started here, on their host and as it defines them; a guest that runs is not touched.",
                names(vms), "Adopt", false)).ask();
        if (sure) {
            vms.forEach(vm -> desk.acts().ask("Adopt " + vm.getName(),
                    engine -> engine.service(Vms.class).adopt(engine.caller(), vm.getId())));
        }
    }

    private void discard(Vm vm) {
        NextRunWords words = new NextRunWords(desk.estate()::name);
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Discard next-run changes",
                        "What waits until " + vm.getName() + " is next powered off is forgotten; it stays as it runs:",
                        EditPlan.waiting(vm).stream().map(words::change).toList(), "Discard", true))
                .ask();
        if (sure) {
            desk.acts().ask("Discard what waits of " + vm.getName(),
                    engine -> engine.service(Vms.class).discardNextRun(engine.caller(), vm.getId()));
        }
    }

    private void stop(List<Vm> vms) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Power off",
                vms.size() == 1
                        ? "This pulls the plug of the virtual machine; what its guest has not written is lost."
                        : "This pulls the plug of " + vms.size() + " virtual machines; what their guests have not written is lost.",
                names(vms), "Power off", true)).ask();
        if (sure) {
            vms.forEach(vm -> desk.acts().ask("Power off " + vm.getName(),
                    engine -> engine.service(Vms.class).stop(engine.caller(), vm.getId())));
        }
    }

    private void delete(List<Vm> vms) {
        List<String> ids = vms.stream().map(Entity::getId).toList();
        long disks = desk.estate().all(DiskAttachment.class).stream().filter(attachment -> ids.contains(attachment.getVm())).count();
        ConfirmDialog dialog = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Delete",
                vms.size() == 1
                        ? "This deletes the virtual machine for good:"
                        : "This deletes " + vms.size() + " virtual machines for good:",
                names(vms), "Delete", true,
                disks == 0 ? "" : disks == 1 ? "Delete its disk as well" : "Delete its " + disks + " disks as well", true));
        if (dialog.ask()) {
            boolean withDisks = disks > 0 && dialog.checked();
            vms.forEach(vm -> desk.acts().ask("Delete " + vm.getName(),
                    engine -> engine.service(Vms.class).remove(engine.caller(), vm.getId(), withDisks)));
        }
    }

    private static List<String> names(List<Vm> vms) {
        return vms.stream().map(Entity::getName).toList();
    }
}
