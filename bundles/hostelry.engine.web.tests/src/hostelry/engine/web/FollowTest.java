package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told whole in its place. */
class FollowTest {
    private static Web web;
    private static String vm;

    @BeforeAll
    static void open() {
        web = new Web();
        HttpResponse<String> made = web.post("/vms", "<vm><name>followed</name><cluster><name>Default</name></cluster></vm>");
        vm = "/vms/" + Web.between(made.body(), " id=\"", "\"");
        web.post(vm + "/nics", "<nic><name>inside</name><vnic_profile><name>ovirtmgmt</name></vnic_profile></nic>");
        web.post(vm + "/diskattachments",
                "<disk_attachment><interface>virtio</interface><disk><alias>root disk</alias><provisioned_size>1048576</provisioned_size><format>cow</format></disk></disk_attachment>");
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void aPathLeadsAsDeepAsItSays() {
        for (String from : new String[]{"/vms", vm}) {
            String told = web.get(from + "?follow=disk_attachments.disk,nics.vnic_profile.network,cluster.data_center").body();
            assertTrue(told.contains("<alias>root disk</alias>"), told);
            assertTrue(told.matches("(?s).*<nics>.*<vnic_profile href=\"[^\"]*\" id=\"p1\">.*<network href=\"[^\"]*\" id=\"n1\">.*"), told);
            assertTrue(told.matches("(?s).*<cluster href=\"[^\"]*\" id=\"c1\">.*<data_center href=\"[^\"]*\" id=\"dc1\">.*"), told);
            assertTrue(told.contains("rel=\"nics\""), "the link stays");
        }
        String told = web.get(vm + "?follow=nics").body();
        assertTrue(told.contains("id=\"c1\"/>"), "what was not asked for stays a reference");
        assertFalse(told.contains("<cluster href=\"/ovirt-engine/api/clusters/c1\" id=\"c1\">"), told);
        String json = web.get(vm + "?follow=diskattachments.disk", Web.JSON).body();
        assertTrue(
                json.matches(".*\"disk_attachments\":\\{\"disk_attachment\":\\[\\{.*\"disk\":\\{\"href\":\"[^\"]*\",\"id\":\"[^\"]*\",.*"),
                json);
        assertTrue(web.get(vm + "/nics?follow=vm").body().contains("<name>followed</name>"), "below a noun, too");
        web.post("/storagedomains/sd-data/disks",
                "<disk><name>kept</name><provisioned_size>65536</provisioned_size><format>raw</format></disk>");
        assertTrue(web.get("/disks?follow=storage_domains").body().contains("<name>data</name>"), "one of a list");
    }

    @Test
    void whatIsNotThereIsPassedOver() {
        for (String follow : new String[]{"hostdevices,cpu_profile", "nics.reported_devices", "", ",", ".", "a..b", "host"}) {
            HttpResponse<String> told = web.get(vm + "?follow=" + follow);
            assertEquals(200, told.statusCode(), follow);
            assertTrue(told.body().contains("<name>followed</name>"), follow);
        }
    }

    @Test
    void tooMuchIsRefused() {
        HttpResponse<String> deep = web.get(vm + "?follow=nics.vm.nics.vm.nics.vm.nics");
        assertEquals(400, deep.statusCode());
        assertTrue(deep.body().contains("asks for too much"), deep.body());
        assertThrows(Refusal.class, () -> Follow.parse("a,".repeat(51)));
    }
}
