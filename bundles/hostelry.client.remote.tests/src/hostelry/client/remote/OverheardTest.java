package hostelry.client.remote;

import static hostelry.client.remote.ScriptedEngine.API;
import static hostelry.client.remote.ScriptedEngine.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Jobs;
import hostelry.api.Users;
import hostelry.client.Asked;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of requests, and that no secret is in it. */
class OverheardTest {
    @TempDir
    Path folder;

    private static String clean(String document) {
        return Overheard.text(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void requestsAreToldUntilNobodyWantsToKnow() throws Exception {
        try (Stage stage = new Stage(folder)) {
            stage.engine.on("POST " + API + "/jobs/j1/cancel", json(200, "{\"status\":\"complete\"}"));
            try (RemoteConnection connection = stage.connect()) {
                List<Asked> heard = new CopyOnWriteArrayList<>();
                Runnable noMore = connection.overhear(heard::add);
                connection.service(Jobs.class).cancel(connection.caller(), "j1");
                assertEquals(1, heard.size());
                Asked asked = heard.getFirst();
                assertEquals("POST", asked.method());
                assertEquals(API + "/jobs/j1/cancel", asked.path());
                assertEquals(200, asked.status());
                assertEquals("admin@internal", asked.user());
                assertFalse(asked.toString().contains("token"), asked::toString);
                noMore.run();
                connection.service(Jobs.class).cancel(connection.caller(), "j1");
                assertEquals(1, heard.size());
            }
        }
    }

    @Test
    void aPasswordIsNotTold() throws Exception {
        try (Stage stage = new Stage(folder)) {
            stage.engine.on("POST " + API + "/users/u1/setpassword", json(200, "{\"status\":\"complete\",\"job\":{\"id\":\"j1\"}}"));
            try (RemoteConnection connection = stage.connect()) {
                List<Asked> heard = new CopyOnWriteArrayList<>();
                connection.overhear(heard::add);
                connection.service(Users.class).setPassword(connection.caller(), "u1", "hush \"quoted\" hush".toCharArray());
                assertTrue(heard.getFirst().document().contains("\"password\""), heard::toString);
                assertFalse(heard.toString().contains("hush"), heard::toString);
            }
        }
    }

    @Test
    void secretsOfAllKindsAreLeftOut() {
        assertEquals("{\"old_password\":\"…\",\"name\":\"web1\"}", clean("{\"old_password\":\"a\",\"name\":\"web1\"}"));
        assertEquals("{\"ticket\":{\"value\":\"…\"}}", clean("{\"ticket\":{\"value\":\"abc\"}}"));
        assertEquals("{\"root_password\" : \"…\"}", clean("{\"root_password\" : \"a\\\"b\"}"));
        assertEquals("{\"custom_script\":\"…\"}", clean("{\"custom_script\":\"passwd: x\"}"));
        assertEquals("", Overheard.text(null));
    }

    @Test
    void aLongDocumentIsCutAfterItsSecretsAreOut() {
        String text = clean("{\"password\":\"" + "x".repeat(5_000) + "\",\"name\":\"" + "n".repeat(5_000) + "\"}");
        assertFalse(text.contains("x"));
        assertEquals(4_001, text.length());
    }
}
