package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The nouns over the door: read, made, changed, removed, acted upon; in XML and in JSON. */
class DoorTest {
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static String id(HttpResponse<String> response) {
        return Web.between(response.body(), " id=\"", "\"");
    }

    private static String vm(String name) {
        HttpResponse<String> made = web.post("/vms",
                "<vm><name>" + name
                        + "</name><memory>1073741824</memory><cluster><name>Default</name></cluster><template><name>Blank</name></template></vm>");
        assertEquals(201, made.statusCode(), made.body());
        return id(made);
    }

    @Test
    void hooksOfAHostAreListedWithTheirChecksums() throws Exception {
        String host = web.get("/hosts").body().replaceFirst("(?s).*?<host [^>]*id=\"([^\"]+)\".*", "$1");
        String body = web.get("/hosts/" + host + "/hooks").body();
        assertTrue(body.contains("<event_name>before_vm_start</event_name>"), body);
        assertTrue(body.contains("<md5>" + "0".repeat(32) + "</md5>"), body);
        assertEquals(404, web.get("/hosts/no-such-host/hooks").statusCode());
    }

    @Test
    void hardwareOfAHostIsToldAsOVirtTellsIt() throws Exception {
        String host = web.get("/hosts").body().replaceFirst("(?s).*?<host [^>]*id=\"([^\"]+)\".*", "$1");
        String one = web.get("/hosts/" + host).body();
        assertTrue(one.contains("rel=\"devices\"") && one.contains("rel=\"numanodes\""), one);
        String devices = web.get("/hosts/" + host + "/devices").body();
        String id = "706369" + HexFormat.of().formatHex("_0000_3b_00_0".getBytes(StandardCharsets.UTF_8));
        String href = "/ovirt-engine/api/hosts/" + host + "/devices/" + id;
        assertTrue(devices.startsWith("<?xml") && devices.contains("<host_devices>"), devices);
        assertTrue(devices.contains("<host_device href=\"" + href + "\" id=\"" + id + "\">"), devices);
        String device = web.get(href.replace("/ovirt-engine/api", "")).body();
        assertTrue(device.contains("<product id=\"0x1572\">") && device.contains("<name>Ethernet Controller X710 &lt;10GbE&gt;</name>"),
                device);
        assertTrue(device.contains("<virtual_functions>64</virtual_functions>") && device.contains("<iommu_group>30</iommu_group>"),
                device);
        assertTrue(devices.contains("<physical_function href=\"" + href + "\""), devices);
        assertEquals(404, web.get("/hosts/" + host + "/devices/00").statusCode());
        assertEquals(404, web.get("/hosts/no-such-host/devices").statusCode());

        String nodes = web.get("/hosts/" + host + "/numanodes").body();
        assertTrue(nodes.contains("<memory>65536</memory>") && nodes.contains("<node_distance>10 21</node_distance>"), nodes);
        String node = nodes.replaceFirst("(?s).*?<host_numa_node [^>]*id=\"([^\"]+)\".*", "$1");
        assertTrue(web.get("/hosts/" + host + "/numanodes/" + node).body().contains("<index>0</index>"));
        assertEquals(404, web.get("/hosts/" + host + "/numanodes/" + host).statusCode());
        assertTrue(web.get("/hosts/" + host + "/numanodes", Web.JSON).body().startsWith("{\"host_numa_node\":["));

        String all = web.get("/hosts/" + host + "/hardware").body();
        assertTrue(all.contains("<firmware_version>2.19.1</firmware_version>"), all);
        assertEquals(404, web.get("/hosts/no-such-host/hardware").statusCode());
    }

    @Test
    void loadsOfTheLastHourAreTold() throws Exception {
        String host = web.get("/hosts").body().replaceFirst("(?s).*?<host [^>]*id=\"([^\"]+)\".*", "$1");
        String load = web.get("/hosts/" + host + "/load").body();
        assertTrue(load.contains("<step>10</step>") && load.contains("<name>cpu</name>") && load.contains("NaN"), load);
        assertEquals(404, web.get("/hosts/no-such-host/load").statusCode());
        assertEquals(404, web.get("/vms/no-such-vm/load").statusCode());
    }

