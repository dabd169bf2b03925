package hostelry.sdk;

import static hostelry.sdk.Step.await;
import static hostelry.sdk.Step.expect;
import static hostelry.sdk.Step.get;
import static hostelry.sdk.Step.refused;
import static hostelry.sdk.Step.run;
import static hostelry.sdk.Step.same;
import static org.ovirt.engine.sdk4.ConnectionBuilder.connection;
import static org.ovirt.engine.sdk4.builders.Builders.bios;
import static org.ovirt.engine.sdk4.builders.Builders.boot;
import static org.ovirt.engine.sdk4.builders.Builders.cluster;
import static org.ovirt.engine.sdk4.builders.Builders.cpu;
import static org.ovirt.engine.sdk4.builders.Builders.cpuTopology;
import static org.ovirt.engine.sdk4.builders.Builders.dataCenter;
import static org.ovirt.engine.sdk4.builders.Builders.disk;
import static org.ovirt.engine.sdk4.builders.Builders.diskAttachment;
import static org.ovirt.engine.sdk4.builders.Builders.highAvailability;
import static org.ovirt.engine.sdk4.builders.Builders.host;
import static org.ovirt.engine.sdk4.builders.Builders.hostStorage;
import static org.ovirt.engine.sdk4.builders.Builders.io;
import static org.ovirt.engine.sdk4.builders.Builders.mac;
import static org.ovirt.engine.sdk4.builders.Builders.macPool;
import static org.ovirt.engine.sdk4.builders.Builders.memoryOverCommit;
import static org.ovirt.engine.sdk4.builders.Builders.memoryPolicy;
import static org.ovirt.engine.sdk4.builders.Builders.network;
import static org.ovirt.engine.sdk4.builders.Builders.nic;
import static org.ovirt.engine.sdk4.builders.Builders.operatingSystem;
import static org.ovirt.engine.sdk4.builders.Builders.range;
import static org.ovirt.engine.sdk4.builders.Builders.schedulingPolicy;
import static org.ovirt.engine.sdk4.builders.Builders.serialNumber;
import static org.ovirt.engine.sdk4.builders.Builders.snapshot;
import static org.ovirt.engine.sdk4.builders.Builders.storageDomain;
import static org.ovirt.engine.sdk4.builders.Builders.template;
import static org.ovirt.engine.sdk4.builders.Builders.timeZone;
import static org.ovirt.engine.sdk4.builders.Builders.version;
import static org.ovirt.engine.sdk4.builders.Builders.vlan;
import static org.ovirt.engine.sdk4.builders.Builders.vm;
import static org.ovirt.engine.sdk4.builders.Builders.vnicProfile;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.ovirt.engine.sdk4.Connection;
import org.ovirt.engine.sdk4.services.DiskAttachmentService;
import org.ovirt.engine.sdk4.services.StorageDomainService;
import org.ovirt.engine.sdk4.services.SystemService;
import org.ovirt.engine.sdk4.services.VmNicService;
import org.ovirt.engine.sdk4.services.VmService;
import org.ovirt.engine.sdk4.types.BiosType;
import org.ovirt.engine.sdk4.types.BootDevice;
import org.ovirt.engine.sdk4.types.Cluster;
import org.ovirt.engine.sdk4.types.CpuMode;
import org.ovirt.engine.sdk4.types.DiskFormat;
import org.ovirt.engine.sdk4.types.DiskInterface;
import org.ovirt.engine.sdk4.types.DiskStatus;
import org.ovirt.engine.sdk4.types.Event;
import org.ovirt.engine.sdk4.types.Job;
import org.ovirt.engine.sdk4.types.JobStatus;
import org.ovirt.engine.sdk4.types.MacPool;
import org.ovirt.engine.sdk4.types.Network;
import org.ovirt.engine.sdk4.types.Nic;
import org.ovirt.engine.sdk4.types.SerialNumberPolicy;
import org.ovirt.engine.sdk4.types.Snapshot;
import org.ovirt.engine.sdk4.types.StorageDomain;
import org.ovirt.engine.sdk4.types.StorageDomainStatus;
import org.ovirt.engine.sdk4.types.StorageDomainType;
import org.ovirt.engine.sdk4.types.StorageType;
import org.ovirt.engine.sdk4.types.Vm;
import org.ovirt.engine.sdk4.types.VmStatus;

