package hostelry.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Catalogue;
import hostelry.api.Permissions;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may what, in the whole engine: every verb's permit, and a user who was given one machine. */
class WhoMayTest {
    private static final String USER_ROLE = "00000000-0000-0000-0001-000000000001";
    private static final String CAROL = "carol@internal";
    private static final String SECRET = "four words with spaces";
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
    void everyVerbAsksForAPermitThatARoleCanHave() throws Exception {
        Set<String> permits = Desk.service(Permissions.class).permits().stream().flatMap(group -> group.permits().stream())
                .map(Permissions.Permit::name).collect(Collectors.toSet());
        assertTrue(Desk.service(Catalogue.class).verbs().size() > 50, "the slices have brought their verbs");
        for (Catalogue.VerbInfo verb : Desk.service(Catalogue.class).verbs()) {
            assertTrue(permits.contains(verb.permit()), verb.name() + " asks for " + verb.permit());
        }
    }

    @Test
    void aUserWithOneMachineSeesAndDoesNoMore() throws Exception {
        String mine = machine("mine");
        String other = machine("other");
        HttpResponse<String> added = desk.post("/users",
                "<user><user_name>" + CAROL + "</user_name><domain><name>internal-authz</name></domain>"
                        + "<password>" + SECRET + "</password></user>");
        assertEquals(201, added.statusCode(), added.body());
        String user = Desk.id("user", added.body());
        assertEquals("0", Long.toString(Desk.count("vm", as("GET", "/vms", "").body())), "nothing was given");

        HttpResponse<String> given = desk.post("/vms/" + mine + "/permissions",
                "<permission><role id=\"" + USER_ROLE + "\"/><user id=\"" + user + "\"/></permission>");
        assertEquals(201, given.statusCode(), given.body());
        String list = as("GET", "/vms", "").body();
        assertTrue(list.contains(mine) && !list.contains(other), list);
        assertEquals(404, as("GET", "/vms/" + other, "").statusCode());
        assertEquals(404, as("POST", "/vms/" + other + "/start", "<action/>").statusCode());
        assertEquals(403, as("DELETE", "/vms/" + mine, "").statusCode());
        assertEquals(0, Desk.count("host", as("GET", "/hosts", "").body()));
        String host = "/hosts/" + Desk.id("host", desk.await("/hosts", all -> all.contains("<host ")));
        for (String part : List.of("", "/hardware", "/devices", "/numanodes", "/load", "/hooks", "/nics", "/networkattachments",
                "/statistics")) {
            assertEquals(200, desk.get(host + part).statusCode(), part);
            assertEquals(404, as("GET", host + part, "").statusCode(), "what a host that may not be seen tells of " + part);
        }
        assertEquals(200, as("GET", "/vms/" + mine + "/load", "").statusCode());
        assertEquals(404, as("GET", "/vms/" + other + "/load", "").statusCode());
        assertTrue(desk.get("/events").body().contains(CAROL + " tried without permission (DELETE_VM)"), "it is an event");

        assertEquals(200, desk.delete("/permissions/" + Desk.id("permission", given.body())).statusCode());
        assertEquals(404, as("GET", "/vms/" + mine, "").statusCode());
        assertEquals(200, desk.delete("/users/" + user).statusCode());
        assertEquals(401, as("GET", "/vms", "").statusCode(), "who is removed is out");
        assertEquals(200, desk.delete("/vms/" + mine).statusCode());
        assertEquals(200, desk.delete("/vms/" + other).statusCode());
    }

    private static String machine(String name) throws Exception {
        HttpResponse<String> made = desk.post("/vms",
                "<vm><name>" + name + "</name><memory>268435456</memory><cluster><name>Default</name></cluster>"
                        + "<template><name>Blank</name></template></vm>");
        assertEquals(201, made.statusCode(), made.body());
        return Desk.id("vm", made.body());
    }

    private static HttpResponse<String> as(String method, String path, String body) throws Exception {
        return desk.as(CAROL, SECRET, method, path, body);
    }
}
