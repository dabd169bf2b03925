package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotOfHostsTest {
    private final Web web = new Web();

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @CsvSource({"install, enrols itself", "fence, power management", "forceselectspm, manages the storage", "upgrade, its packages",
            "iscsidiscover, iSCSI"})
    void whatHostsDoNotDoIsRefusedWithReasonsAlsoByADryRun(String action, String why) {
        String host = "/hosts/" + Web.between(web.get("/hosts").body(), "id=\"", "\"");
        assertTrue(web.get(host).body().contains(host + "/" + action + "\" rel=\"" + action + "\""));
        HttpResponse<String> refused = web.post(host + "/" + action, "<action/>");
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("<status>failed</status>") && refused.body().contains(why), refused.body());
        HttpResponse<String> asked = web.post(host + "/" + action + "?dry_run=true", "<action/>");
        assertEquals(200, asked.statusCode(), asked.body());
        assertTrue(asked.body().contains("<dry_run>true</dry_run>") && asked.body().contains(why), asked.body());
        assertEquals(404, web.post("/hosts/nobody/" + action, "<action/>").statusCode());
        assertEquals(400, web.post(host + "/" + action, "<vm/>").statusCode());
    }

    @Test
    void aMoveThatIsNotUnderWayIsNotCancelledAndTheAnswerIsAnAction() {
        web.post("/vms", "<vm><name>still</name></vm>");
        String vm = "/vms/" + Web.between(web.get("/vms").body(), "<vm href=\"/ovirt-engine/api/vms/", "\"");
        HttpResponse<String> refused = web.post(vm + "/cancelmigration", "<action/>");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("<action>\n    <fault>"), refused.body());
        assertTrue(web.post(vm + "/cancelmigration?dry_run=true", "<action/>").body().contains("is not being migrated"));
    }
}
