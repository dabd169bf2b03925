package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.MigrationWish;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Vm;
import hostelry.wire.Tree;
import java.util.Map;

/** The moves of machines as oVirt's clients ask for them. */
final class Migrations {
    /** oVirt knows its policies by these ids; our own words are taken too. */
    private static final Map<String, String> POLICIES = Map.of("80554327-0569-496b-bdeb-fcbbf52b827b", MigrationWish.MINIMAL_DOWNTIME,
            "80554327-0569-496b-bdeb-fcbbf52b827c", MigrationWish.SUSPEND, "a7aeedb2-8d66-4e51-bb22-32595027ce71", MigrationWish.POST_COPY);

    private Migrations() {}

    /** {@code <action><host id="…"/><migration><policy id="…"/><bandwidth>…</bandwidth><encrypted>…</encrypted></migration></action>}, each part or none. */
    static MigrationWish wish(Call call, Tree action) {
        String host = action.value("host", "id").orElse(null);
        if (host == null) {
            host = action.value("host", "name")
                    .map(name -> new Names(call.services().estate(), call.wire()).id(call.caller(), "Host", name)).orElse(null);
        }
        String policy = action.value("migration", "policy", "id").or(() -> action.value("migration", "policy"))
                .filter(text -> !text.isBlank())
                .orElse(MigrationWish.MINIMAL_DOWNTIME);
        return new MigrationWish(host, POLICIES.getOrDefault(policy, policy), bandwidth(action),
                action.flag("migration", "encrypted").orElse(true));
    }

    private static long bandwidth(Tree action) {
        String text = action.value("migration", "bandwidth").orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refusal(Problem.badInput("migration.bandwidth", "The bandwidth '" + text + "' is no number of MiB a second.",
                    "Give a whole number, or 0."));
        }
        return Long.parseLong(text);
    }

    /** The job that moves a machine now. */
    static String job(Call call, String vm) {
        String name = call.services().estate().find(call.caller(), Vm.class, vm).map(Vm::getName)
                .orElseThrow(() -> new Refusal(Problem.notFound("VM", vm)));
        return call.services().estate().list(call.caller(), Job.class).stream()
                .filter(job -> "MigrateVm".equals(job.getVerb()) && vm.equals(job.getSubject()) && job.getStatus() == JobStatus.STARTED)
                .map(Job::getId).findFirst()
                .orElseThrow(() -> new Refusal(Problem.conflict(vm, "VM " + name + " is not being migrated.", "")));
    }
}
