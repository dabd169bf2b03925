package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.model.HostelryFactory;
import hostelry.model.User;
import hostelry.model.Vm;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users, groups, roles and permissions over the wire, and who comes in without asking for the user level. */
class PeopleTest {
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static String made(String path, String body) {
        HttpResponse<String> answer = web.post(path, body);
        assertEquals(201, answer.statusCode(), answer.body());
        return Web.between(answer.body(), " id=\"", "\"");
    }

    @Test
    void aUserComesWithAPasswordOfWhichNothingIsTold() {
        HttpResponse<String> answer = web.post("/users",
                "<user><user_name>carol@internal</user_name><domain><name>internal-authz</name></domain>"
                        + "<password>a long secret</password></user>");
        assertEquals(201, answer.statusCode(), answer.body());
        String path = "/users/" + Web.between(answer.body(), " id=\"", "\"");
        assertTrue(answer.body().contains("<principal>carol</principal>"), answer.body());
        User carol = web.engine.get(web.engine.access.admin, User.class, "user-carol@internal");
        assertEquals("a long secret", carol.getEmail(), "the fake writes it there");
        carol.setEmail(null);
        assertFalse(web.get(path).body().contains("secret"));
        assertTrue(web.get(path).body().contains("rel=\"permissions\""));

        assertEquals(200, web.post(path + "/setpassword", "<action><password>another one</password></action>").statusCode());
        assertEquals(400, web.post(path + "/setpassword", "<action/>").statusCode());
        assertEquals(400,
                web.post(path + "/changepassword", "<action><old_password>x</old_password><password>y</password></action>").statusCode(),
                "not the own");
        assertEquals(403,
                web.post("/users/u1/changepassword", "<action><old_password>x</old_password><password>y</password></action>").statusCode());
        assertEquals(200, web.post(path + "/unlock", "<action/>").statusCode());
        assertEquals(200, web.delete(path).statusCode());
    }

    @Test
    void aPermissionNamesItsRoleWhoAndOnWhat() {
        web.engine.put(HostelryFactory.eINSTANCE.createVm(), "pv1", "web1");
        String role = made("/roles",
                "<role><name>starter</name><permits><permit id=\"22\"/><permit><name>create_vm</name></permit></permits></role>");
        String permits = web.get("/roles/" + role + "/permits").body();
        assertTrue(permits.contains("<name>run_vm</name>") && permits.contains("/roles/" + role + "/permits/22"), permits);
        assertEquals(200, web.delete("/roles/" + role + "/permits/22").statusCode());
        assertEquals(404, web.get("/roles/" + role + "/permits/22").statusCode());
        assertEquals(201, web.post("/roles/" + role + "/permits", "<permit id=\"22\"/>").statusCode());
        assertEquals(400, web.post("/roles/" + role + "/permits", "<permit id=\"4711\"/>").statusCode());

        String permission = made("/vms/pv1/permissions", "<permission><role><name>starter</name></role><user id=\"u1\"/></permission>");
        for (String place : new String[]{"/vms/pv1/permissions", "/users/u1/permissions"}) {
            String list = web.get(place).body();
            assertTrue(list.contains("<permission") && list.contains("<vm href=\"/ovirt-engine/api/vms/pv1\" id=\"pv1\"/>"), list);
            assertEquals(200, web.get(place + "/" + permission).statusCode());
        }
        assertTrue(web.get("/users/u1/roles").body().contains("starter"));
        assertFalse(web.get("/permissions").body().contains(permission), "these are the system's");
        assertEquals(404, web.get("/hosts/h1/permissions/" + permission).statusCode());
        assertTrue(web.get("/permissions/granted?noun=Vm&object=pv1", Web.JSON).body().contains("\"where\":\"here\""));
        assertTrue(web.get("/vms/pv1?follow=permissions").body().contains("<permission "));
        assertEquals(200, web.delete("/vms/pv1/permissions/" + permission).statusCode());
        assertEquals(404, web.get("/permissions/" + permission).statusCode());
        String domain = made("/users/u1/permissions",
                "<permission><role id=\"" + role + "\"/><storage_domain id=\"sd-data\"/></permission>");
        assertTrue(web.get("/storagedomains/sd-data/permissions").body().contains(domain));
        String system = made("/permissions", "<permission><role id=\"" + role + "\"/><user id=\"u1\"/></permission>");
        assertTrue(web.get("/permissions").body().contains(system));
    }

    @Test
    void groupsHaveMembers() {
        String group = made("/groups", "<group><name>operators</name></group>");
        made("/groups/" + group + "/users", "<user id=\"u1\"/>");
        assertTrue(web.get("/groups/" + group + "/users").body().contains("id=\"u1\""));
        assertTrue(web.get("/users/u1/groups").body().contains("operators"));
        assertEquals(200, web.delete("/groups/" + group + "/users/u1").statusCode());
        assertFalse(web.get("/users/u1/groups").body().contains("operators"));
        assertEquals(200, web.delete("/groups/" + group).statusCode());
    }

    @Test
    void domainsAreRealms() {
        String domains = web.get("/domains").body();
        assertTrue(domains.contains("id=\"696E7465726E616C2D617574687A\"") && domains.contains("<name>internal-authz</name>"), domains);
        assertTrue(web.get("/domains/" + DomainsResource.ID + "/users").body().contains("admin@internal"));
        assertEquals(404, web.get("/domains/x/users").statusCode());
    }

    @Test
    void whoIsNoAdministratorMustAskForTheUserLevel() {
        Vm vm = web.engine.put(HostelryFactory.eINSTANCE.createVm(), "pv2", "web2");
        String token = web.engine.access.open(new Caller("u7", "dave@internal", "none"));
        String bearer = "Bearer " + token;
        HttpResponse<String> refused = web.send(web.request("/vms").setHeader("Authorization", bearer));
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("<fault>") && refused.body().contains("no administrator"), refused.body());
        assertEquals(200,
                web.send(web.request("/vms/" + vm.getId()).setHeader("Authorization", bearer).header("Filter", "true")).statusCode());
        assertEquals(200, web.send(web.request("/vms?filter=true").setHeader("Authorization", bearer)).statusCode());
        assertEquals(200, web.send(web.request("").setHeader("Authorization", bearer)).statusCode(), "the root is told to everybody");
        assertEquals(403, web.send(web.request("/v4/vms").setHeader("Authorization", bearer)).statusCode());
    }
}