    @Test
    void theRootSaysWhatThereIs() {
        HttpResponse<String> root = web.get("");
        assertEquals(200, root.statusCode(), root.body());
        assertEquals("application/xml;charset=UTF-8", root.headers().firstValue("Content-Type").orElse(""));
        assertTrue(root.body().contains("<major>4</major>"), root.body());
        assertTrue(root.body().contains("<link href=\"/ovirt-engine/api/vms?search={query}\" rel=\"vms/search\"/>"), root.body());
        assertTrue(root.body().contains("<blank_template href=\"/ovirt-engine/api/templates/00000000-0000-0000-0000-000000000000\""),
                root.body());
        assertEquals(200, web.get("/").statusCode());
        assertTrue(web.get("/", Web.JSON).body().contains("\"product_info\":{\"name\":\"Hostelry\""));
    }

    @Test
    void everyCollectionAndEveryItemCanBeRead() {
        String vm = vm("read");
        web.post("/vms/" + vm + "/nics", "<nic><name>nic1</name><vnic_profile><name>ovirtmgmt</name></vnic_profile></nic>");
        for (String path : new String[]{"clusters", "datacenters", "disks", "events", "hosts", "imagetransfers", "jobs", "networks",
                "storagedomains", "templates", "users", "vms",
                "vnicprofiles", "datacenters/dc1/storagedomains", "datacenters/dc1/clusters", "datacenters/dc1/networks",
                "clusters/c1/networks", "hosts/h1/statistics",
                "storagedomains/sd-iso/files", "storagedomains/sd-iso/disks", "networks/n1/vnicprofiles", "vms/" + vm + "/nics",
                "vms/" + vm + "/diskattachments",
                "vms/" + vm + "/cdroms", "vms/" + vm + "/graphicsconsoles", "vms/" + vm + "/reporteddevices",
                "vms/" + vm + "/statistics"}) {
            HttpResponse<String> xml = web.get("/" + path);
            assertEquals(200, xml.statusCode(), path + " " + xml.body());
            assertEquals(200, web.get("/" + path + "/").statusCode(), path + "/");
            HttpResponse<String> json = web.get("/" + path, Web.JSON);
            assertEquals(200, json.statusCode(), path);
            assertTrue(json.headers().firstValue("Content-Type").orElse("").startsWith("application/json"), path);
            // each item says where it stands, and stands there
            int at = xml.body().indexOf(" href=\"");
            if (at >= 0 && !path.endsWith("statistics") && !path.endsWith("reporteddevices")) {
                String href = Web.between(xml.body(), " href=\"", "\"");
                assertEquals(200, web.get(href).statusCode(), href);
            }
        }
    }

