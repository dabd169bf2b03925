package hostelry.engine.vm;

import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskFormat;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.data.Origins;
import hostelry.node.api.DomainSpec;
import java.time.Instant;

/** Writes what a node needs to run a machine. Pure. */
final class Spec {
    private Spec() {}

    /** @param now for the clock of its board */
    static DomainSpec of(Vm vm, Guests guests, Instant now) {
        DomainSpec spec = new DomainSpec();
        spec.id = vm.getId();
        spec.name = vm.getName();
        spec.description = vm.getDescription();
        spec.asDefined = Origins.adopted(vm);
        spec.memory = vm.getMemory();
        spec.sockets = vm.getCpuSockets();
        spec.cores = vm.getCpuCores();
        spec.threads = vm.getCpuThreads();
        Board.write(spec, vm, guests.find(Cluster.class, vm.getCluster()), now);
        Board.devices(spec, vm);
        guests.find(Disk.class, vm.getKernel()).ifPresent(kernel -> {
            spec.kernelStorage = kernel.getStorageDomain();
            spec.kernelDisk = kernel.getId();
        });
        guests.find(Disk.class, vm.getInitrd()).ifPresent(initrd -> {
            spec.initrdStorage = initrd.getStorageDomain();
            spec.initrdDisk = initrd.getId();
        });
        vm.getBootDevices().forEach(device -> spec.boot.add(device.getLiteral()));
        vm.getGraphics().forEach(graphics -> spec.graphics.add(graphics.getLiteral()));
        for (DiskAttachment attachment : guests.attachments(vm.getId())) {
            guests.find(Disk.class, attachment.getDisk()).filter(disk -> attachment.isActive())
                    .ifPresent(disk -> spec.drives.add(drive(attachment, disk)));
        }
        guests.find(Disk.class, vm.getCdrom()).ifPresent(disc -> {
            spec.cdStorage = disc.getStorageDomain();
            spec.cdDisk = disc.getId();
        });
        guests.nics(vm.getId()).stream().filter(Nic::isPlugged).forEach(nic -> spec.cards.add(card(nic, guests)));
        return spec;
    }

    static DomainSpec.Drive drive(DiskAttachment attachment, Disk disk) {
        DomainSpec.Drive drive = new DomainSpec.Drive();
        drive.storage = disk.getStorageDomain();
        drive.disk = disk.getId();
        drive.format = disk.getFormat() == DiskFormat.RAW ? "raw" : "qcow2";
        drive.bus = attachment.getInterface().getLiteral().replace('_', '-');
        drive.readOnly = attachment.isReadOnly();
        return drive;
    }

    static DomainSpec.Card card(Nic nic, Guests guests) {
        DomainSpec.Card card = new DomainSpec.Card();
        card.mac = nic.getMac();
        card.model = nic.getInterface().getLiteral();
        card.network = guests.network(nic.getVnicProfile());
        card.linked = nic.isLinked();
        return card;
    }
}
