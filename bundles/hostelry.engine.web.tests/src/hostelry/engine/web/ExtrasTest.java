package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our own client asks for beyond oVirt's API. */
class ExtrasTest {
    private Web web;

    @BeforeEach
    void open() {
        web = new Web();
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setStatus(VmStatus.DOWN);
        web.engine.put(vm, "v1", "web1");
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpRequest.Builder request(String path) {
        return web.request(path).header("Hostelry-Extras", "true").header("Accept", Web.JSON).header("Content-Type", Web.JSON)
                .header("Prefer", "respond-async");
    }

    private HttpResponse<String> post(String path, String body) {
        return web.send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void anActIsAnsweredAtOnceAndItsEndIsToldLater() {
        CompletableFuture<Object> end = new CompletableFuture<>();
        web.engine.outcomes.put("StartVm", () -> end);
        HttpResponse<String> accepted = post("/vms/v1/start", "{}");
        assertEquals(202, accepted.statusCode(), accepted.body());
        assertTrue(accepted.body().endsWith("\"status\":\"pending\"}"), accepted.body());
        String job = Web.between(accepted.body(), "\"job\":{\"id\":\"", "\"");
        assertTrue(web.send(request("/jobs/" + job + "/outcome?wait=0")).body().contains("\"pending\""));
        Vm done = HostelryFactory.eINSTANCE.createVm();
        done.setId("v1");
        done.setName("web1");
        CompletableFuture.runAsync(() -> end.complete(done), CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        String outcome = web.send(request("/jobs/" + job + "/outcome?wait=20")).body();
        assertTrue(outcome.contains("\"status\":\"complete\",\"object\":{\"id\":\"v1\",\"name\":\"web1\""), outcome);
    }

    @Test
    void anActThatFailsTellsEachProblem() {
        web.engine.outcomes.put("StartVm",
                () -> CompletableFuture.failedFuture(new Refusal(Problem.unavailable("h1", "The host is away.", "Wait."))));
        HttpResponse<String> accepted = post("/vms/v1/start", "{}");
        assertEquals(202, accepted.statusCode(), accepted.body());
        assertTrue(
                accepted.body().contains(
                        "\"problem\":[{\"kind\":\"UNAVAILABLE\",\"text\":\"The host is away.\",\"advice\":\"Wait.\",\"subject\":\"h1\"}]"),
                accepted.body());
    }

    @Test
    void aRefusalTellsEachProblemOnlyToThoseWhoAsk() {
        HttpResponse<String> refused = post("/datacenters", "{\"name\":\"Default\"}");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains(
                "\"problem\":[{\"kind\":\"CONFLICT\",\"text\":\"The name 'Default' is taken.\",\"advice\":\"Choose another name.\"}]"),
                refused.body());
        assertFalse(web.post("/datacenters", "{\"name\":\"Default\"}").body().contains("problem"));
    }

    @Test
    void nounsAreReadAsTheyAreKnownInside() {
        HttpResponse<String> list = web.send(web.request("/estate/Vm").header("Accept", "application/x-ndjson, application/json"));
        assertEquals(200, list.statusCode(), list.body());
        assertEquals("application/x-ndjson", list.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertEquals(1, list.body().lines().filter(line -> line.startsWith("{\"id\":\"v1\",") && line.endsWith("}")).count(), list.body());
        assertTrue(web.get("/estate/Host/h1", Web.JSON).body().startsWith("{\"id\":\"h1\",\"name\":\"this machine\""));
        assertEquals(404, web.get("/estate/Vm/none", Web.JSON).statusCode());
        assertEquals(404, web.get("/estate/Spaceship", "application/x-ndjson, application/json").statusCode());
        assertEquals(404, web.get("/estate/Entity", "application/x-ndjson, application/json").statusCode());
    }

    @Test
    void theCatalogueAndItsDryRun() {
        String verbs = web.get("/verbs", Web.JSON).body();
        assertEquals(
                "{\"verb\":[{\"name\":\"StartVm\",\"noun\":\"Vm\",\"label\":\"Start\",\"permit\":\"RUN_VM\",\"destructive\":\"false\"}]}",
                verbs);
        String verdict = web.send(request("/verbs/StartVm/check?subject=v1")).body();
        assertTrue(verdict.contains("\"problems\":{\"problem\":[") && verdict.contains("\"name\":\"this machine\""), verdict);
        assertEquals(400, web.get("/verbs/StartVm/check", Web.JSON).statusCode());
    }
}
