package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the caller has already is not told again. */
class FreshTest {
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static String tag(String path) {
        HttpResponse<String> answer = web.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.headers().firstValue("ETag").orElse("none for " + path);
    }

    private static HttpResponse<String> unless(String path, String tags) {
        return web.send(web.request(path).header("If-None-Match", tags));
    }

    @Test
    void listsAndItemsAreToldOnceUntilTheirNounChanges() {
        for (String path : new String[]{"/clusters", "/clusters/c1", "/vms", "/datacenters/dc1/clusters", "/clusters?follow=data_center"}) {
            String tag = tag(path);
            assertTrue(tag.startsWith("W/\""), tag);
            HttpResponse<String> again = unless(path, "\"other\", " + tag);
            assertEquals(304, again.statusCode(), path);
            assertEquals("", again.body());
            assertEquals(tag, again.headers().firstValue("ETag").orElse(""));
            assertEquals(304, unless(path, "*").statusCode());
            assertEquals(200, unless(path, "\"other\"").statusCode());
        }
        String clusters = tag("/clusters");
        String vms = tag("/vms");
        web.put("/clusters/c1", "<cluster><description>" + System.nanoTime() + "</description></cluster>");
        assertEquals(200, unless("/clusters", clusters).statusCode());
        assertEquals(304, unless("/vms", vms).statusCode(), "another noun");
    }

    @Test
    void eachLookHasATagOfItsOwn() {
        String xml = tag("/vms");
        assertNotEquals(xml, web.get("/vms", Web.JSON).headers().firstValue("ETag").orElse(""));
        assertNotEquals(xml, tag("/vms?all_content=true"));
        assertNotEquals(xml, web.send(web.request("/vms").header("All-Content", "true")).headers().firstValue("ETag").orElse(""));
        assertTrue(web.get("/vms?search=name%3Dx").headers().firstValue("ETag").isEmpty(), "a search may speak of times");
    }

    @Test
    void whatIsGoneIsNotFoundWhateverTheCallerHas() {
        String id = Web.between(web.post("/vms", "<vm><name>going</name></vm>").body(), " id=\"", "\"");
        web.delete("/vms/" + id);
        assertEquals(404, unless("/vms/" + id, "*").statusCode());
        assertEquals(401, web.send(web.stranger("/vms").header("If-None-Match", "*")).statusCode());
    }
}
