package hostelry.crash;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.api.Vms.MigrationWish;
import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.engine.spi.Inventory;
import hostelry.engine.storage.StorageService;
import hostelry.engine.vm.VmsService;
import hostelry.engine.work.run.Worker;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskFormat;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.testkit.TestWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Mixed verbs on few objects from several threads, so that they get in each other's way: what is refused is refused, and the next one is tried. */
final class Load {
    private static final int THREADS = 4;
    private static final int VMS = 8;
    private static final int DISKS = 16;
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;

    private final Inventory inventory;
    private final VmsService vms;
    private final StorageService storage;
    private final Worker work;
    private final long seed;
    private final AtomicInteger numbers = new AtomicInteger();

    Load(Inventory inventory, VmsService vms, StorageService storage, Worker work, long seed) {
        this.inventory = inventory;
        this.vms = vms;
        this.storage = storage;
        this.work = work;
        this.seed = seed;
    }

    /** Until the end of this Java. */
    void run() throws InterruptedException {
        List<Thread> threads = IntStream.range(0, THREADS).mapToObj(number -> Thread.ofPlatform().start(() -> {
            Random random = new Random(seed * THREADS + number);
            while (true) {
                one(random);
            }
        })).toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void one(Random random) {
        Caller caller = TestWork.ADMIN.correlated(UUID.randomUUID().toString());
        try {
            Act<?> act = act(caller, random);
            EngineUnderFire.say("ack " + act.jobId());
            if (random.nextInt(10) < 7) {
                act.await(Duration.ofSeconds(30));
            }
        } catch (Refusal refused) {
            Thread.yield(); // somebody else is at work on it, or there is nothing to do it to
        }
    }

    private Act<?> act(Caller caller, Random random) {
        Optional<Vm> any = any(Vm.class, random);
        if (any.isEmpty() || inventory.all(Vm.class).size() < VMS && random.nextInt(3) == 0) {
            return vms.add(caller, newVm(random));
        }
        String vm = any.get().getId();
        return switch (random.nextInt(18)) {
            case 0, 1, 2, 3 -> vms.start(caller, vm);
            case 4, 5 -> vms.stop(caller, vm);
            case 6 -> vms.shutdown(caller, vm);
            case 7 -> vms.update(caller, vm, described(random));
            case 8, 9 -> vms.remove(caller, vm, random.nextInt(3) > 0);
            case 10 -> vms.attachDisk(caller, vm, newDisk(random));
            case 11 -> vms.detachDisk(caller, vm, pick(DiskAttachment.class, random).getDisk(), random.nextBoolean());
            case 12 -> inventory.all(Disk.class).size() < DISKS
                    ? storage.addDisk(caller, newDisk(random).disk())
                    : storage.removeDisk(caller, pick(Disk.class, random).getId());
            case 13 -> storage.removeDisk(caller, pick(Disk.class, random).getId());
            case 14 -> vms.addNic(caller, vm, nic());
            case 15 -> migrated(caller, running(random), random);
            case 16 -> cancelled(caller, migrated(caller, running(random), random), random);
            default -> cancelled(caller, vms.add(caller, newVm(random)), random);
        };
    }

    /** Something has to run for it; what goes along is on its host's own storage. */
    private String running(Random random) {
        List<String> running = inventory.all(Vm.class).stream()
                .filter(vm -> vm.getStatus() == VmStatus.UP || vm.getStatus() == VmStatus.POWERING_UP)
                .map(Vm::getId).sorted().toList();
        if (running.isEmpty()) {
            throw new Refusal(hostelry.api.Problem.notFound("VM", "that runs"));
        }
        return running.get(random.nextInt(running.size()));
    }

    private Act<?> migrated(Caller caller, String vm, Random random) {
        return vms.migrate(caller, vm,
                new MigrationWish(null, MigrationWish.POLICIES.get(random.nextInt(MigrationWish.POLICIES.size())), 0, true));
    }

    private Act<?> cancelled(Caller caller, Act<?> act, Random random) {
        inventory.all(Job.class).stream().filter(job -> job.getStatus() == JobStatus.STARTED && job.isCancellable()).findAny()
                .filter(job -> random.nextBoolean()).ifPresent(job -> cancel(caller, job.getId()));
        return act;
    }

    /** What is over already is no longer cancelled. */
    private void cancel(Caller caller, String job) {
        try {
            work.cancel(caller, job);
        } catch (Refusal over) {
            Thread.yield();
        }
    }

    private NewVm newVm(Random random) {
        Vm vm = MODEL.createVm();
        vm.setName("vm-" + seed + "-" + numbers.incrementAndGet());
        vm.setMemory(256L << 20);
        List<NewDisk> disks = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            disks.add(newDisk(random));
        }
        return new NewVm(vm, disks, random.nextBoolean() ? List.of(nic()) : List.of());
    }

    private NewDisk newDisk(Random random) {
        Disk disk = MODEL.createDisk();
        disk.setAlias("disk-" + seed + "-" + numbers.incrementAndGet());
        disk.setProvisionedSize(64L << 20);
        disk.setFormat(random.nextBoolean() ? DiskFormat.COW : DiskFormat.RAW);
        disk.setSparse(true);
        DiskAttachment attachment = MODEL.createDiskAttachment();
        attachment.setActive(true);
        return new NewDisk(disk, attachment);
    }

    private static Nic nic() {
        return MODEL.createNic();
    }

    private static Patch<Vm> described(Random random) {
        Vm values = MODEL.createVm();
        values.setDescription("said " + random.nextInt(1000));
        return new Patch<>(values, Set.of("description"));
    }

    private <T extends Entity> T pick(Class<T> noun, Random random) {
        return any(noun, random).orElseThrow(() -> new Refusal(hostelry.api.Problem.notFound(noun.getSimpleName(), "any")));
    }

    private <T extends Entity> Optional<T> any(Class<T> noun, Random random) {
        List<T> all = new ArrayList<>(inventory.all(noun));
        all.sort(Comparator.comparing(Entity::getId));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
