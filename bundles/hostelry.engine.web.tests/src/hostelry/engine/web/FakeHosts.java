package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.HostHardware;
import hostelry.api.HostHardware.Abilities;
import hostelry.api.HostHardware.Board;
import hostelry.api.HostHardware.Cell;
import hostelry.api.HostHardware.Cpu;
import hostelry.api.HostHardware.Device;
import hostelry.api.HostHardware.Distance;
import hostelry.api.HostHardware.Drive;
import hostelry.api.HostHardware.PageSize;
import hostelry.api.HostHardware.Pages;
import hostelry.api.HostHardware.Processor;
import hostelry.api.Hosts;
import hostelry.api.Patch;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.JoinToken;
import java.util.List;

/** Hosts for the door's tests. */
record FakeHosts(FakeEngine engine) implements Hosts {
    static final HostHardware BUILT = new HostHardware(
            new Board("Dell Inc.", "PowerEdge R640", "", "7Q0RM33", "4c4c4544", "PowerEdge", "Dell Inc.", "2.19.1", "06/04/2023", "uefi"),
            new Processor("Intel", "Cascadelake-Server", "0x1", List.of("vmx", "avx2")),
            List.of(new Cell(0, 64L << 30, List.of(new Cpu(0, 0, 0), new Cpu(2, 0, 1)), List.of(new Distance(0, 10), new Distance(1, 21))),
                    new Cell(1, 32L << 30, List.of(new Cpu(1, 1, 0), new Cpu(3, 1, 1)), List.of(new Distance(1, 10), new Distance(0, 21)))),
            new Pages(List.of(new PageSize(2L << 20, 512, 500)), "madvise", "no"),
            List.of(new Drive("sda", "scsi", "DELL", "PERC", "s1", 1L << 40, "disk", false)),
            List.of(new Device("computer", "system", "", "", "", "", "", "", "", "", -1, -1, 0, 0, ""),
                    new Device("pci_0000_3b_02_0", "pci", "computer", "0000:3b:02.0", "iavf", "8086", "Intel Corporation", "154c",
                            "Ethernet Virtual Function 700 Series", "Ethernet controller", 90, 0, 0, 0, "pci_0000_3b_00_0"),
                    new Device("pci_0000_3b_00_0", "pci", "computer", "0000:3b:00.0", "i40e", "8086", "Intel Corporation", "1572",
                            "Ethernet Controller X710 <10GbE>", "Ethernet controller", 30, 0, 64, 1, "")),
            new Abilities("vmx", true, "yes", "yes", 48, "", "2", ""));

    @Override
    public Act<Host> add(Caller caller, Host host) {
        return engine.add(caller, "AddHost", host);
    }

    @Override
    public Act<Host> update(Caller caller, String host, Patch<Host> patch) {
        return engine.act(caller, "UpdateHost", () -> engine.apply(caller, Host.class, host, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String host) {
        return engine.dropping(caller, "RemoveHost", host);
    }

    @Override
    public Act<Host> activate(Caller caller, String host) {
        return engine.act(caller, "ActivateHost", () -> engine.edit(caller, Host.class, host, object -> object.setStatus(HostStatus.UP)));
    }

    @Override
    public Act<Host> deactivate(Caller caller, String host) {
        return engine.act(caller, "DeactivateHost",
                () -> engine.edit(caller, Host.class, host, object -> object.setStatus(HostStatus.MAINTENANCE)));
    }

    @Override
    public Act<Host> approve(Caller caller, String host, Approval approval) {
        return engine.act(caller, "ApproveHost", () -> engine.edit(caller, Host.class, host, object -> {
            object.setStatus(HostStatus.UP);
            object.setCluster(approval.cluster());
            object.setComment(approval.keyFingerprint());
        }));
    }

    @Override
    public Act<Void> refuse(Caller caller, String host) {
        return engine.dropping(caller, "RefuseHost", host);
    }

    @Override
    public Act<Host> revoke(Caller caller, String host) {
        return engine.act(caller, "RevokeHost", () -> engine.get(caller, Host.class, host));
    }

    @Override
    public Act<JoinTicket> addToken(Caller caller, JoinToken token, int seconds) {
        token.setId("t1");
        return engine.act(caller, "AddJoinToken", () -> new JoinTicket(token, "secret-" + token.getHost() + "-" + seconds));
    }

    @Override
    public Act<Void> removeToken(Caller caller, String token) {
        return engine.dropping(caller, "RemoveJoinToken", token);
    }

    @Override
    public HostHardware hardware(Caller caller, String host) {
        engine.get(caller, Host.class, host);
        return BUILT;
    }

    @Override
    public List<Hook> hooks(Caller caller, String host) {
        engine.get(caller, Host.class, host);
        return List.of(new Hook("before_vm_start", "50_pincpu", "0".repeat(32), "1".repeat(64), ""));
    }

    @Override
    public Act<Host> refresh(Caller caller, String host) {
        return engine.act(caller, "RefreshHost", () -> engine.get(caller, Host.class, host));
    }
}