    @Test
    void aMachineIsMadeChangedStartedAndRemoved() {
        HttpResponse<String> made = web.post("/vms",
                """
                        <vm>
                          <name>life</name>
                          <memory>1073741824</memory>
                          <cpu><topology><sockets>1</sockets><cores>2</cores><threads>1</threads></topology></cpu>
                          <cluster><name>Default</name></cluster>
                          <template><name>Blank</name></template>
                          <disk_attachments><disk_attachment><interface>virtio</interface><bootable>true</bootable>
                            <disk><alias>life1</alias><provisioned_size>1048576</provisioned_size><format>cow</format></disk></disk_attachment></disk_attachments>
                          <nics><nic><name>nic1</name><network><name>ovirtmgmt</name></network></nic></nics>
                        </vm>""");
        assertEquals(201, made.statusCode(), made.body());
        String vm = "/vms/" + id(made);
        assertTrue(made.headers().firstValue("Location").orElse("").endsWith(vm));
        assertTrue(made.body().contains("<cluster href=\"/ovirt-engine/api/clusters/c1\" id=\"c1\"/>"), made.body());
        assertTrue(made.body().contains("<link href=\"/ovirt-engine/api" + vm + "/nics\" rel=\"nics\"/>"), made.body());
        assertTrue(made.body().contains("<link href=\"/ovirt-engine/api" + vm + "/start\" rel=\"start\"/>"), made.body());

        String attachments = web.get(vm + "/diskattachments").body();
        String disk = Web.between(attachments, "<disk href=\"/ovirt-engine/api/disks/", "\"");
        assertTrue(
                attachments.contains(
                        "<disk_attachment href=\"/ovirt-engine/api" + vm + "/diskattachments/" + disk + "\" id=\"" + disk + "\">"),
                attachments);
        assertTrue(web.get("/disks/" + disk).body().contains("<name>life1</name>"));
        assertTrue(web.get(vm + "/nics").body().contains("<vnic_profile href=\"/ovirt-engine/api/vnicprofiles/p1\" id=\"p1\"/>"));

        assertTrue(web.put(vm, "{\"description\":\"changed\"}").body().contains("\"description\":\"changed\""));
        assertTrue(web.get(vm).body().contains("<name>life</name>"), "what was not spoken of stays");

        HttpResponse<String> start = web.post(vm + "/start", "<action><async>false</async></action>");
        assertEquals(200, start.statusCode(), start.body());
        assertTrue(start.body().contains("<status>complete</status>"), start.body());
        assertTrue(web.get(Web.between(start.body(), "<job href=\"", "\"")).body().contains("<description>StartVm</description>"));
        assertTrue(web.get(vm).body().contains("<status>up</status>"));
        assertTrue(web.get(vm + "/reporteddevices").body().contains("<address>10.0.2.15</address>"));
        HttpResponse<String> again = web.post(vm + "/start", "<action/>");
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("<action>\n    <fault>") && again.body().contains("<status>failed</status>"), again.body());
        assertTrue(again.body().contains("<detail>[The machine runs already. Nothing is to be done.]</detail>"), again.body());

