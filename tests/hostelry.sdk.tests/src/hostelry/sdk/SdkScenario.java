package hostelry.sdk;

import static hostelry.sdk.Step.await;
import static hostelry.sdk.Step.expect;
import static hostelry.sdk.Step.get;
import static hostelry.sdk.Step.run;
import static hostelry.sdk.Step.same;
import static org.ovirt.engine.sdk4.ConnectionBuilder.connection;
import static org.ovirt.engine.sdk4.builders.Builders.cdrom;
import static org.ovirt.engine.sdk4.builders.Builders.cluster;
import static org.ovirt.engine.sdk4.builders.Builders.disk;
import static org.ovirt.engine.sdk4.builders.Builders.diskAttachment;
import static org.ovirt.engine.sdk4.builders.Builders.file;
import static org.ovirt.engine.sdk4.builders.Builders.imageTransfer;
import static org.ovirt.engine.sdk4.builders.Builders.nic;
import static org.ovirt.engine.sdk4.builders.Builders.storageDomain;
import static org.ovirt.engine.sdk4.builders.Builders.template;
import static org.ovirt.engine.sdk4.builders.Builders.ticket;
import static org.ovirt.engine.sdk4.builders.Builders.vm;
import static org.ovirt.engine.sdk4.builders.Builders.vnicProfile;

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
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ovirt.engine.sdk4.Connection;
import org.ovirt.engine.sdk4.Error;
import org.ovirt.engine.sdk4.services.DiskService;
import org.ovirt.engine.sdk4.services.ImageTransferService;
import org.ovirt.engine.sdk4.services.SystemService;
import org.ovirt.engine.sdk4.services.VmGraphicsConsoleService;
import org.ovirt.engine.sdk4.services.VmService;
import org.ovirt.engine.sdk4.types.Api;
import org.ovirt.engine.sdk4.types.Disk;
import org.ovirt.engine.sdk4.types.DiskContentType;
import org.ovirt.engine.sdk4.types.DiskFormat;
import org.ovirt.engine.sdk4.types.DiskInterface;
import org.ovirt.engine.sdk4.types.DiskStatus;
import org.ovirt.engine.sdk4.types.Event;
import org.ovirt.engine.sdk4.types.GraphicsConsole;
import org.ovirt.engine.sdk4.types.Host;
import org.ovirt.engine.sdk4.types.HostStatus;
import org.ovirt.engine.sdk4.types.ImageTransfer;
import org.ovirt.engine.sdk4.types.ImageTransferDirection;
import org.ovirt.engine.sdk4.types.ImageTransferPhase;
import org.ovirt.engine.sdk4.types.Ip;
import org.ovirt.engine.sdk4.types.Job;
import org.ovirt.engine.sdk4.types.NicInterface;
import org.ovirt.engine.sdk4.types.ReportedDevice;
import org.ovirt.engine.sdk4.types.Statistic;
import org.ovirt.engine.sdk4.types.StorageDomain;
import org.ovirt.engine.sdk4.types.StorageDomainStatus;
import org.ovirt.engine.sdk4.types.StorageDomainType;
import org.ovirt.engine.sdk4.types.Vm;
import org.ovirt.engine.sdk4.types.VmStatus;

/**
 * The main job from end to end, against a running engine: {@code SdkScenario URL USER PASSWORD-FILE CA-FILE ISO-FILE}. The ISO must be bootable, its guest
 * must run the guest agent and obey the power button. Everything that it makes it removes again. Exit status: 0 good, 1 a step failed, 64 wrong usage.
 */
public final class SdkScenario {
    private static final int USAGE = 64;
    private static final long MIB = 1L << 20;
    /** The guest may run under emulation on a busy machine. */
    private static final int GUEST_SECONDS = 240;
    private static final int SHORT_SECONDS = 60;

    private final String url;
    private final String user;
    private final String password;
    private final Trust trust;
    private final Path iso;
    private final HttpClient client;
    /** Makes names that nobody else has. */
    private final String mark = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private SdkScenario(String url, String user, String password, Trust trust, Path iso) throws Exception {
        this.url = url;
        this.user = user;
        this.password = password;
        this.trust = trust;
        this.iso = iso;
        this.client = trust.client();
    }

