package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.Cluster;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Permission;
import hostelry.model.Snapshot;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nouns whose shape on the wire is another than the model's, and those that are the same in every estate. */
class NounsTest {
    private Web web;

    @BeforeEach
    void open() {
        web = new Web();
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setStatus(VmStatus.UP);
        web.engine.put(vm, "v1", "web1");
        Cluster cluster = HostelryFactory.eINSTANCE.createCluster();
        cluster.setSchedulingPolicy("power_saving");
        web.engine.put(cluster, "c1", "North");
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpRequest.Builder request(String path) {
        return web.request(path).header("Accept", Web.JSON).header("Content-Type", Web.JSON);
    }

    private String get(String path) {
        HttpResponse<String> got = web.send(request(path));
        assertEquals(200, got.statusCode(), got.body());
        return got.body().replaceAll("\\s", "");
    }

    private HttpResponse<String> post(String path, String body) {
        return web.send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void aMacPoolHasItsRangesAsOvirtWritesThem() {
        HttpResponse<String> made = post("/macpools",
                "{\"name\":\"lab\",\"ranges\":{\"range\":[{\"from\":\"02:00:00:00:00:00\",\"to\":\"02:00:00:00:00:ff\"}]}}");
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(get("/macpools").contains("\"ranges\":{\"range\":[{\"from\":\"02:00:00:00:00:00\",\"to\":\"02:00:00:00:00:ff\"}]}"));
    }

    @Test
    void aClusterHasNetworksWithWhatTheyAreForThere() {
        String list = get("/clusters/c1/networks");
        assertTrue(list.contains("\"href\":\"/ovirt-engine/api/clusters/c1/networks/n1\",\"id\":\"n1\""), list);
        assertTrue(list.contains("\"name\":\"ovirtmgmt\"") && list.contains("\"required\":\"true\"")
                && list.contains("\"display\":\"true\"") && list.contains("\"status\":\"operational\"")
                && list.contains("\"usages\":{\"usage\":[\"management\",\"display\"]}"), list);
        assertTrue(get("/clusters/c1?follow=networks").contains("\"name\":\"ovirtmgmt\""));

        Network lan = HostelryFactory.eINSTANCE.createNetwork();
        lan.getUsages().add(NetworkUsage.VM);
        web.engine.put(lan, "n2", "lan");
        HttpResponse<String> made = post("/clusters/c1/networks", "{\"name\":\"lan\",\"usages\":{\"usage\":[\"vm\",\"migration\"]}}");
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(get("/clusters/c1/networks/n2").contains("\"usages\":{\"usage\":[\"vm\",\"migration\"]}"));
        HttpResponse<String> changed = web.send(request("/clusters/c1/networks/n2").PUT(HttpRequest.BodyPublishers
                .ofString("{\"required\":false,\"display\":true}")));
        assertEquals(200, changed.statusCode(), changed.body());
        String now = get("/clusters/c1/networks/n2");
        assertTrue(now.contains("\"required\":\"false\"") && now.contains("[\"vm\",\"migration\",\"display\"]"), now);
        assertEquals(200, web.delete("/clusters/c1/networks/n2").statusCode());
        assertEquals(404, web.send(request("/clusters/c1/networks/n2")).statusCode());
        assertEquals(404, post("/clusters/c1/networks", "{\"id\":\"none\"}").statusCode());
        assertEquals(400, post("/clusters/c1/networks", "{}").statusCode());
        assertEquals(400, post("/clusters/c1/networks", "{\"id\":\"n2\",\"usages\":{\"usage\":[\"moon\"]}}").statusCode());
    }

    @Test
    void whatVnicProfilesDoNotHaveIsRefused() {
        for (String wish : List.of("\"port_mirroring\":true", "\"pass_through\":{\"mode\":\"enabled\"}",
                "\"custom_properties\":{\"custom_property\":[{\"name\":\"a\",\"value\":\"b\"}]}",
                "\"network_filter\":{\"id\":\"f1\"}", "\"qos\":{\"id\":\"q1\"}")) {
            HttpResponse<String> refused = post("/vnicprofiles", "{\"name\":\"p\",\"network\":{\"id\":\"n1\"}," + wish + "}");
            assertEquals(400, refused.statusCode(), wish + refused.body());
        }
        HttpResponse<String> made = post("/networks/n1/vnicprofiles", "{\"name\":\"p\",\"port_mirroring\":false,"
                + "\"pass_through\":{\"mode\":\"disabled\"},\"custom_properties\":{},\"network_filter\":{}}");
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(made.body().contains("port_mirroring"), made.body());
    }

    @Test
    void aSnapshotHasThePermissionsOfItsMachine() {
        Snapshot snapshot = HostelryFactory.eINSTANCE.createSnapshot();
        snapshot.setVm("v1");
        web.engine.put(snapshot, "s1", null);
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setNoun("Vm");
        permission.setObject("v1");
        web.engine.put(permission, "given", null);
        assertTrue(get("/vms/v1/snapshots/s1/permissions").contains("\"id\":\"given\""));
        assertEquals(409, post("/vms/v1/snapshots/s1/permissions", "{}").statusCode());
        assertEquals(404, web.send(request("/vms/v1/snapshots/none/permissions")).statusCode());
    }

    @Test
    void aDataCenterIsAskedForANetworkToo() {
        HttpResponse<String> made = post("/datacenters/dc1/networks", "{\"name\":\"san\"}");
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(made.body().contains("/datacenters/dc1"), made.body());
        assertEquals(404, post("/datacenters/none/networks", "{\"name\":\"wan\"}").statusCode());
    }

    @Test
    void aClusterNamesItsPolicyByIdToo() {
        assertTrue(get("/clusters/c1").contains("\"id\":\"5a2b0939-7d46-4b73-a469-e9c2c7fc6a53\""));
        HttpResponse<String> changed = web.send(request("/clusters/c1").PUT(HttpRequest.BodyPublishers
                .ofString("{\"scheduling_policy\":{\"id\":\"20d25257-b4bd-4589-92a6-c4c5c5d3fd1a\"}}")));
        assertEquals(200, changed.statusCode(), changed.body());
        assertTrue(changed.body().contains("evenly_distributed"), changed.body());
    }

    @Test
    void whatIsTheSameInEveryEstate() {
        assertTrue(get("/operatingsystems").contains("\"name\":\"other_linux\""));
        assertTrue(get("/operatingsystems/5").contains("\"name\":\"other_linux\""));
        assertTrue(get("/clusterlevels/4.7").contains("\"name\":\"IntelHaswellFamily\""));
        assertTrue(get("/schedulingpolicies?max=1").contains("\"name\":\"none\""));
        assertEquals(404, web.send(request("/clusterlevels/3.6")).statusCode());
        assertEquals(404, web.send(request("/operatingsystems/x")).statusCode());
    }

    @Test
    void theMachineOfTodayIsAmongItsSnapshots() {
        String list = get("/vms/v1/snapshots");
        assertTrue(list.contains("\"snapshot_type\":\"active\"") && list.contains("\"description\":\"ActiveVM\""), list);
        String id = Web.between(list, "/vms/v1/snapshots/", "\"");
        assertTrue(get("/vms/v1/snapshots/" + id).contains("\"snapshot_status\":\"ok\""));
        HttpResponse<String> refused = post("/vms/v1/snapshots", "{\"description\":\"before\"}");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("this version does not make any"), refused.body());
        assertEquals(409, web.send(request("/vms/v1/snapshots/" + id).DELETE()).statusCode());
        assertEquals(404, web.send(request("/vms/v1/snapshots/none")).statusCode());
    }

    @Test
    void aMachineIsRunOnce() {
        HttpResponse<String> once = post("/vms/v1/start",
                "{\"pause\":\"true\",\"vm\":{\"os\":{\"boot\":{\"devices\":{\"device\":[\"cdrom\"]}}}}}");
        assertTrue(once.statusCode() == 200 || once.statusCode() == 202, once.body());
        HttpResponse<String> refused = post("/vms/v1/start", "{\"use_sysprep\":\"true\"}");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("use_sysprep"), refused.body());
    }