        assertEquals(200, web.send(web.request(vm + "/stop").POST(java.net.http.HttpRequest.BodyPublishers.noBody())).statusCode(),
                "a body is not needed");
        assertEquals(200, web.delete(vm).statusCode());
        assertEquals(404, web.get(vm).statusCode());
        assertEquals(404, web.get("/disks/" + disk).statusCode());
    }

    @Test
    void aJsonClientGetsOnAsWell() {
        HttpResponse<String> made = web.post("/vms", "{\"name\":\"json\",\"memory\":\"1073741824\",\"cluster\":{\"name\":\"Default\"}}");
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(made.body().contains("\"memory\":\"1073741824\"")
                && made.body().contains("\"cluster\":{\"href\":\"/ovirt-engine/api/clusters/c1\",\"id\":\"c1\"}"), made.body());
        String id = Web.between(made.body(), "\"id\":\"", "\"");
        assertTrue(web.post("/vms/" + id + "/start", "{}").body().contains("\"status\":\"complete\""));
        assertTrue(web.get("/vms", Web.JSON).body().startsWith("{\"vm\":[{"));
    }

    @Test
    void anActionGoesOnByItselfUnlessItIsWaitedFor() {
        String vm = "/vms/" + vm("slow");
        var never = new java.util.concurrent.CompletableFuture<Object>();
        web.engine.outcomes.put("StartVm", () -> never);
        try {
            HttpResponse<String> pending = web.post(vm + "/start", "<action/>");
            assertEquals(202, pending.statusCode());
            assertTrue(pending.body().contains("<status>pending</status>"), pending.body());
            web.engine.outcomes.put("StartVm", () -> java.util.concurrent.CompletableFuture
                    .failedFuture(
                            new hostelry.api.Refusal(hostelry.api.Problem.failed(null, "The host has no room.", "Free some memory."))));
            HttpResponse<String> failed = web.post(vm + "/start", "<action><async>false</async></action>");
            assertEquals(500, failed.statusCode());
            assertTrue(failed.body().contains("[The host has no room. Free some memory.]"), failed.body());
        } finally {
            web.engine.outcomes.clear();
        }
    }

    @Test
    void aDryRunTellsReasonsAndTouchesNothing() {
        String vm = "/vms/" + vm("dry");
        HttpResponse<String> may = web.post(vm + "/start?dry_run=true", "<action/>");
        assertEquals(200, may.statusCode(), may.body());
        assertTrue(may.body().contains("<status>complete</status>") && may.body().contains("<name>this machine</name>"), may.body());
        assertTrue(web.get(vm).body().contains("<status>down</status>"));
        web.post(vm + "/start", "<action/>");
        HttpResponse<String> mayNot = web.post(vm + "/start?dry_run=true", "{}");
        assertEquals(200, mayNot.statusCode());
        assertTrue(mayNot.body().contains("\"status\":\"failed\",\"reasons\":{\"reason\":[\"It runs. Stop it first.\"]}"), mayNot.body());
        assertEquals(404, web.post("/vms/nobody/start?dry_run=true", "<action/>").statusCode());
    }

    @Test
    void jobsFromOutsideAreBegunAndEnded() {
        HttpResponse<String> begun = web.post("/jobs",
                "<job><description>Back up web1</description><auto_cleared>true</auto_cleared></job>");
        assertEquals(201, begun.statusCode(), begun.body());
        assertTrue(begun.body().contains("<external>true</external>"), begun.body());
        String job = "/jobs/" + Web.between(begun.body(), " id=\"", "\"");
        HttpResponse<String> step = web.post(job + "/steps", "<step><description>Copy</description><type>executing</type></step>");
        assertEquals(201, step.statusCode(), step.body());
        String copy = job + "/steps/" + Web.between(step.body(), " id=\"", "\"");
        assertEquals(200, web.post(copy + "/end", "<action><succeeded>false</succeeded></action>").statusCode());
        assertTrue(web.get(copy).body().contains("<status>failed</status>"), web.get(copy).body());
        assertEquals(404, web.post("/jobs/other/steps/" + copy.substring(copy.lastIndexOf('/') + 1) + "/end", "<action/>").statusCode());
        assertEquals(400, web.post(job + "/end", "<action><status>started</status></action>").statusCode());
        assertEquals(200, web.post(job + "/end", "<action><status>aborted</status></action>").statusCode());
        assertTrue(web.get(job).body().contains("<status>aborted</status>"), web.get(job).body());
        assertEquals(200, web.post(job + "/clear", "<action/>").statusCode());
    }

    @Test
    void eventsFromOutsideAreToldAndTakenAway() {
        HttpResponse<String> told = web.post("/events",
                "<event><description>Disk is failing</description><severity>alert</severity><origin>monitor</origin><custom_id>7</custom_id></event>");
        assertEquals(201, told.statusCode(), told.body());
        assertTrue(told.body().contains("<custom_id>7</custom_id>") && told.body().contains("<origin>monitor</origin>"), told.body());
        String event = "/events/" + Web.between(told.body(), " id=\"", "\"");
        assertTrue(web.get(event).body().contains("<severity>alert</severity>"), web.get(event).body());
        assertEquals(200, web.delete(event).statusCode());
        assertEquals(404, web.get(event).statusCode());
        assertEquals(404, web.delete(event).statusCode());
    }

    @Test
    void everyActHasADryRunAlsoThoseThatMakeChangeAndRemove() {
        String vm = "/vms/" + vm("rehearsed");
        String before = web.get(vm).body();
        int vms = web.get("/vms").body().split("<vm ").length;
        for (HttpResponse<String> told : List.of(web.post(vm + "/stop?dry_run=true", "<action/>"),
                web.post("/vms?dry_run=true", "<vm><name>other</name><cluster><name>Default</name></cluster></vm>"),
                web.put(vm + "?dry_run=true", "<vm><name>renamed</name></vm>"), web.delete(vm + "?dry_run=true"))) {
            assertEquals(200, told.statusCode(), told.body());
            assertTrue(told.body().contains("<dry_run>true</dry_run>") && told.body().contains("<status>complete</status>"), told.body());
        }
        assertEquals(before, web.get(vm).body());
        assertEquals(vms, web.get("/vms").body().split("<vm ").length);
    }

    @Test
    void consolesGiveTicketsAndViewerFiles() {
        String vm = "/vms/" + vm("console\\one");
        assertEquals(409, web.post(vm + "/ticket", "<action/>").statusCode());
        web.post(vm + "/start", "<action/>");
        String console = Web.between(web.get(vm + "/graphicsconsoles").body(), "graphics_console href=\"", "\"");
        assertTrue(console.endsWith("/7370696365"), console);
        HttpResponse<String> file = web.get(console, "application/x-virt-viewer");
        assertEquals(200, file.statusCode(), file.body());
        assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith("application/x-virt-viewer"));
        assertTrue(file.body().startsWith("[virt-viewer]\ntype=spice\nhost=127.0.0.1\nport=5900\npassword=s3cret-"), file.body());
        assertTrue(file.body().contains("\ntitle=console\\\\one:%d\n"), file.body());
        assertTrue(file.body().contains("\nca=-----BEGIN CERTIFICATE-----\\n"), file.body());
        assertTrue(web.post(console + "/remoteviewerconnectionfile", "<action/>").body()
                .contains("<remote_viewer_connection_file>[virt-viewer]"));
        HttpResponse<String> ticket = web.post(vm + "/ticket", "<action><ticket><expiry>60</expiry></ticket></action>");
        assertTrue(ticket.body().contains("<expiry>60</expiry>") && ticket.body().contains("<value>s3cret-"), ticket.body());
        assertEquals(400, web.post(vm + "/ticket", "<action><ticket><expiry>soon</expiry></ticket></action>").statusCode());
        assertEquals(404, web.get(vm + "/graphicsconsoles/766e63").statusCode());
    }

    @Test
    void theDiscIsChangedByItsIdOrName() {
        String vm = "/vms/" + vm("cd");
        HttpResponse<String> disc = web.post("/storagedomains/sd-iso/disks",
                "<disk><name>debian.iso</name><content_type>iso</content_type><provisioned_size>65536</provisioned_size><format>raw</format></disk>");
        assertEquals(201, disc.statusCode(), disc.body());
        String drive = vm + "/cdroms/00000000-0000-0000-0000-000000000000";
        assertTrue(web.put(drive + "?current=true", "<cdrom><file id='debian.iso'/></cdrom>").body()
                .contains("<file id=\"" + id(disc) + "\"/>"));
        assertTrue(web.get("/storagedomains/sd-iso/files").body().contains("<name>debian.iso</name>"));
        assertTrue(!web.put(drive, "<cdrom><file id=''/></cdrom>").body().contains("<file"), "out again");
        assertEquals(404, web.put(drive, "<cdrom><file id='nothing.iso'/></cdrom>").statusCode());
    }

    @Test
    void followPutsPartsIntoTheirNoun() {
        String vm = "/vms/" + vm("follow");
        web.post(vm + "/nics", "<nic><name>inside</name></nic>");
        String followed = web.get(vm + "?follow=nics,disk_attachments").body();
        assertTrue(followed.contains("    <nics>\n        <nic href=") && followed.contains("<name>inside</name>"), followed);
        assertTrue(followed.contains("<disk_attachments/>"), followed);
        assertTrue(web.get("/vms?follow=nics", Web.JSON).body().contains("\"nics\":{\"nic\":[{"));
    }

    @Test
    void extrasAreForWhoAsks() {
        String vm = "/vms/" + vm("extra");
        assertTrue(!web.get(vm).body().contains("<cpu_usage>"));
        assertTrue(web.get(vm + "?all_content=true").body().contains("<cpu_usage>"));
        assertTrue(web.send(web.request(vm).header("All-Content", "true")).body().contains("<cpu_usage>"));
    }

    @Test
    void eventsTellWhoDidItUnderWhichCorrelation() {
        web.send(web.request("/vms").header("Correlation-Id", "my-id-1").header("Content-Type", Web.XML)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("<vm><name>evented</name></vm>")));
        String events = web.get("/events?search=correlation_id%3Dmy-id-1").body();
        assertTrue(events.contains("<description>AddVm by admin@internal on evented</description>")
                && events.contains("<correlation_id>my-id-1</correlation_id>"), events);
        String index = Web.between(events, "<event href=\"/ovirt-engine/api/events/", "\"");
        assertEquals(200, web.get("/events/" + index).statusCode());
        assertTrue(web.get("/events?from=" + index).body().contains("<events")
                && !web.get("/events?from=" + index).body().contains("my-id-1"));
        HttpResponse<String> answered = web.get("/vms?correlation_id=other");
        assertEquals("other", answered.headers().firstValue("Correlation-Id").orElse(""));
    }
}
