package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.api.Vms;
import hostelry.model.DiskAttachment;
import hostelry.model.GraphicsType;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.wire.Tree;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The verbs of virtual machines. */
final class RemoteVms implements Vms {
    /** The one CD drive of each machine. */
    private static final String DRIVE = "/cdroms/00000000-0000-0000-0000-000000000000";

    private final Requests requests;
    private final VmDocument document;

    RemoteVms(Requests requests, Nouns nouns) {
        this.requests = requests;
        this.document = new VmDocument(nouns.wire());
    }

    private static String vm(String id) {
        return "/vms/" + Http.piece(id);
    }

    private static String disk(String vm, String disk) {
        return vm(vm) + "/diskattachments/" + Http.piece(disk);
    }

    private static String nic(String vm, String nic) {
        return vm(vm) + "/nics/" + Http.piece(nic);
    }

    @Override
    public Verdict check(Caller caller, NewVm request) {
        return caller.rehearse(asking -> add(asking, request));
    }

    @Override
    public Act<Vm> add(Caller caller, NewVm request) {
        return requests.acts().submit(caller, "POST", "/vms", out -> document.write(out, request), Vm.class);
    }

    @Override
    public Act<Vm> clone(Caller caller, String vm, Vm wanted) {
        return requests.acts().submit(caller, "POST", vm(vm) + "/clone", out -> {
            out.start("action");
            document.named(out, wanted);
            out.end();
        }, Vm.class);
    }

    @Override
    public Act<Vm> update(Caller caller, String vm, Patch<Vm> patch) {
        return requests.update(caller, vm(vm), patch, Vm.class);
    }

    @Override
    public Act<Vm> updateNextRun(Caller caller, String vm, Patch<Vm> patch) {
        return requests.update(caller, vm(vm) + "?next_run=true", patch, Vm.class);
    }

    @Override
    public Act<Vm> discardNextRun(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/discardnextrun", Vm.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String vm, boolean withDisks) {
        return requests.remove(caller, vm(vm) + "?detach_only=" + !withDisks);
    }

    @Override
    public Act<Vm> start(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/start", Vm.class);
    }

    @Override
    public Act<Vm> runOnce(Caller caller, String vm, Patch<Vm> once) {
        return requests.acts().submit(caller, "POST", vm(vm) + "/start", out -> {
            out.start("action");
            requests.patch(out, once);
            out.end();
        }, Vm.class);
    }

    @Override
    public Act<Vm> shutdown(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/shutdown", Vm.class);
    }

    @Override
    public Act<Vm> stop(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/stop", Vm.class);
    }

    @Override
    public Act<Vm> reboot(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/reboot", Vm.class);
    }

    @Override
    public Act<Vm> adopt(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/adopt", Vm.class);
    }

    @Override
    public Act<Vm> reset(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/reset", Vm.class);
    }

    @Override
    public Act<Vm> pause(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/pause", Vm.class);
    }

    @Override
    public Act<Vm> suspend(Caller caller, String vm) {
        return requests.action(caller, vm(vm) + "/suspend", Vm.class);
    }

    @Override
    public Act<Vm> migrate(Caller caller, String vm, MigrationWish wish) {
        return requests.acts().submit(caller, "POST", vm(vm) + "/migrate", out -> {
            out.start("action");
            if (wish.host() != null) {
                out.start("host");
                out.attribute("id", wish.host());
                out.end();
            }
            out.start("migration");
            out.text("policy", wish.policy());
            out.text("bandwidth", Long.toString(wish.bandwidth()));
            out.text("encrypted", wish.encrypted());
            out.end();
            out.end();
        }, Vm.class);
    }

    @Override
    public Act<ConsoleTicket> ticket(Caller caller, String vm, @Nullable GraphicsType graphics, int seconds) {
        // oVirt's ids of consoles: the protocol's name in hexadecimal digits
        String console = graphics == null
                ? ""
                : "/graphicsconsoles/" + HexFormat.of().formatHex(graphics.getLiteral().getBytes(StandardCharsets.US_ASCII));
        return requests.acts().telling(caller, "POST", vm(vm) + console + "/ticket", out -> {
            out.start("action");
            out.start("ticket");
            out.text("expiry", seconds);
            out.end();
            out.end();
        }, outcome -> ticket(outcome.child("ticket").orElseThrow(
                () -> new Refusal(Problem.unavailable(vm, "The engine was restarted and does not know the ticket any more.",
                        "Open the console again.")))));
    }

    private static ConsoleTicket ticket(Tree ticket) {
        return new ConsoleTicket(GraphicsType.get(ticket.value("protocol").orElse("")), ticket.value("address").orElse(""),
                number(ticket, "port"),
                number(ticket, "tls_port"), ticket.value("tls_subject").orElse(null), ticket.value("tls_authority").orElse(null),
                ticket.value("value").orElse(""),
                number(ticket, "expiry"));
    }

    private static int number(Tree place, String name) {
        return place.value(name).map(Integer::parseInt).orElse(0);
    }

    @Override
    public Act<DiskAttachment> attachDisk(Caller caller, String vm, NewDisk disk) {
        return requests.acts().submit(caller, "POST", vm(vm) + "/diskattachments", out -> document.write(out, disk), DiskAttachment.class);
    }

    @Override
    public Act<DiskAttachment> updateDisk(Caller caller, String vm, String disk, Patch<DiskAttachment> patch) {
        return requests.update(caller, disk(vm, disk), patch, DiskAttachment.class);
    }

    @Override
    public Act<Void> detachDisk(Caller caller, String vm, String disk, boolean delete) {
        return requests.remove(caller, disk(vm, disk) + "?detach_only=" + !delete);
    }

    @Override
    public Act<Nic> addNic(Caller caller, String vm, Nic nic) {
        return requests.add(caller, vm(vm) + "/nics", nic, Nic.class);
    }

    @Override
    public Act<Nic> updateNic(Caller caller, String vm, String nic, Patch<Nic> patch) {
        return requests.update(caller, nic(vm, nic), patch, Nic.class);
    }

    @Override
    public Act<Void> removeNic(Caller caller, String vm, String nic) {
        return requests.remove(caller, nic(vm, nic));
    }

    @Override
    public Act<Vm> changeCd(Caller caller, String vm, @Nullable String disc) {
        return requests.acts().submit(caller, "PUT", vm(vm) + DRIVE, out -> {
            out.start("cdrom");
            out.start("file");
            out.attribute("id", disc == null ? "" : disc);
            out.end();
            out.end();
        }, Vm.class);
    }
}