    /** See the class. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length != 5) {
            System.err.println("usage: SdkScenario URL USER PASSWORD-FILE CA-FILE ISO-FILE");
            System.exit(USAGE);
        }
        long start = System.nanoTime();
        try {
            new SdkScenario(arguments[0], arguments[1], Files.readString(Path.of(arguments[2])).strip(), new Trust(Path.of(arguments[3])),
                    Path.of(arguments[4])).all();
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.out.printf("The main job is done, by oVirt's Java SDK, in %.1f s.%n", (System.nanoTime() - start) / 1e9);
        System.exit(0); // the SDK's connections may linger
    }

    private Connection connect(String secret) throws Exception {
        return connection().url(url).user(user).password(secret).trustStoreFile(trust.file().toString()).trustStorePassword(Trust.PASSWORD)
                .timeout(600_000).build();
    }

    private void all() throws Exception {
        run("a wrong password is refused", () -> {
            Exception refused = fails(() -> {
                try (Connection wrong = connect(password + "x")) {
                    return wrong.systemService().get().send();
                }
            });
            expect(all(refused).contains("access_denied"), "it says: " + all(refused));
        });
        try (Connection connection = connect(password)) {
            SystemService system = connection.systemService();
            run("log in, and look at the root", () -> {
                expect(connection.validate(), "the connection is not valid");
                Api api = system.get().send().api();
                same(4, api.productInfo().version().major().intValue(), "the major version");
                expect(api.summary().hosts().total().intValue() >= 1, "no host is counted");
                expect(api.specialObjects().blankTemplate() != null && api.time() != null, "the blank template or the time is missing");
            });
            estate(system);
            String isoId = upload(system);
            notAnIso(system);
            faults(system);
            new SdkSearch(system, mark).all();
            new SdkTemplates(system, domain(system, StorageDomainType.DATA).orElseThrow().id(), mark).all();
            machine(system, isoId);
            run("remove the ISO", () -> {
                DiskService service = system.disksService().diskService(isoId);
                service.remove().send();
                expect(notFound(fails(() -> service.get().send())), "it is still there");
            });
        }
    }

    // -- what is there from the start

    private void estate(SystemService system) throws Exception {
        run("data center and cluster", () -> {
            expect(system.dataCentersService().list().send().dataCenters().stream().anyMatch(center -> center.name().equals("Default")),
                    "no data center Default");
            expect(system.clustersService().list().search("name=Default").send().clusters().size() == 1, "no cluster Default");
        });
        run("a host is up", () -> {
            List<Host> hosts = await("the list of hosts", SHORT_SECONDS, () -> system.hostsService().list().send().hosts(),
                    list -> list.stream().anyMatch(host -> host.status() == HostStatus.UP));
            Host host = hosts.stream().filter(one -> one.status() == HostStatus.UP).findFirst().orElseThrow();
            expect(host.memory().longValue() > 0 && host.cpu().topology().cores().intValue() > 0, "its memory or CPUs are missing");
            expect(!system.hostsService().hostService(host.id()).statisticsService().list().send().statistics().isEmpty(),
                    "it has no statistics");
        });
        run("a data domain and an ISO domain are active", () -> {
            for (StorageDomainType type : List.of(StorageDomainType.DATA, StorageDomainType.ISO)) {
                await("the " + type + " domain", SHORT_SECONDS, () -> domain(system, type).map(StorageDomain::status),
                        status -> status.equals(Optional.of(StorageDomainStatus.ACTIVE)));
            }
        });
        run("network and vNIC profile", () -> {
            expect(system.networksService().list().send().networks().stream().anyMatch(network -> network.name().equals("ovirtmgmt")),
                    "no network ovirtmgmt");
            profile(system);
        });
    }

    private static Optional<StorageDomain> domain(SystemService system, StorageDomainType type) {
        return system.storageDomainsService().list().send().storageDomains().stream().filter(domain -> domain.type() == type).findFirst();
    }

    private static String profile(SystemService system) {
        return system.vnicProfilesService().list().send().profiles().stream().filter(profile -> profile.name().equals("ovirtmgmt"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no vNIC profile ovirtmgmt")).id();
    }

    // -- the disc

    private Disk addIso(SystemService system, String name, long size) {
        String domain = domain(system, StorageDomainType.ISO).orElseThrow().id();
        return system.disksService().add()
                .disk(disk().name(name).contentType(DiskContentType.ISO).provisionedSize(size).format(DiskFormat.RAW)
                        .storageDomains(storageDomain().id(domain)))
                .send().disk();
    }

    private ImageTransfer transfer(SystemService system, String disk, ImageTransferDirection direction) throws Exception {
        ImageTransfer made = system.imageTransfersService().add().imageTransfer(imageTransfer().disk(disk().id(disk)).direction(direction))
                .send().imageTransfer();
        ImageTransferService service = system.imageTransfersService().imageTransferService(made.id());
        await("the transfer", SHORT_SECONDS, () -> service.get().send().imageTransfer().phase(),
                phase -> phase == ImageTransferPhase.TRANSFERRING);
        return service.get().send().imageTransfer();
    }

    private String upload(SystemService system) throws Exception {
        Disk made = get("add a disk for the ISO", () -> addIso(system, "sdk-" + mark + ".iso", Files.size(iso)));
        ImageTransfer transfer = get("begin its upload", () -> transfer(system, made.id(), ImageTransferDirection.UPLOAD));
        ImageTransferService service = system.imageTransfersService().imageTransferService(transfer.id());
        long size = Files.size(iso);
        run("upload " + size / MIB + " MiB", () -> {
            new Upload(client, transfer.transferUrl()).send(iso);
            await("what was transferred", SHORT_SECONDS, () -> service.get().send().imageTransfer().transferred().longValue(),
                    bytes -> bytes == size);
        });
        run("end the upload", () -> {
            service.finalize_().send();
            await("the disk", SHORT_SECONDS, () -> system.disksService().diskService(made.id()).get().send().disk().status(),
                    status -> status == DiskStatus.OK);
            HttpResponse<String> late = client.send(
                    HttpRequest.newBuilder(URI.create(transfer.transferUrl())).PUT(BodyPublishers.ofString("x")).build(),
                    BodyHandlers.ofString());
            same(403, late.statusCode(), "the answer to bytes after the end");
        });
        run("download a part of it", () -> {
            ImageTransfer down = transfer(system, made.id(), ImageTransferDirection.DOWNLOAD);
            byte[] descriptor = new Upload(client, down.transferUrl()).read(0x8000, 6);
            same("CD001", new String(descriptor, 1, 5, StandardCharsets.US_ASCII), "the mark of the ISO");
            system.imageTransfersService().imageTransferService(down.id()).finalize_().send();
            await("the disk", SHORT_SECONDS, () -> system.disksService().diskService(made.id()).get().send().disk().status(),
                    status -> status == DiskStatus.OK);
        });
        return made.id();
    }

    private void notAnIso(SystemService system) throws Exception {
        run("an ISO that is none is refused, and leaves nothing", () -> {
            Path none = Files.createTempFile("none", ".iso");
            try {
                Files.write(none, new byte[(int) MIB]);
                Disk made = addIso(system, "none-" + mark + ".iso", MIB);
                ImageTransfer transfer = transfer(system, made.id(), ImageTransferDirection.UPLOAD);
                ImageTransferService service = system.imageTransfersService().imageTransferService(transfer.id());
                new Upload(client, transfer.transferUrl()).send(none);
                Exception refused = fails(() -> service.finalize_().send());
                expect(refused.getMessage().contains("ISO"), "it says: " + refused.getMessage());
                // whether the engine took the disk back itself or the user does: in the end it is gone
                cancelQuietly(service);
                removeQuietly(system.disksService().diskService(made.id()));
                await("the disk", SHORT_SECONDS,
                        () -> system.disksService().list().search("name=none-" + mark + ".iso").send().disks().size(), size -> size == 0);
            } finally {
                Files.delete(none);
            }
        });
    }

    private static void cancelQuietly(ImageTransferService service) {
        try {
            service.cancel().send();
        } catch (Error e) {
            // it is over already
        }
    }

    private static void removeQuietly(DiskService service) {
        try {
            service.remove().send();
        } catch (Error e) {
            // it is gone already
        }
    }

    // -- refusals

    private void faults(SystemService system) throws Exception {
        run("what is not there is not found", () -> {
            Exception refused = fails(() -> system.vmsService().vmService("00000000-0000-0000-0000-00000000dead").get().send());
            expect(notFound(refused), "it says: " + refused.getMessage());
        });
        run("more memory than any host has is refused", () -> {
            Exception refused = fails(() -> system.vmsService().add()
                    .vm(vm().name("huge-" + mark).memory(1L << 50).cluster(cluster().name("Default")).template(template().name("Blank")))
                    .send());
            expect(refused.getMessage().toLowerCase().contains("memory"), "it says: " + refused.getMessage());
            same(0, system.vmsService().list().search("name=huge-" + mark).send().vms().size(), "the number of such machines");
        });
        run("a malformed request is refused with its place", () -> {
            HttpResponse<String> xml = post("application/xml", "<vm>\n<name>x</nam>\n</vm>");
            same(400, xml.statusCode(), "the status");
            expect(xml.body().contains("<fault>") && xml.body().contains("line 2"), xml.body());
            HttpResponse<String> json = post("application/json", "{\n \"name\": }");
            same(400, json.statusCode(), "the status for JSON");
            HttpResponse<String> entity = post("application/xml",
                    "<!DOCTYPE vm [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><vm><name>&x;</name></vm>");
            same(400, entity.statusCode(), "the status for an external entity");
            expect(!entity.body().contains("root:"), "it read the file");
        });
    }

    private HttpResponse<String> post(String type, String body) throws Exception {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(URI.create(url + "/vms")).header("Authorization", "Basic " + basic).header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    // -- the machine

    private void machine(SystemService system, String isoId) throws Exception {
        String name = "sdk-" + mark;
        String correlation = "sdk-" + mark;
        Vm made = get("add a machine",
                () -> system.vmsService().add()
                        .vm(vm().name(name).memory(256 * MIB).cluster(cluster().name("Default")).template(template().name("Blank")))
                        .header("Correlation-Id", correlation).send().vm());
        VmService service = system.vmsService().vmService(made.id());
        run("its name can't be used twice", () -> {
            Exception refused = fails(() -> system.vmsService().add()
                    .vm(vm().name(name).memory(256 * MIB).cluster(cluster().name("Default")).template(template().name("Blank"))).send());
            expect(refused.getMessage().contains("409") && refused.getMessage().contains(name), "it says: " + refused.getMessage());
        });
        String diskId = get("give it a thin disk", () -> {
            String data = domain(system, StorageDomainType.DATA).orElseThrow().id();
            String id = service.diskAttachmentsService().add()
                    .attachment(diskAttachment().bootable(true).active(true).interface_(DiskInterface.VIRTIO)
                            .disk(disk().name(name + "-1").format(DiskFormat.COW).provisionedSize(1L << 30)
                                    .storageDomains(storageDomain().id(data))))
                    .send().attachment().disk().id();
            await("the disk", SHORT_SECONDS, () -> system.disksService().diskService(id).get().send().disk().status(),
                    status -> status == DiskStatus.OK);
            same(1, service.diskAttachmentsService().list().send().attachments().size(), "the number of its disks");
            return id;
        });
        run("give it a network card", () -> {
            service.nicsService().add()
                    .nic(nic().name("nic1").interface_(NicInterface.VIRTIO).vnicProfile(vnicProfile().id(profile(system)))).send();
            String mac = service.nicsService().list().send().nics().get(0).mac().address();
            expect(mac.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}"), "its MAC address is " + mac);
        });
        run("put the disc in", () -> {
            String drive = service.cdromsService().list().send().cdroms().get(0).id();
            service.cdromsService().cdromService(drive).update().cdrom(cdrom().file(file().id(isoId))).send();
            same(isoId, service.cdromsService().cdromService(drive).get().send().cdrom().file().id(), "the disc");
        });
        life(service);
        record(system, name, correlation);
        run("remove it with its disk", () -> {
            service.remove().send();
            expect(notFound(fails(() -> service.get().send())), "the machine is still there");
            expect(notFound(fails(() -> system.disksService().diskService(diskId).get().send())), "its disk is still there");
        });
    }

    private static VmStatus status(VmService service) {
        return service.get().send().vm().status();
    }

    private void life(VmService service) throws Exception {
        run("start it; it goes up by itself", () -> {
            service.start().send();
            await("the machine", GUEST_SECONDS, () -> status(service), status -> status == VmStatus.UP);
            expect(service.get().send().vm().host() != null, "it does not say where it runs");
        });
        run("it can't be started twice, nor removed while it runs", () -> {
            expect(fails(() -> service.start().send()) instanceof Error, "it could be started twice");
            expect(fails(() -> service.remove().send()) instanceof Error, "it could be removed");
            same(VmStatus.UP, status(service), "its status");
        });
        run("its guest tells its address", () -> {
            List<ReportedDevice> devices = await("what the guest tells", GUEST_SECONDS,
                    () -> service.reportedDevicesService().list().send().reportedDevice(),
                    list -> list.stream().anyMatch(device -> device.ipsPresent() && !device.ips().isEmpty()));
            List<Ip> ips = devices.stream().filter(ReportedDevice::ipsPresent).flatMap(device -> device.ips().stream()).toList();
            expect(ips.stream().allMatch(ip -> ip.address() != null && ip.version() != null), "an address is incomplete");
        });
        run("its console", () -> {
            GraphicsConsole console = service.graphicsConsolesService().list().send().consoles().get(0);
            String value = service.ticket().ticket(ticket().expiry(120)).send().ticket().value();
            expect(value != null && value.length() >= 8, "the ticket is too short");
            VmGraphicsConsoleService consoleService = service.graphicsConsolesService().consoleService(console.id());
            String viewer = consoleService.remoteViewerConnectionFile().send().remoteViewerConnectionFile();
            expect(viewer.startsWith("[virt-viewer]") && viewer.contains("\ntype=" + console.protocol().value())
                    && viewer.contains("\npassword="), "the viewer's file is " + viewer.lines().findFirst());
            expect(!viewer.contains(value), "a ticket was given twice");
        });
        run("its load is told", () -> {
            List<Statistic> told = service.statisticsService().list().send().statistics();
            expect(told.stream().anyMatch(one -> one.name().equals("cpu.current.total") && one.values().get(0).datumPresent()),
                    "its CPU is not told");
            expect(told.stream().anyMatch(one -> one.name().equals("disks.usage") && !one.values().get(0).datumPresent()),
                    "its guest's disks are not told as a text");
        });
        run("shut it down", () -> {
            service.shutdown().send();
            await("the machine", GUEST_SECONDS, () -> status(service), status -> status == VmStatus.DOWN);
        });
        run("start it again, and wait for it", () -> {
            service.start().async(false).send();
            await("the machine", GUEST_SECONDS, () -> status(service), status -> status == VmStatus.UP || status == VmStatus.POWERING_UP);
        });
        run("pull the plug", () -> {
            service.stop().async(false).send();
            await("the machine", SHORT_SECONDS, () -> status(service), status -> status == VmStatus.DOWN);
        });
    }

    private void record(SystemService system, String name, String correlation) throws Exception {
        run("events tell who did what", () -> {
            List<Event> events = system.eventsService().list().search("correlation_id=" + correlation).send().events();
            expect(!events.isEmpty(), "no event has the correlation id " + correlation);
            Event event = events.get(0);
            expect(event.description().contains(name), "the event says: " + event.description());
            expect(event.user() != null && event.time() != null && event.severity() != null, "user, time or severity is missing");
            long index = event.index().longValue();
            expect(system.eventsService().list().from(index).send().events().stream().allMatch(later -> later.index().longValue() > index),
                    "'from' tells older events");
            same(1, system.eventsService().list().max(1).send().events().size(), "the number of events with max=1");
        });
        run("jobs tell how it went", () -> {
            List<Job> jobs = system.jobsService().list().send().jobs();
            expect(jobs.stream().anyMatch(job -> job.startTime() != null && job.status() != null && job.description() != null),
                    "no job is complete");
            system.jobsService().jobService(jobs.get(0).id()).stepsService().list().send();
        });
    }

    /** What it says, with all causes. */
    private static String all(Throwable trouble) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append("; ");
        }
        return text.toString();
    }

    /** The SDK tells the status in its message only. */
    private static boolean notFound(Exception refused) {
        return refused instanceof Error && refused.getMessage().contains("404");
    }

    private static Exception fails(Callable<?> action) {
        try {
            action.call();
        } catch (Exception e) {
            return e;
        }
        throw new AssertionError("it was not refused");
    }
}