    @Test
    void whatAGuestIsToldAtItsFirstStartIsTaken() {
        HttpResponse<String> changed = web.send(request("/vms/v1")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"initialization\":{\"host_name\":\"web1\",\"root_password\":\"Geheim+1\","
                        + "\"nic_configurations\":{\"nic_configuration\":[{\"name\":\"eth0\",\"boot_protocol\":\"static\","
                        + "\"ip\":{\"address\":\"192.0.2.10\",\"netmask\":\"24\",\"gateway\":\"192.0.2.1\"}}]}}}")));
        assertEquals(200, changed.statusCode(), changed.body());
        String told = get("/vms/v1");
        assertTrue(told.contains("\"host_name\":\"web1\"") && told.contains("\"nic_configuration\"") && told.contains("192.0.2.10"), told);
        for (String secret : new String[]{"Geheim+1", "root_password", "$6$"}) {
            assertFalse((told + changed.body()).contains(secret), secret);
        }
        HttpResponse<String> once = post("/vms/v1/start",
                "{\"use_cloud_init\":\"true\",\"vm\":{\"initialization\":{\"user_name\":\"admin\"}}}");
        assertTrue(once.statusCode() == 200 || once.statusCode() == 202, once.body());
    }

    @Test
    void aNicIsPluggedInAndOut() {
        String card = post("/vms/v1/nics", "{\"name\":\"plug1\"}").body();
        String id = Web.between(card, "/vms/v1/nics/", "\"");
        for (String action : new String[]{"deactivate", "activate"}) {
            HttpResponse<String> done = post("/vms/v1/nics/" + id + "/" + action, "{}");
            assertEquals(200, done.statusCode(), done.body());
            assertTrue(done.body().contains("complete"), done.body());
            assertTrue(get("/vms/v1/nics/" + id).contains("\"plugged\":\"" + action.equals("activate") + "\""), action);
        }
        assertEquals(404, post("/vms/v1/nics/none/activate", "{}").statusCode());
    }

    @Test
    void aMachineIsRebootedResetPausedSuspendedAndAdopted() {
        for (String action : new String[]{"reboot", "reset", "pause", "suspend", "adopt"}) {
            HttpResponse<String> done = post("/vms/v1/" + action, "{}");
            assertTrue(done.statusCode() == 200 || done.statusCode() == 202, action + ": " + done.body());
        }
    }

    @Test
    void aMachineTellsAndTakesWhatOvirtNests() {
        HttpResponse<String> put = web.send(request("/vms/v1").PUT(HttpRequest.BodyPublishers.ofString(
                """
                        {"custom_properties":{"custom_property":[{"name":"sap_agent","value":"true"}]},
                         "cpu":{"cpu_tune":{"vcpu_pins":{"vcpu_pin":[{"vcpu":"0","cpu_set":"1-3"}]}}},
                         "display":{"type":"spice","monitors":"2","smartcard_enabled":"true","disconnect_action":"logout","disconnect_action_delay":"5"},
                         "placement_policy":{"affinity":"pinned","hosts":{"host":[{"id":"h7"},{"name":"cold"}]}},
                         "rng_device":{"source":"hwrng","rate":{"bytes":"10"}},"console":{"enabled":"false"},"virtio_scsi":{"enabled":"false"},
                         "tpm_enabled":"true","cpu_shares":"512","os":{"cmdline":"quiet"}}""")));
        assertEquals(404, put.statusCode(), "there is no host cold: " + put.body());
        put = web.send(request("/vms/v1").PUT(HttpRequest.BodyPublishers.ofString(
                """
                        {"custom_properties":{"custom_property":[{"name":"sap_agent","value":"true"}]},
                         "cpu":{"cpu_tune":{"vcpu_pins":{"vcpu_pin":[{"vcpu":"0","cpu_set":"1-3"}]}}},
                         "display":{"type":"spice","monitors":"2","smartcard_enabled":"true","disconnect_action":"logout","disconnect_action_delay":"5"},
                         "rng_device":{"source":"hwrng","rate":{"bytes":"10"}},"console":{"enabled":"false"},"virtio_scsi":{"enabled":"false"},
                         "tpm_enabled":"true","cpu_shares":"512","os":{"cmdline":"quiet"}}""")));
        assertEquals(200, put.statusCode(), put.body());
        String told = get("/vms/v1");
        for (String part : new String[]{"\"custom_properties\":{\"custom_property\":[{\"name\":\"sap_agent\",\"value\":\"true\"}]}",
                "\"cpu_tune\":{\"vcpu_pins\":{\"vcpu_pin\":[{\"vcpu\":\"0\",\"cpu_set\":\"1-3\"}]}}",
                "\"monitors\":\"2\",\"smartcard_enabled\":\"true\",\"disconnect_action\":\"logout\",\"disconnect_action_delay\":\"5\",\"type\":\"spice\"",
                "\"rng_device\":{\"source\":\"hwrng\",\"rate\":{\"bytes\":\"10\"}}", "\"console\":{\"enabled\":\"false\"}",
                "\"virtio_scsi\":{\"enabled\":\"false\"}", "\"tpm_enabled\":\"true\"", "\"cpu_shares\":\"512\"", "\"cmdline\":\"quiet\""}) {
            assertTrue(told.contains(part), part + " in " + told);
        }
        put = web.send(request("/vms/v1").PUT(HttpRequest.BodyPublishers.ofString("{\"custom_properties\":{\"custom_property\":[]}}")));
        assertTrue(!put.body().contains("sap_agent"), put.body());
        put = web.send(request("/vms/v1").PUT(HttpRequest.BodyPublishers.ofString(
                "{\"cpu\":{\"cpu_tune\":{\"vcpu_pins\":{\"vcpu_pin\":[{\"vcpu\":\"x\"}]}}}}")));
        assertEquals(400, put.statusCode(), put.body());
    }

    @Test
    void aWatchdogComesChangesAndGoes() {
        assertTrue(get("/vms/v1/watchdogs").contains("\"watchdog\":[]"), get("/vms/v1/watchdogs"));
        HttpResponse<String> made = post("/vms/v1/watchdogs", "{\"model\":\"i6300esb\",\"action\":\"reset\"}");
        assertEquals(201, made.statusCode(), made.body());
        assertEquals(409, post("/vms/v1/watchdogs", "{\"model\":\"i6300esb\",\"action\":\"reset\"}").statusCode());
        String one = "/vms/v1/watchdogs/00000000-0000-0000-0000-000000000001";
        assertTrue(get(one).contains("\"action\":\"reset\",\"model\":\"i6300esb\",\"vm\""), get(one));
        HttpResponse<String> put = web.send(request(one).PUT(HttpRequest.BodyPublishers.ofString("{\"action\":\"POWEROFF\"}")));
        assertTrue(put.body().contains("\"action\":\"poweroff\",\"model\":\"i6300esb\""), put.body());
        assertEquals(200, web.send(request(one).DELETE()).statusCode());
        assertEquals(404, web.send(request(one)).statusCode());
    }

    @Test
    void aHostTellsItsNetworkCards() {
        web.engine.put(HostelryFactory.eINSTANCE.createHost(), "h1", "box");
        hostelry.model.HostNic card = HostelryFactory.eINSTANCE.createHostNic();
        card.setHost("h1");
        card.setMac("52:54:00:00:00:01");
        card.setSpeed(1_000_000_000L);
        card.setStatus("up");
        card.setIpAddress("10.0.0.2");
        web.engine.put(card, "n1", "eth0");
        hostelry.model.HostNic bond = HostelryFactory.eINSTANCE.createHostNic();
        bond.setHost("h1");
        bond.getSlaves().add("eth0");
        bond.setBondMode(4);
        web.engine.put(bond, "n2", "bond0");
        String told = get("/hosts/h1/nics");
        assertTrue(told.contains("\"host_nic\":[{") && told.contains("\"ip\":{\"address\":\"10.0.0.2\"}"), told);
        assertTrue(
                get("/hosts/h1/nics/n2")
                        .contains("\"slaves\":{\"host_nic\":[{\"href\":\"/ovirt-engine/api/hosts/h1/nics/n1\",\"id\":\"n1\"}]}"),
                get("/hosts/h1/nics/n2"));
        assertEquals(404, web.send(request("/hosts/h1/nics/n9")).statusCode());
    }
}
