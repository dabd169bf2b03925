package hostelry.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the REST door through all floors down to a simulated hypervisor, and back by what it reports. */
class RestTest {
    private static Desk desk;

    @BeforeAll
    static void come() throws Exception {
        desk = new Desk();
    }

    @AfterAll
    static void go() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void letsNobodyInWithoutAName() throws Exception {
        HttpResponse<String> answer = desk.stranger("/vms");
        assertEquals(401, answer.statusCode());
        assertEquals("", answer.body(), "a body makes oVirt's SDK hang");
    }

    @Test
    void showsTheEstateFromTheStart() throws Exception {
        assertTrue(desk.get("").body().contains("<product_info>"));
        assertEquals(1, Desk.count("host", desk.await("/hosts?search=status%3Dup", all -> all.contains("<host "))));
        assertTrue(desk.get("/datacenters").body().contains("<name>Default</name>"));
        assertTrue(desk.get("/clusters").body().contains("<name>Default</name>"));
        assertTrue(desk.get("/vnicprofiles").body().contains("<name>ovirtmgmt</name>"));
        desk.await("/storagedomains?search=type%3Ddata", all -> all.contains("<status>active</status>"));
        desk.await("/storagedomains?search=type%3Diso", all -> all.contains("<status>active</status>"));
    }

    @Test
    void findsTheMachinesThatRunAlready() throws Exception {
        desk.await("/vms?search=status%3Dup", all -> Desk.count("vm", all) >= 1);
        desk.await("/vms?search=name%21%3Ddesk*", all -> Desk.count("vm", all) == 3);
    }

    @Test
    void aMachineFromItsFirstDayToItsLast() throws Exception {
        String plan = "<vm><name>desk1</name><memory>268435456</memory><cluster><name>Default</name></cluster>"
                + "<template><name>Blank</name></template></vm>";
        desk.await("/hosts", all -> all.contains("<status>up</status>"));
        String data = Desk.id("storage_domain",
                desk.await("/storagedomains?search=type%3Ddata", all -> all.contains("<status>active</status>")));
        HttpResponse<String> made = desk.post("/vms", plan);
        assertEquals(201, made.statusCode(), made.body());
        String vm = "/vms/" + Desk.id("vm", made.body());
        desk.await(vm, one -> one.contains("<status>down</status>"));
        HttpResponse<String> twice = desk.post("/vms", plan);
        assertEquals(409, twice.statusCode(), twice.body());
        assertTrue(twice.body().contains("<fault>") && twice.body().contains("desk1"), twice.body());

        HttpResponse<String> disk = desk.post(vm + "/diskattachments", "<disk_attachment><bootable>true</bootable><active>true</active>"
                + "<interface>virtio</interface><disk><name>desk1-1</name><format>cow</format><provisioned_size>1073741824</provisioned_size>"
                + "<storage_domains><storage_domain id=\"" + data + "\"/></storage_domains></disk></disk_attachment>");
        assertTrue(disk.statusCode() / 100 == 2, disk.body());
        String diskPath = "/disks/" + Desk.id("disk", disk.body());
        desk.await(diskPath, one -> one.contains("<status>ok</status>"));

        act(vm, "start", 202);
        String up = desk.await(vm, one -> one.contains("<status>up</status>"));
        assertTrue(up.contains("<host "), up);
        act(vm, "start", 409);
        assertEquals(409, desk.delete(vm).statusCode(), "it runs");
        act(vm, "stop", 202);
        desk.await(vm, one -> one.contains("<status>down</status>"));

        assertEquals(200, desk.delete(vm).statusCode());
        assertEquals(404, desk.get(vm).statusCode());
        assertEquals(404, desk.get(diskPath).statusCode());
        String events = desk.get("/events?search=correlation_id%3Ddesk").body();
        for (String word : new String[]{"desk1", "admin@internal", "started"}) {
            assertTrue(events.contains(word), word + " is not in " + events);
        }
    }

    @Test
    void whatARunningMachineCanNotChangeWaitsForItsNextStart() throws Exception {
        desk.await("/hosts", all -> all.contains("<status>up</status>"));
        HttpResponse<String> made = desk.post("/vms",
                "<vm><name>desk2</name><memory>268435456</memory><cluster><name>Default</name></cluster>"
                        + "<template><name>Blank</name></template></vm>");
        String vm = "/vms/" + Desk.id("vm", made.body());
        act(vm, "start", 202);
        desk.await(vm, one -> one.contains("<status>up</status>"));
        String change = "<vm><description>seen at once</description><cpu_shares>512</cpu_shares></vm>";
        assertTrue(desk.put(vm + "?dry_run=true", change).body().contains("<waiting>"), "the dry run tells what would wait");
        assertEquals(200, desk.put(vm, change).statusCode());
        String now = desk.get(vm).body();
        assertTrue(now.contains("<description>seen at once</description>") && !now.contains("<cpu_shares>")
                && now.contains("<next_run_configuration_exists>true</next_run_configuration_exists>"), now);
        assertTrue(desk.get(vm + "?next_run=true").body().contains("<cpu_shares>512</cpu_shares>"));
        assertTrue(desk.get("/vms?search=next_run_config_exists%3Dtrue").body().contains("desk2"));

        assertEquals(200, desk.post(vm + "/discardnextrun", "<action/>").statusCode() / 100 * 100);
        String dropped = desk.await(vm, one -> one.contains("<next_run_configuration_exists>false</next_run_configuration_exists>"));
        assertTrue(!dropped.contains("<cpu_shares>"), dropped);
        assertEquals(200, desk.put(vm + "?next_run=true", change.replace("seen at once", "seen later")).statusCode());
        assertTrue(desk.get(vm).body().contains("<description>seen at once</description>"), "all of it waits");
        act(vm, "stop", 202);
        String down = desk.await(vm, one -> one.contains("<status>down</status>") && one.contains("<cpu_shares>512</cpu_shares>"));
        assertTrue(down.contains("<description>seen later</description>")
                && down.contains("<next_run_configuration_exists>false</next_run_configuration_exists>"), down);
        assertEquals(200, desk.delete(vm).statusCode());
    }

    private static void act(String vm, String verb, int status) throws Exception {
        HttpResponse<String> answer = desk.post(vm + "/" + verb, "<action/>");
        assertEquals(status, answer.statusCode(), answer.body());
    }
}
