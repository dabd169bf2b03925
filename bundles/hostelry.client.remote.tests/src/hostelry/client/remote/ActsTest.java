package hostelry.client.remote;

import static hostelry.client.remote.ScriptedEngine.API;
import static hostelry.client.remote.ScriptedEngine.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Act;
import hostelry.api.Catalogue;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Problem.Kind;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.api.Vms;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskInterface;
import hostelry.model.GraphicsType;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts and their ends. */
class ActsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PENDING = "{\"job\":{\"id\":\"j1\"},\"status\":\"pending\"}";
    private static final String OUTCOME = "GET " + API + "/jobs/j1/outcome?wait=20";
    private static final String PROBLEMS = "{\"problems\":{\"problem\":[{\"kind\":\"CONFLICT\",\"text\":\"web1 is up.\",\"advice\":\"Stop it first.\",\"subject\":\"v1\"},"
            + "{\"kind\":\"BAD_INPUT\",\"text\":\"The name is empty.\",\"advice\":\"\"}]},\"detail\":\"[web1 is up. Stop it first.]\",\"reason\":\"Operation Failed\"}";

    @TempDir
    Path folder;

    private Stage stage;
    private RemoteConnection connection;
    private Vms vms;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(folder);
        connection = stage.connect();
        vms = connection.service(Vms.class);
    }

    @AfterEach
    void close() {
        connection.close();
        stage.close();
    }

    private static void mustTellAll(Refusal refusal) {
        assertEquals(List.of(Problem.conflict("v1", "web1 is up.", "Stop it first."),
                new Problem(Kind.BAD_INPUT, "The name is empty.", "", null)), refusal.problems());
    }

    @Test
    void anActEndsWithItsNoun() {
        stage.engine.on("POST " + API + "/vms/v1/start", json(202, PENDING));
        stage.engine.on(OUTCOME, json(200, PENDING), json(200,
                "{\"job\":{\"id\":\"j1\"},\"status\":\"complete\",\"object\":{\"id\":\"v1\",\"name\":\"web1\",\"status\":\"up\"}}"));
        Act<Vm> act = vms.start(connection.caller(), "v1");
        assertEquals("j1", act.jobId());
        Vm vm = act.await(PATIENCE);
        assertEquals("web1", vm.getName());
        assertEquals(VmStatus.UP, vm.getStatus());
        ScriptedEngine.Request request = stage.engine.requestsTo(API + "/vms/v1/start").getFirst();
        assertEquals("respond-async", request.header("Prefer"));
        assertEquals("application/json", request.header("Content-Type"));
        assertEquals("{}", request.body());
    }

    @Test
    void whatHoldsForOneStartStandsInItsAction() {
        stage.engine.on("POST " + API + "/vms/v1/start", json(202, "{\"job\":{\"id\":\"j1\"},\"status\":\"complete\"}"));
        Vm values = HostelryFactory.eINSTANCE.createVm();
        values.setStartPaused(true);
        values.setKernelArguments("quiet");
        vms.runOnce(connection.caller(), "v1", new Patch<>(values, Set.of("startPaused", "kernelArguments")));
        String body = stage.engine.requestsTo(API + "/vms/v1/start").getFirst().body();
        assertTrue(body.startsWith("{\"vm\":{") && body.contains("\"start_paused\":\"true\"") && body.contains("\"cmdline\":\"quiet\""),
                body);
    }

    @Test
    void anActThatIsDoneAtOnceNeedsNoSecondRequest() {
        stage.engine.on("DELETE " + API + "/vms/v1?detach_only=true", json(202, "{\"job\":{\"id\":\"j1\"},\"status\":\"complete\"}"));
        Act<Void> act = vms.remove(connection.caller(), "v1", false);
        assertTrue(act.result().isDone());
        assertTrue(stage.engine.requestsTo(API + "/jobs/j1/outcome?wait=20").isEmpty());
    }

    @Test
    void aRefusalComesAtOnceWithAllItsProblems() {
        stage.engine.on("POST " + API + "/vms/v1/start", json(409, "{\"fault\":" + PROBLEMS + ",\"status\":\"failed\"}"));
        mustTellAll(assertThrows(Refusal.class, () -> vms.start(connection.caller(), "v1")));
        stage.engine.on("PUT " + API + "/vms/v1", json(409, PROBLEMS));
        Patch<Vm> patch = new Patch<>(HostelryFactory.eINSTANCE.createVm(), Set.of("name"));
        mustTellAll(assertThrows(Refusal.class, () -> vms.update(connection.caller(), "v1", patch)));
    }

    @Test
    void anActThatFailsLaterEndsWithItsProblems() {
        stage.engine.on("POST " + API + "/vms/v1/start", json(202, PENDING));
        stage.engine.on(OUTCOME, json(200, "{\"job\":{\"id\":\"j1\"},\"status\":\"failed\",\"fault\":" + PROBLEMS + "}"));
        Act<Vm> act = vms.start(connection.caller(), "v1");
        mustTellAll(assertThrows(Refusal.class, () -> act.await(PATIENCE)));
    }

    @Test
    void anEngineThatIsAwayForAMomentDoesNotEndTheWaiting() {
        stage.engine.on("POST " + API + "/vms/v1/start", json(202, PENDING));
        stage.engine.on(OUTCOME, exchange -> exchange.close(),
                json(503, "{\"detail\":\"[It is starting.]\",\"reason\":\"Operation Failed\"}"),
                json(200, "{\"job\":{\"id\":\"j1\"},\"status\":\"complete\",\"object\":{\"id\":\"v1\"}}"));
        assertEquals("v1", vms.start(connection.caller(), "v1").await(PATIENCE).getId());
    }

    @Test
    void closingTheConnectionEndsTheWaiting() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        stage.engine.on("POST " + API + "/vms/v1/start", json(202, PENDING));
        stage.engine.on(OUTCOME, exchange -> {
            asked.countDown();
            await(goOn);
        });
        Act<Vm> act = vms.start(connection.caller(), "v1");
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        connection.close();
        goOn.countDown();
        Refusal refusal = assertThrows(Refusal.class, () -> act.await(PATIENCE));
        assertEquals(Kind.UNAVAILABLE, refusal.kind());
        assertTrue(refusal.getMessage().contains("It goes on"), refusal.getMessage());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFaultOfAnyKindHasItsKind() {
        record Case(int status, Kind kind) {}
        for (Case one : List.of(new Case(400, Kind.BAD_INPUT), new Case(403, Kind.FORBIDDEN), new Case(404, Kind.NOT_FOUND),
                new Case(409, Kind.CONFLICT),
                new Case(500, Kind.FAILED), new Case(503, Kind.UNAVAILABLE))) {
            stage.engine.on("POST " + API + "/vms/v1/stop",
                    json(one.status(), "{\"detail\":\"[Said so.]\",\"reason\":\"Operation Failed\"}"));
            Refusal refusal = assertThrows(Refusal.class, () -> vms.stop(connection.caller(), "v1"));
            assertEquals(one.kind(), refusal.kind());
            assertEquals("Said so.", refusal.getMessage());
        }
        stage.engine.on("POST " + API + "/vms/v1/stop", ScriptedEngine.text(502, "text/html", "<html>proxy</html>"));
        assertEquals(Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> vms.stop(connection.caller(), "v1")).kind());
        stage.engine.on("POST " + API + "/vms/v1/stop", json(202, "{\"job\":"));
        assertEquals(Kind.FAILED, assertThrows(Refusal.class, () -> vms.stop(connection.caller(), "v1")).kind());
        stage.engine.on("POST " + API + "/vms/v1/stop", json(202, "{}"));
        assertEquals(Kind.FAILED, assertThrows(Refusal.class, () -> vms.stop(connection.caller(), "v1")).kind());
    }

    @Test
    void aNewMachineIsSentWithItsParts() {
        stage.engine.on("POST " + API + "/vms", json(202, "{\"job\":{\"id\":\"j1\"},\"status\":\"complete\",\"object\":{\"id\":\"v9\"}}"));
        HostelryFactory model = HostelryFactory.eINSTANCE;
        Vm vm = model.createVm();
        vm.setName("web1");
        vm.getGraphics().add(GraphicsType.VNC);
        Disk disk = model.createDisk();
        disk.setProvisionedSize(1L << 30);
        DiskAttachment attachment = model.createDiskAttachment();
        attachment.setDisk("kept by the caller");
        attachment.setInterface(DiskInterface.SATA);
        Nic nic = model.createNic();
        nic.setVnicProfile("p1");
        assertEquals("v9", vms.add(connection.caller(), new Vms.NewVm(vm, List.of(new Vms.NewDisk(disk, attachment)), List.of(nic)))
                .await(PATIENCE).getId());
        String body = stage.engine.requestsTo(API + "/vms").getFirst().body();
        assertTrue(body.contains("\"graphics_types\":{\"graphics_type\":[\"vnc\"]}"), body);
        assertTrue(body.contains("\"provisioned_size\":\"1073741824\""), body);
        assertTrue(body.contains("\"interface\":\"sata\""), body);
        assertTrue(body.contains("\"vnic_profile\":{\"id\":\"p1\"}"), body);
        assertFalse(body.contains("kept by"), body);
        assertEquals("kept by the caller", attachment.getDisk());
    }

    @Test
    void onlyWhatChangesIsSent() {
        stage.engine.on("PUT " + API + "/vms/v1",
                json(202, "{\"job\":{\"id\":\"j1\"},\"status\":\"complete\",\"object\":{\"id\":\"v1\"}}"));
        Vm values = HostelryFactory.eINSTANCE.createVm();
        values.setName("mail");
        values.setMemory(77);
        vms.update(connection.caller(), "v1", new Patch<>(values, Set.of("name", "cdrom"))).await(PATIENCE);
        assertEquals("{\"name\":\"mail\",\"cdrom\":{}}", stage.engine.requestsTo(API + "/vms/v1").getFirst().body());
    }

    @Test
    void aTicketIsToldWhole() {
        stage.engine.on("POST " + API + "/vms/v1/graphicsconsoles/7370696365/ticket",
                json(202, "{\"job\":{\"id\":\"j1\"},\"status\":\"complete\",\"ticket\":{\"protocol\":\"spice\","
                        + "\"address\":\"box\",\"port\":\"5900\",\"tls_port\":\"5901\",\"tls_subject\":\"CN=box\",\"value\":\"abc\",\"expiry\":\"60\"}}"));
        assertEquals(new Vms.ConsoleTicket(GraphicsType.SPICE, "box", 5900, 5901, "CN=box", "abc", 60),
                vms.ticket(connection.caller(), "v1", GraphicsType.SPICE, 60).await(PATIENCE));
    }

    @Test
    void theCatalogueAndItsDryRun() {
        stage.engine.on("GET " + API + "/verbs",
                json(200,
                        "{\"verb\":[{\"name\":\"StartVm\",\"noun\":\"Vm\",\"label\":\"Start\",\"permit\":\"run_vm\",\"destructive\":\"false\"}]}"));
        Catalogue catalogue = connection.service(Catalogue.class);
        assertEquals(List.of(new Catalogue.VerbInfo("StartVm", "Vm", "Start", "run_vm", false)), catalogue.verbs());
        stage.engine.on("GET " + API + "/verbs/StartVm/check?subject=v1",
                json(200, "{\"problems\":{\"problem\":[{\"kind\":\"CONFLICT\",\"text\":\"It is up.\",\"advice\":\"\",\"subject\":\"v1\"}]},"
                        + "\"hosts\":{\"host\":[{\"name\":\"box\",\"problems\":{\"problem\":[]}}]}}"));
        Verdict verdict = catalogue.check(connection.caller(), "StartVm", "v1");
        assertEquals(List.of(Problem.conflict("v1", "It is up.", "")), verdict.problems());
        assertEquals(java.util.Map.of("box", List.of()), verdict.hosts());
    }
}
