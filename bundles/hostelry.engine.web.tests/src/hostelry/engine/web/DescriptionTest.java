package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.wire.FieldInfo;
import hostelry.wire.Format;
import hostelry.wire.Tree;
import hostelry.wire.Wire;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API describes itself, whole. */
class DescriptionTest {
    private static final Wire WIRE = new Wire();
    private static Web web;
    private static String text;

    @BeforeAll
    static void open() {
        web = new Web();
        HttpResponse<String> answer = web.get("/openapi.json", Web.JSON);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElse(""));
        text = answer.body();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static Tree document() throws IOException {
        return Format.JSON.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 16 << 20);
    }

    private static List<Tree> schema(Tree document, String noun) {
        return document.all("components", "schemas", noun, "properties");
    }

    @Test
    void everyResourceIsInIt() throws IOException {
        List<String> paths = Pattern.compile("\n    \"(/[^\"]*)\" : \\{").matcher(text).results().map(match -> bare(match.group(1)))
                .toList();
        assertEquals(paths.size(), paths.stream().distinct().count(), "one address for each place");
        int seen = 0;
        for (Object resource : web.resources()) {
            String root = resource.getClass().getAnnotation(Path.class).value();
            for (Method method : resource.getClass().getMethods()) {
                boolean answers = Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
                if (!answers) {
                    continue;
                }
                seen++;
                Path own = method.getAnnotation(Path.class);
                String path = ("/" + root + "/" + (own == null ? "" : own.value())).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
                if (path.endsWith("/{part}")) {
                    String parent = path.substring(0, path.length() - "{part}".length());
                    assertTrue(paths.stream().anyMatch(known -> known.startsWith(bare(parent)) && known.length() > bare(parent).length()),
                            "a list below " + parent);
                } else {
                    assertTrue(paths.contains(bare(path)), path);
                }
            }
        }
        assertTrue(seen > 50, seen + " operations");
    }

    /** Whatever the ids in it are called. */
    private static String bare(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    @Test
    void theRootLeadsToEveryCollection() {
        String root = web.get("").body();
        for (Operations.Operation operation : new Operations(web.resources(), WIRE, new Paths(WIRE)).all()) {
            if (operation.kind() == Operations.Kind.LIST && operation.path().lastIndexOf('/') == 0) {
                assertTrue(root.contains("href=\"" + Paths.API + operation.path() + "\""), operation.path());
            }
        }
    }

    @Test
    void everyNounTellsAllItsFields() throws IOException {
        Tree document = document();
        for (String noun : WIRE.nouns()) {
            assertFalse(schema(document, noun).isEmpty(), noun);
            for (FieldInfo field : WIRE.fields(noun)) {
                List<Tree> place = schema(document, noun);
                for (String step : field.path()) {
                    place = place.stream().flatMap(tree -> tree.all(step).stream()
                            .flatMap(found -> java.util.stream.Stream.concat(found.all("properties").stream(),
                                    java.util.stream.Stream.of(found))))
                            .toList();
                    assertFalse(place.isEmpty(), noun + " " + field.path());
                }
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        Tree document = document();
        List<String> references = Pattern.compile("\"\\$ref\" : \"#/([^\"]*)\"").matcher(text).results().map(match -> match.group(1))
                .distinct().toList();
        assertTrue(references.size() > 20, references.toString());
        for (String reference : references) {
            assertTrue(document.child(reference.split("/")).isPresent(), reference);
        }
        List<String> ids = Pattern.compile("\"operationId\" : \"([^\"]*)\"").matcher(text).results().map(match -> match.group(1)).toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), "each operation has a name of its own");
    }

    @Test
    void verbsComeFromTheCatalogue() throws IOException {
        Tree start = document().child("paths", "/vms/{id}/start", "post").orElseThrow();
        assertEquals("StartVm", start.value("x-hostelry-verb").orElse(""));
        assertEquals("RUN_VM", start.value("x-hostelry-permit").orElse(""));
        assertEquals("Start: vm", start.value("summary").orElse(""));
        assertEquals("3.1.0", document().value("openapi").orElse(""));
        assertEquals(401, web.send(web.stranger("/openapi.json")).statusCode(), "as all of the API");
    }

    @Test
    void peopleHaveAPage() {
        HttpResponse<String> page = web.send(web.stranger(ApidocServlet.PATH));
        assertEquals(200, page.statusCode());
        assertEquals("text/html;charset=utf-8", page.headers().firstValue("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT));
        assertTrue(page.body().contains("<code>/vms/{id}/start</code>") && page.body().contains("RUN_VM"), page.body());
        assertFalse(page.body().contains("<script") || page.body().contains("src=") || page.body().contains("//cdn"),
                "nothing from elsewhere");
        for (String noun : WIRE.nouns()) {
            assertTrue(page.body().contains("id=\"" + noun + "\""), noun);
        }
        for (String anchor : Pattern.compile("href=\"#([^\"]*)\"").matcher(page.body()).results().map(match -> match.group(1)).distinct()
                .toList()) {
            assertTrue(page.body().contains("id=\"" + anchor + "\""), anchor);
        }
    }
}
