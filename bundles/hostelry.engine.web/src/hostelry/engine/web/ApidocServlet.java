package hostelry.engine.web;

import hostelry.api.Catalogue.VerbInfo;
import hostelry.engine.web.Operations.Operation;
import hostelry.wire.FieldInfo;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The description of the API as a page for people: plain HTML, without a script and without anything from elsewhere. It holds no word of any estate: no login is asked for. */
final class ApidocServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/ovirt-engine/apidoc";
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8884;--dim:#888}
            body{font:15px/1.5 system-ui,sans-serif;margin:0;display:grid;grid-template-columns:15rem 1fr}
            nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;box-sizing:border-box;border-right:1px solid var(--line)}
            nav a{display:block;text-decoration:none;padding:.1rem 0}main{padding:1rem 2rem;max-width:70rem;min-width:0}
            h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
            td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line)}
            code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}.dim{color:var(--dim)}b.m{display:inline-block;width:4.5rem}
            @media(max-width:50rem){body{display:block}nav{position:static;height:auto}}
            """;

    private final transient Description description;

    ApidocServlet(Description description) {
        this.description = description;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        PrintWriter page = response.getWriter();
        TreeMap<String, List<Operation>> groups = description.operations().all().stream()
                .collect(Collectors.groupingBy(Operation::group, TreeMap::new, Collectors.toList()));
        List<String> nouns = description.wire().nouns().stream().sorted().toList();
        page.print("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Hostelry: the API</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE + "</style></head>\n<body><nav><b>Paths</b>");
        groups.keySet().forEach(group -> page.print("<a href=\"#p-" + group + "\">/" + group + "</a>"));
        page.print("<p><b>Nouns</b>");
        nouns.forEach(noun -> page.print("<a href=\"#" + noun + "\">" + noun + "</a>"));
        page.print("</nav>\n<main><h1>The API</h1><p>oVirt's v4 REST API below <code>" + Paths.API
                + "</code>, in XML and JSON, and what Hostelry adds to it. The same for programs: <a href=\"" + Paths.API
                + "/openapi.json\">openapi.json</a>, with a login.</p>\n");
        groups.forEach((group, operations) -> group(page, group, operations));
        nouns.forEach(noun -> noun(page, noun));
        page.print("</main></body></html>\n");
    }

    private void group(PrintWriter page, String group, List<Operation> operations) {
        page.print("<h2 id=\"p-" + group + "\">/" + group + "</h2><table>\n");
        for (Operation operation : operations) {
            page.print("<tr><td><b class=\"m\">" + operation.method() + "</b> <code>" + escaped(operation.path()) + "</code><td>"
                    + escaped(description.summary(operation)) + "<td>"
                    + (operation.noun() == null ? "" : "<a href=\"#" + operation.noun() + "\">" + operation.noun() + "</a>")
                    + "<td class=\"dim\">" + description.verb(operation).map(VerbInfo::permit).map(ApidocServlet::escaped).orElse("")
                    + "\n");
        }
        page.print("</table>\n");
    }

    private void noun(PrintWriter page, String noun) {
        page.print("<h2 id=\"" + noun + "\">" + noun + " <code class=\"dim\">&lt;" + description.wire().element(noun)
                + "&gt;</code></h2><table>\n");
        for (FieldInfo field : description.wire().fields(noun)) {
            page.print("<tr><td><code>" + String.join("/", field.path()) + "</code><td>"
                    + (field.ref() == null
                            ? field.type().name().toLowerCase(Locale.ROOT)
                            : "<a href=\"#" + field.ref() + "\">" + field.ref() + "</a>")
                    + (field.list() ? ", several" : "") + "<td>" + escaped(String.join(", ", field.words())) + "<td class=\"dim\">"
                    + marks(field)
                    + "\n");
        }
        page.print("</table>\n");
    }

    private static String marks(FieldInfo field) {
        List<String> marks = new ArrayList<>();
        if (field.unit() != null) {
            marks.add(escaped(field.unit()));
        }
        if (field.readOnly()) {
            marks.add("read only");
        }
        if (field.extra()) {
            marks.add("with All-Content");
        }
        return String.join(", ", marks);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
