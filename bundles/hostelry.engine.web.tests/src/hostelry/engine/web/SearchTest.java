package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Search.Query;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Searches, tags and bookmarks at the door: what is handed on, and what comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private Web web;

    @BeforeAll
    void open() {
        web = new Web();
        for (String name : new String[]{"find-a", "find-b", "other"}) {
            Vm vm = HostelryFactory.eINSTANCE.createVm();
            web.engine.put(vm, "v-" + name, name);
        }
    }

    @AfterAll
    void close() {
        web.close();
    }

    private Query asked() {
        return web.engine.search.asked.getLast();
    }

    private static int machines(HttpResponse<String> answer) {
        return answer.body().split("<vm ").length - 1;
    }

    @Test
    void aListIsSearchedAndCut() {
        assertEquals(2, machines(web.get("/vms?search=find")));
        assertEquals(new Query("Vm", "find", true, 0), asked());
        assertEquals(1, machines(web.get("/vms?search=find&max=1&case_sensitive=false")));
        assertEquals(new Query("Vm", "find", false, 1), asked());
        web.get("/vms?search=find%20sortby%20name&max=2&page=3");
        assertEquals(new Query("Vm", "find sortby name page 3", true, 2), asked());
        assertEquals(2, machines(web.get("/vms?max=2")));
        assertEquals(0, machines(web.get("/vms?max=0&search=find")));
        assertTrue(web.get("/vms?search=x-y-z").body().contains("<vms/>"));
        assertEquals(1, web.get("/datacenters/dc1/storagedomains?max=1").body().split("<storage_domain ").length - 1, "below a noun, too");
    }

    @Test
    void withoutAWishThereIsNoSearch() {
        int before = web.engine.search.asked.size();
        assertEquals(3, machines(web.get("/vms")));
        assertEquals(3, machines(web.get("/vms?search=&max=-1&nonsense=1")));
        assertEquals(200, web.get("/imagetransfers?max=1").statusCode());
        assertEquals(before, web.engine.search.asked.size());
        assertEquals(400, web.get("/vms?max=many").statusCode());
    }

    @Test
    void aMistakeIsTheCallersFaultAndHasAPlace() {
        HttpResponse<String> refused = web.get("/vms?search=abc!");

        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("<fault>") && refused.body().contains("At character 4: No shouting."), refused.body());
        assertEquals(400, web.get("/vms?search=abc!&max=0").statusCode());
    }

    @Test
    void theRootSaysWhatCanBeSearched() {
        String root = web.get("").body();

        assertTrue(root.contains("href=\"/ovirt-engine/api/events?search={query}\" rel=\"events/search\""), root);
        assertTrue(!root.contains("rel=\"networks/search\""), "only what the search knows");
        assertTrue(root.contains("rel=\"tags\"") && root.contains("rel=\"bookmarks\""), root);
        assertEquals(200, web.get("/tags/" + TagsResource.ROOT).statusCode(), "the root names it");
    }

    @Test
    void helpForThoseWhoType() {
        assertEquals("{\"from\":\"1\",\"to\":\"2\",\"text\":\"No shouting.\"}",
                web.get("/search/mistake?query=%20!", Web.JSON).body().replaceAll("\\s", "").replace("Noshouting", "No shouting"));
        assertTrue(!web.get("/search/mistake?query=fine", Web.JSON).body().contains("text"));
        String proposals = web.get("/search/complete?text=Vms%3A%20&caret=5", Web.JSON).body();
        assertEquals(new Query(null, "Vms: ", false, 0), asked(), "the space at the end counts");
        assertTrue(proposals.contains("\"status\"") && proposals.contains("\"FIELD\"") && proposals.contains("\"5\""), proposals);
        assertTrue(web.get("/search/nouns", Web.JSON).body().contains("\"down\""));
        assertEquals(400, web.get("/search/complete?caret=1").statusCode());
    }

    @Test
    void theSearchOverAllNounsIsALineANoun() {
        HttpResponse<String> found = web.get("/search?query=find", "application/x-ndjson");
        String[] lines = found.body().split("\n");

        assertEquals(3, lines.length, found.body());
        assertTrue(lines[0].contains("\"total\":\"7\"") && lines[0].contains("\"noun\":\"Vm\""), lines[0]);
        assertTrue(lines[1].contains("find-a") && lines[2].contains("find-b"), found.body());
    }

    @Test
    void tagsComeAndGo() {
        HttpResponse<String> added = web.post("/tags", "<tag><name>shop</name></tag>");
        assertEquals(201, added.statusCode(), added.body());
        String id = Web.between(added.body(), "id=\"", "\"");
        HttpResponse<String> put = web.post("/vms/v-other/tags", "<tag><name>shop</name></tag>");
        assertEquals(201, put.statusCode(), put.body());
        assertTrue(put.body().contains("id=\"" + id + "\""), put.body());
        assertTrue(web.get("/vms/v-other/tags").body().contains("<name>shop</name>"));
        assertTrue(web.get("/vms/v-other").body().contains("rel=\"tags\""));
        assertTrue(web.get("/vms/v-other?follow=tags").body().contains("<name>shop</name>"));
        assertEquals(200, web.get("/vms/v-other/tags/" + id).statusCode());
        assertEquals(404, web.get("/vms/v-find-a/tags/" + id).statusCode());
        assertEquals(404, web.post("/vms/v-other/tags", "<tag><name>none</name></tag>").statusCode());
        assertEquals(400, web.post("/vms/v-other/tags", "<tag/>").statusCode());
        assertEquals(200, web.delete("/vms/v-other/tags/" + id).statusCode());
        assertEquals(404, web.get("/vms/v-other/tags/" + id).statusCode());
        assertEquals(200, web.get("/templates/" + FakeEngine.BLANK + "/tags").statusCode());
        assertEquals(200, web.get("/users/u1/tags").statusCode());
        assertTrue(web.put("/tags/" + id, "<tag><description>of the front</description></tag>").body().contains("of the front"));
        assertEquals(200, web.delete("/tags/" + id).statusCode());
    }

    @Test
    void bookmarks() {
        HttpResponse<String> added = web.post("/bookmarks", "<bookmark><name>up</name><value>Vms: status = up</value></bookmark>");
        assertEquals(201, added.statusCode(), added.body());
        String id = Web.between(added.body(), "id=\"", "\"");
        assertTrue(web.get("/bookmarks").body().contains("<value>Vms: status = up</value>"));
        assertTrue(web.put("/bookmarks/" + id, "<bookmark><value>Vms:</value></bookmark>").body().contains("<value>Vms:</value>"));
        assertEquals(200, web.delete("/bookmarks/" + id).statusCode());
        assertEquals(404, web.get("/bookmarks/" + id).statusCode());
    }
}
