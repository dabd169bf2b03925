package hostelry.crash;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.run.Worker;
import hostelry.model.Disk;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** After a restart: is everything acknowledged ended, is nothing locked, and do engine and hosts say the same? */
final class Agreement {
    private final Inventory inventory;
    private final Worker work;
    private final FarNodes nodes;
    private final List<String> acknowledged;

    Agreement(Inventory inventory, Worker work, FarNodes nodes, Path acknowledged) throws IOException {
        this.inventory = inventory;
        this.work = work;
        this.nodes = nodes;
        this.acknowledged = Files.readAllLines(acknowledged);
    }

    /** Waits until they agree: hosts are heard, acts are taken up. What is still wrong then; empty: nothing. */
    List<String> await(Duration patience) throws NodeFault, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<String> wrong = wrong();
        while (!wrong.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
            wrong = wrong();
        }
        return wrong;
    }

    /** Acknowledged acts that nobody here knows of. */
    List<String> lost() {
        return acknowledged.stream().filter(job -> inventory.find(Job.class, job).isEmpty()).toList();
    }

    private List<String> wrong() throws NodeFault {
        List<String> wrong = new ArrayList<>();
        Truth truth = nodes.truth();
        hosts(wrong);
        tasks(wrong);
        guests(truth, wrong);
        images(truth, wrong);
        locks(wrong);
        return wrong;
    }

    private void hosts(List<String> wrong) {
        List<Host> hosts = List.copyOf(inventory.all(Host.class));
        if (hosts.size() != 2 || inventory.all(StorageDomain.class).size() != 4) {
            wrong.add("there are " + hosts.size() + " hosts and " + inventory.all(StorageDomain.class).size() + " storage domains");
        }
        hosts.stream().filter(host -> host.getStatus() != HostStatus.UP)
                .forEach(host -> wrong.add("host " + host.getName() + " is " + host.getStatus()));
    }

    private void tasks(List<String> wrong) {
        inventory.unfinished().forEach(entry -> wrong.add("in the journal: " + entry.verb() + " " + entry.jobId()));
        Map<String, Job> jobs = new HashMap<>();
        inventory.all(Job.class).forEach(job -> jobs.put(job.getId(), job));
        jobs.values().stream().filter(job -> job.getStatus() == JobStatus.STARTED)
                .forEach(job -> wrong.add("still at work: " + job.getName() + " " + job.getId()));
        for (String line : acknowledged) {
            Job job = jobs.get(line);
            if (job != null && job.getStatus() == JobStatus.UNKNOWN) {
                wrong.add("acknowledged, and nobody knows how it ended: " + line + " " + job.getName());
            }
        }
        for (Job job : jobs.values()) {
            if (job.getDetail() != null && job.getDetail().contains("could not be taken")) {
                wrong.add(job.getName() + " " + job.getId() + ": " + job.getDetail());
            }
        }
    }

    private void guests(Truth truth, List<String> wrong) {
        Map<String, String> alive = new HashMap<>();
        truth.alive().forEach((host, guests) -> guests.forEach(guest -> {
            String other = alive.put(guest, host);
            if (other != null) {
                wrong.add("VM " + guest + " runs twice, on " + host + " and " + other);
            }
        }));
        for (Vm vm : inventory.all(Vm.class)) {
            String host = alive.remove(vm.getId());
            boolean runs = VmMoves.running(vm.getStatus());
            if ("external".equals(vm.getOrigin())) {
                wrong.add("VM " + vm.getName() + " was taken for one made outside");
            } else if (runs != (host != null) || runs && !host.equals(vm.getHost())) {
                wrong.add("VM " + vm.getName() + " " + vm.getId() + " is " + vm.getStatus() + " on " + vm.getHost() + " here, and "
                        + (host == null ? "does not run" : "runs on " + host));
            }
        }
        alive.forEach((guest, host) -> wrong.add("VM " + guest + " runs on " + host + " and nobody here knows it"));
    }

    private void images(Truth truth, List<String> wrong) {
        Set<String> there = new HashSet<>(truth.images());
        for (Disk disk : inventory.all(Disk.class)) {
            if (!there.remove(disk.getStorageDomain() + "/" + disk.getId())) {
                wrong.add("disk " + disk.getAlias() + " has no image " + disk.getId());
            }
        }
        there.forEach(image -> wrong.add("the image " + image + " belongs to no disk"));
    }

    private void locks(List<String> wrong) {
        inventory.all(Vm.class).stream().filter(vm -> work.busy(vm.getId())).forEach(vm -> wrong.add("VM " + vm.getName() + " is locked"));
        inventory.all(Disk.class).stream().filter(disk -> work.busy(disk.getId()))
                .forEach(disk -> wrong.add("disk " + disk.getAlias() + " is locked"));
    }
}