/**
 * An estate from nothing, against a running engine: {@code EstateScenario URL USER PASSWORD-FILE CA-FILE}. Every noun is made, read back as it was sent, changed, used,
 * and taken down again. It wants one host that is up, in the cluster Default. Exit status: 0 good, 1 a step failed, 64 wrong usage.
 */
public final class EstateScenario {
    private static final int USAGE = 64;
    private static final long MIB = 1L << 20;
    private static final int SECONDS = 60;
    /** Locally administered; the range is so small that an address tells where it comes from. */
    private static final String FIRST = "02:48:4f:53:54:00";
    private static final String LAST = "02:48:4f:53:54:0f";

    private final SystemService system;
    private final String mark;
    private final String url;
    private final String basic;
    private final HttpClient client;

    /**
     * @param mark makes names that nobody else has
     * @param basic name and password, as HTTP sends them
     */
    private EstateScenario(SystemService system, String mark, String url, String basic, HttpClient client) {
        this.system = system;
        this.mark = mark;
        this.url = url;
        this.basic = basic;
        this.client = client;
    }

    /** See the class. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: EstateScenario URL USER PASSWORD-FILE CA-FILE");
            System.exit(USAGE);
        }
        String password = Files.readString(Path.of(arguments[2])).strip();
        Trust trust = new Trust(Path.of(arguments[3]));
        try (Connection connection = connection().url(arguments[0]).user(arguments[1])
                .password(password).trustStoreFile(trust.file().toString())
                .trustStorePassword(Trust.PASSWORD).timeout(600_000).build()) {
            new EstateScenario(connection.systemService(), Long.toString(System.currentTimeMillis(), Character.MAX_RADIX),
                    arguments[0], Base64.getEncoder().encodeToString((arguments[1] + ":" + password).getBytes(StandardCharsets.UTF_8)),
                    trust.client()).all();
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.out.println("An estate was built from nothing and taken down again, by oVirt's Java SDK.");
        System.exit(0); // the SDK's connections may linger
    }

    private void all() throws Exception {
        statics();
        String pool = pool();
        String center = get("add a data center", () -> system.dataCentersService().add()
                .dataCenter(dataCenter().name("dc-" + mark).local(true).version(version().major(4).minor(6))).send().dataCenter().id());
        clusters(center, pool);
        networks(center);
        String domain = domain();
        String before = system.clustersService().list().search("name=Default").send().clusters().get(0).macPool().id();
        String home = system.clustersService().list().search("name=Default").send().clusters().get(0).id();
        run("the cluster Default takes addresses from the new pool", () -> same(pool,
                system.clustersService().clusterService(home).update().cluster(cluster().macPool(macPool().id(pool))).send().cluster()
                        .macPool().id(),
                "its pool"));
        machine(domain);
        run("take the estate down", () -> {
            expect(refused(() -> system.macPoolsService().macPoolService(pool).remove().send()).contains("Default"), "it was in use");
            system.clustersService().clusterService(home).update().cluster(cluster().macPool(macPool().id(before))).send();
            StorageDomainService storage = system.storageDomainsService().storageDomainService(domain);
            String owner = storage.get().send().storageDomain().dataCenters().get(0).id();
            system.dataCentersService().dataCenterService(owner).storageDomainsService().storageDomainService(domain).deactivate()
                    .async(false).send();
            await("the storage domain", SECONDS, () -> storage.get().send().storageDomain().status(),
                    status -> status == StorageDomainStatus.MAINTENANCE);
            storage.remove().send();
            system.dataCentersService().dataCenterService(center).remove().send();
            system.macPoolsService().macPoolService(pool).remove().send();
            expect(refused(() -> system.dataCentersService().dataCenterService(center).get().send()).contains("404"), "it is still there");
        });
    }

    private void statics() throws Exception {
        run("operating systems and cluster levels", () -> {
            expect(system.operatingSystemsService().list().send().operatingSystem().stream()
                    .anyMatch(one -> one.name().equals("other_linux")),
                    "no other_linux");
            expect(system.clusterLevelsService().list().send().levels().stream()
                    .anyMatch(level -> level.id().equals("4.7") && !level.cpuTypes().isEmpty()), "no level 4.7 with CPU types");
            expect(system.schedulingPoliciesService().list().send().policies().stream().anyMatch(one -> one.name().equals("power_saving")),
                    "no policy power_saving");
            same("Blank", system.templatesService().list().search("name=Blank").send().templates().get(0).name(), "the blank template");
        });
    }

    private String pool() throws Exception {
        return get("a MAC pool: add, overlap, change", () -> {
            MacPool made = system.macPoolsService().add()
                    .pool(macPool().name("pool-" + mark).allowDuplicates(false).ranges(range().from(FIRST).to(LAST))).send().pool();
            same(FIRST, made.ranges().get(0).from(), "the first address");
            expect(refused(() -> system.macPoolsService().add().pool(macPool().name("twin-" + mark).ranges(range().from(FIRST).to(FIRST)))
                    .send()).contains("overlaps"), "two pools have the same addresses");
            MacPool changed = system.macPoolsService().macPoolService(made.id()).update().pool(macPool().description("of a check")).send()
                    .pool();
            same("of a check", changed.description(), "the description");
            same(LAST, changed.ranges().get(0).to(), "the last address");
            return made.id();
        });
    }

    private void clusters(String center, String pool) throws Exception {
        run("a cluster: add, refuse, change, remove", () -> {
            expect(refused(() -> system.clustersService().add().cluster(cluster().name("cl-" + mark).dataCenter(dataCenter().id(center))
                    .cpu(cpu().type("Z80"))).send()).contains("Intel Haswell Family"), "the CPU types are not told");
            Cluster made = system.clustersService().add().cluster(cluster().name("cl-" + mark).dataCenter(dataCenter().id(center))
                    .cpu(cpu().type("Intel Haswell Family")).version(version().major(4).minor(6)).macPool(macPool().id(pool))
                    .biosType(BiosType.Q35_OVMF).ballooningEnabled(true).schedulingPolicy(schedulingPolicy().name("power_saving"))
                    .memoryPolicy(memoryPolicy().overCommit(memoryOverCommit().percent(150)))).send().cluster();
            same("Intel Haswell Family", made.cpu().type(), "its CPU type");
            same("power_saving", made.schedulingPolicy().name(), "its policy");
            same(BigInteger.valueOf(150), made.memoryPolicy().overCommit().percent(), "its overcommit");
            same(BiosType.Q35_OVMF, made.biosType(), "its BIOS type");
            same(pool, made.macPool().id(), "its pool");
            var service = system.clustersService().clusterService(made.id());
            same("north",
                    service.update().cluster(cluster().comment("north").version(version().major(4).minor(7))).send().cluster().comment(),
                    "the comment");
            expect(refused(() -> service.update().cluster(cluster().version(version().major(4).minor(6))).send()).contains("can't go back"),
                    "its version went back");
            expect(service.networksService().list().send().networks().stream().anyMatch(one -> one.name().equals("ovirtmgmt")),
                    "it has no management network");
            expect(refused(() -> system.dataCentersService().dataCenterService(center).remove().send()).contains("cl-" + mark),
                    "its data center could be removed");
            service.remove().send();
        });
    }

    private void networks(String center) throws Exception {
        run("a network and its vNIC profiles: add, change, remove", () -> {
            Network made = system.networksService().add()
                    .network(network().name("n" + mark).dataCenter(dataCenter().id(center)).vlan(vlan().id(7)).mtu(9000)).send().network();
            same(BigInteger.valueOf(7), made.vlan().id(), "its VLAN");
            String profile = system.vnicProfilesService().add().profile(vnicProfile().name("gold-" + mark).network(network().id(made.id())))
                    .send().profile().id();
            same("silver-" + mark, system.vnicProfilesService().profileService(profile).update()
                    .profile(vnicProfile().name("silver-" + mark)).send().profile().name(), "the profile's name");
            same(BigInteger.valueOf(1500), system.networksService().networkService(made.id()).update().network(network().mtu(1500)).send()
                    .network().mtu(), "its MTU");
            system.vnicProfilesService().profileService(profile).remove().send();
            system.networksService().networkService(made.id()).remove().send();
        });
    }

    private String domain() throws Exception {
        return get("a storage domain on the host", () -> {
            String box = system.hostsService().list().send().hosts().get(0).id();
            StorageDomain made = system.storageDomainsService().add().storageDomain(storageDomain().name("sd-" + mark)
                    .type(StorageDomainType.DATA).host(host().id(box))
                    .storage(hostStorage().type(StorageType.LOCALFS).path("/srv/sd-" + mark)))
                    .send().storageDomain();
            await("it", SECONDS, () -> system.storageDomainsService().storageDomainService(made.id()).get().send().storageDomain().status(),
                    status -> status == StorageDomainStatus.ACTIVE);
            return made.id();
        });
    }

    private void machine(String domain) throws Exception {
        String correlation = "estate-" + mark;
        VmService service = get("a machine with all that can be said of it", () -> add(correlation));
        run("it comes back as it was sent", () -> asSent(service.get().send().vm()));
        run("what is not known is refused with the list", () -> {
            expect(refused(() -> service.update().vm(vm().os(operatingSystem().type("beos"))).send()).contains("other_linux"), "no list");
            expect(refused(() -> service.update().vm(vm().timeZone(timeZone().name("Mars/Base"))).send()).contains("Europe/Berlin"),
                    "no advice");
        });
        run("its clock and its description are changed", () -> {
            Vm changed = service.update().vm(vm().description("changed").timeZone(timeZone().name("Asia/Tokyo"))).send().vm();
            same("changed Asia/Tokyo", changed.description() + " " + changed.timeZone().name(), "what was changed");
        });
        String made = get("its disk and its card, with an address from the pool", () -> {
            Nic card = service.nicsService().add().nic(nic().name("nic1")).send().nic();
            expect(card.mac().address().startsWith(FIRST.substring(0, FIRST.length() - 2)), "its address is " + card.mac().address());
            return service.diskAttachmentsService().add().attachment(diskAttachment().bootable(true).active(true)
                    .interface_(DiskInterface.VIRTIO).disk(disk().name("disk-" + mark).format(DiskFormat.COW).provisionedSize(64 * MIB)
                            .storageDomains(storageDomain().id(domain))))
                    .send().attachment().disk().id();
        });
        await("its disk", SECONDS, () -> system.disksService().diskService(made).get().send().disk().status(),
                status -> status == DiskStatus.OK);
        run("its snapshots", () -> {
            List<Snapshot> snapshots = service.snapshotsService().list().send().snapshots();
            same("Active VM", snapshots.get(0).description(), "the active snapshot");
            expect(refused(() -> service.snapshotsService().add().snapshot(snapshot().description("x")).send()).contains("409"),
                    "one was made");
        });
        life(service, service.get().send().vm().id());
        record(correlation);
        run("protected against deletion, then deleted with its disk", () -> {
            service.update().vm(vm().deleteProtected(true)).send();
            expect(refused(() -> service.remove().send()).contains("protected"), "it was removed");
            service.update().vm(vm().deleteProtected(false)).send();
            service.remove().send();
            expect(refused(() -> system.disksService().diskService(made).get().send()).contains("404"), "its disk is still there");
        });
    }

    private VmService add(String correlation) {
        Vm made = system.vmsService().add().vm(vm().name("estate-" + mark).cluster(cluster().name("Default"))
                .template(template().name("Blank")).memory(128 * MIB).os(operatingSystem().type("other_linux"))
                .memoryPolicy(memoryPolicy().guaranteed(64 * MIB).max(256 * MIB).ballooning(false))
                .cpu(cpu().mode(CpuMode.HOST_PASSTHROUGH).topology(cpuTopology().sockets(1).cores(2).threads(1)))
                .bios(bios().type(BiosType.I440FX_SEA_BIOS)).timeZone(timeZone().name("Europe/Berlin")).startPaused(true)
                .serialNumber(serialNumber().policy(SerialNumberPolicy.CUSTOM).value("S-1")).io(io().threads(2)).soundcardEnabled(true)
                .highAvailability(highAvailability().enabled(true).priority(50)))
                .header("Correlation-Id", correlation).send().vm();
        return system.vmsService().vmService(made.id());
    }

    private static void asSent(Vm vm) {
        same("other_linux", vm.os().type(), "its system");
        same(64 * MIB, vm.memoryPolicy().guaranteed().longValue(), "its guaranteed memory");
        same(false, vm.memoryPolicy().ballooning(), "its balloon");
        same(CpuMode.HOST_PASSTHROUGH, vm.cpu().mode(), "its CPU mode");
        same(2, vm.cpu().topology().cores().intValue(), "its cores");
        same(BiosType.I440FX_SEA_BIOS, vm.bios().type(), "its BIOS type");
        same("Europe/Berlin", vm.timeZone().name(), "its time zone");
        same(true, vm.startPaused(), "whether it starts paused");
        same("CUSTOM S-1", vm.serialNumber().policy().name() + " " + vm.serialNumber().value(), "its serial number");
        same(2, vm.io().threads().intValue(), "its threads");
        same(true, vm.soundcardEnabled(), "its sound card");
        same("true 50", vm.highAvailability().enabled() + " " + vm.highAvailability().priority(), "its high availability");
    }

    private static void reaches(VmService service, VmStatus status) throws Exception {
        await("the machine", SECONDS, () -> service.get().send().vm().status(), now -> now == status);
    }

    private void life(VmService service, String id) throws Exception {
        run("a dry run of its start changes nothing", () -> {
            // the SDK's actions send no query: so by hand
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(url + "/vms/" + id + "/start?dry_run=true"))
                    .header("Authorization", "Basic " + basic).header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString("<action/>")).build(), BodyHandlers.ofString());
            expect(answer.statusCode() == 200 && answer.body().contains("<status>complete</status>"), answer.body());
            same(VmStatus.DOWN, service.get().send().vm().status(), "its status");
        });
        run("it starts paused, and goes on", () -> {
            service.start().async(false).send();
            reaches(service, VmStatus.PAUSED);
            expect(refused(() -> service.reboot().send()).contains("paused"), "it was rebooted");
            service.start().async(false).send();
            reaches(service, VmStatus.UP);
        });
        run("it gets a disk and a card while it runs, and lets go of the disk", () -> {
            String disk = service.diskAttachmentsService().add()
                    .attachment(diskAttachment().active(true).interface_(DiskInterface.VIRTIO_SCSI)
                            .disk(disk().name("estate-plug-" + mark).format(DiskFormat.COW).provisionedSize(MIB * 16)))
                    .send().attachment().id();
            DiskAttachmentService plugged = service.diskAttachmentsService().attachmentService(disk);
            await("the disk", SECONDS, () -> system.disksService().diskService(disk).get().send().disk().status(),
                    now -> now == DiskStatus.OK);
            plugged.update().diskAttachment(diskAttachment().active(false)).send();
            expect(!plugged.get().send().attachment().active(), "the disk is still in the guest");
            plugged.remove().detachOnly(false).send();
            Nic card = service.nicsService().add().nic(nic().name("plugged")).send().nic();
            VmNicService one = service.nicsService().nicService(card.id());
            one.update().nic(nic().linked(false)).send();
            expect(!one.get().send().nic().linked(), "its link is up");
            expect(refused(() -> one.update().nic(nic().mac(mac().address("56:6f:00:00:fe:fe"))).send()).contains("can't be changed there"),
                    "its address was changed in a guest that runs");
        });
        run("it is paused where it runs, and goes on", () -> {
            // oVirt and its SDKs have no word for this: it is ours
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(url + "/vms/" + id + "/pause"))
                    .header("Authorization", "Basic " + basic).header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString("<action><async>false</async></action>")).build(), BodyHandlers.ofString());
            expect(answer.statusCode() == 200, answer.body());
            same(VmStatus.PAUSED, service.get().send().vm().status(), "its status");
            service.start().async(false).send();
            reaches(service, VmStatus.UP);
        });
        run("it is suspended, stays as it is, and goes on", () -> {
            service.suspend().async(false).send();
            reaches(service, VmStatus.SUSPENDED);
            service.update().vm(vm().cpuShares(512)).send();
            expect(service.get().send().vm().nextRunConfigurationExists(),
                    "what a suspended machine can't change waits for its next start");
            service.update().vm(vm().cpuShares(0)).send();
            same(false, service.get().send().vm().nextRunConfigurationExists(), "what waits");
            service.start().async(false).send();
            reaches(service, VmStatus.UP);
        });
        run("it is rebooted", () -> {
            service.reboot().async(false).send();
            reaches(service, VmStatus.UP);
        });
        run("it is suspended, and powered off: its memory is thrown away", () -> {
            service.suspend().async(false).send();
            service.stop().async(false).send();
            reaches(service, VmStatus.DOWN);
        });
        run("it is run once paused, and its definition stays as it is", () -> {
            expect(refused(() -> service.start().useSysprep(true).send()).contains("use_sysprep"), "sysprep was promised");
            String before = service.get().send().vm().os().boot().devices().toString();
            service.start().pause(true).useCloudInit(true).vm(vm().os(operatingSystem().boot(boot().devices(BootDevice.CDROM))))
                    .async(false)
                    .send();
            reaches(service, VmStatus.PAUSED);
            same(before, service.get().send().vm().os().boot().devices().toString(), "its boot order");
            service.stop().async(false).send();
            reaches(service, VmStatus.DOWN);
        });
        run("a card is unplugged, plugged in again, and removed", () -> {
            String card = service.nicsService().list().send().nics().stream().filter(nic -> nic.name().equals("plugged")).findFirst()
                    .orElseThrow().id();
            VmNicService one = service.nicsService().nicService(card);
            one.deactivate().send();
            expect(!one.get().send().nic().plugged(), "it is still plugged in");
            one.activate().send();
            expect(one.get().send().nic().plugged(), "it is not plugged in");
            one.remove().send();
        });
    }

    private void record(String correlation) throws Exception {
        run("its events and its jobs are found", () -> {
            List<Event> events = system.eventsService().list().search("correlation_id=" + correlation).send().events();
            expect(!events.isEmpty() && events.stream().allMatch(event -> event.description().contains("estate-" + mark)),
                    events.size() + " events have the correlation id");
            List<Job> jobs = system.jobsService().list().send().jobs().stream()
                    .filter(job -> job.description() != null && job.description().contains("estate-" + mark)).toList();
            expect(jobs.stream().filter(job -> job.status() == JobStatus.FINISHED).count() >= 10, jobs.size() + " jobs speak of it");
            expect(!system.jobsService().jobService(jobs.get(0).id()).stepsService().list().send().steps().isEmpty(), "a job has no steps");
        });
    }
}
