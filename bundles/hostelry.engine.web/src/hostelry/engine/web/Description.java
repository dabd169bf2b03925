package hostelry.engine.web;

import hostelry.api.Catalogue;
import hostelry.api.Catalogue.VerbInfo;
import hostelry.engine.web.Operations.Kind;
import hostelry.engine.web.Operations.Operation;
import hostelry.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API in its own words: OpenAPI 3.1, made of what the resources answer ({@link Operations}), what the model says of its nouns ({@link Schemas}) and the catalogue
 * of verbs. Nothing of it is written by hand a second time.
 */
final class Description {
    private static final String PARAMETER = "#/components/parameters/";

    private final Operations operations;
    private final Wire wire;
    private final Catalogue catalogue;
    private final String version;

    Description(Operations operations, Wire wire, Catalogue catalogue, String version) {
        this.operations = operations;
        this.wire = wire;
        this.catalogue = catalogue;
        this.version = version;
    }

    Operations operations() {
        return operations;
    }

    Wire wire() {
        return wire;
    }

    /** The whole document. */
    Map<String, Object> openApi() {
        return tree("openapi", "3.1.0", "info",
                tree("title", "Hostelry", "version", version, "summary", "oVirt's v4 REST API, and what Hostelry adds to it"), "servers",
                List.of(tree("url", Paths.API)), "security", List.of(tree("session", List.of()), tree("basic", List.of())), "paths",
                paths(),
                "components", tree("schemas", new Schemas(wire).all(), "parameters", parameters(), "responses", responses(),
                        "securitySchemes", schemes()));
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation operation : operations.all()) {
            @SuppressWarnings("unchecked") // put there two lines below
            Map<String, Object> item = (Map<String, Object>) paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>());
            item.put(operation.method().toLowerCase(Locale.ROOT), operation(operation));
        }
        return paths;
    }

    private Map<String, Object> operation(Operation operation) {
        Map<String, Object> told = tree("operationId", operationId(operation), "summary", summary(operation));
        told.put("tags", List.of(operation.group().isEmpty() ? "api" : operation.group()));
        verb(operation).ifPresent(verb -> told.putAll(tree("x-hostelry-verb", verb.name(), "x-hostelry-permit", verb.permit())));
        List<Object> parameters = new ArrayList<>();
        operation.parameters()
                .forEach(name -> parameters.add(tree("name", name, "in", "path", "required", true, "schema", tree("type", "string"))));
        queries(operation.kind()).forEach(name -> parameters.add(tree("$ref", PARAMETER + name)));
        told.put("parameters", parameters);
        switch (operation.kind()) {
            case ADD, UPDATE -> told.put("requestBody", tree("required", true, "content", content(operation.types(), operation.noun())));
            case ACTION -> told.put("requestBody", tree("content", content(operation.types(), "Action")));
            default -> {
                // says all in its address
            }
        }
        told.put("responses", answers(operation));
        return told;
    }

    private static List<String> queries(Kind kind) {
        return switch (kind) {
            case LIST -> List.of("search", "max", "case_sensitive", "follow", "all_content", "If-None-Match", "Correlation-Id");
            case GET -> List.of("follow", "all_content", "If-None-Match", "Correlation-Id");
            case ADD, UPDATE -> List.of("dry_run", "Correlation-Id");
            case REMOVE, ACTION -> List.of("async", "dry_run", "Correlation-Id");
            case OTHER -> List.of("Correlation-Id");
        };
    }

    private Map<String, Object> answers(Operation operation) {
        String noun = operation.noun();
        Map<String, Object> answers = new LinkedHashMap<>();
        switch (operation.kind()) {
            case ADD -> answers.put("201", answer("It was added.", operation.types(), noun));
            case REMOVE -> answers.put("200", tree("description", "It is gone."));
            case ACTION -> {
                answers.put("200", answer("It is done.", operation.types(), "Action"));
                answers.put("202", answer("It goes on by itself; the job tells how.", operation.types(), "Action"));
            }
            case LIST ->
                answers.put("200", answer("Those that the caller may see.", operation.types(), noun == null ? null : Schemas.list(noun)));
            default -> answers.put("200", answer("As asked.", operation.types(), noun));
        }
        if (operation.kind() == Kind.LIST || operation.kind() == Kind.GET) {
            answers.put("304", tree("description", "Nothing has changed since the caller asked last."));
        }
        answers.put("401", tree("description", "Nobody is logged in."));
        answers.put("default", tree("$ref", "#/components/responses/Fault"));
        return answers;
    }

    private static Map<String, Object> answer(String description, List<String> types, @Nullable String schema) {
        return tree("description", description, "content", content(types, schema));
    }

    private static Map<String, Object> content(List<String> types, @Nullable String schema) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String type : types) {
            content.put(type, schema == null ? tree() : tree("schema", Schemas.to(schema)));
        }
        return content;
    }

    private static Map<String, Object> parameters() {
        return tree("search", query("search", "In the language of the search: name=web* and status=up sortby name page 2."), "max",
                query("max", "The most of the list."), "case_sensitive",
                query("case_sensitive", "Do texts have to agree in case? true unless false."),
                "follow", query("follow", "Links to be told whole in their place: disk_attachments.disk,cluster."), "all_content",
                query("all_content", "true: with what oVirt does not have. The header All-Content says the same."), "async",
                query("async", "false: answer when it is done."), "dry_run",
                query("dry_run", "true: only tell whether it would be accepted, and every reason why not."), "Correlation-Id",
                header("Correlation-Id",
                        "1 to 100 printable characters, found again in jobs, events and logs. The parameter correlation_id says the same."),
                "If-None-Match", header("If-None-Match", "ETag of an earlier answer."));
    }

    private static Map<String, Object> query(String name, String description) {
        return tree("name", name, "in", "query", "description", description, "schema", tree("type", "string"));
    }

    private static Map<String, Object> header(String name, String description) {
        return tree("name", name, "in", "header", "description", description, "schema", tree("type", "string"));
    }

    private static Map<String, Object> responses() {
        return tree("Fault",
                answer("It was refused: 400 what was sent, 403 who sent it, 404 it is not there, 409 how things stand, 503 not now.",
                        List.of("application/xml", "application/json"), "Fault"));
    }

    private static Map<String, Object> schemes() {
        return tree("basic", tree("type", "http", "scheme", "basic"), "session", tree("type", "oauth2", "flows",
                tree("password", tree("tokenUrl", TokenServlet.PATH, "scopes", tree("ovirt-app-api", "All of the API")))));
    }

    // -- in words

    Optional<VerbInfo> verb(Operation operation) {
        return operation.noun() == null
                ? Optional.empty()
                : catalogue.verbs().stream().filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(Operations.verb(operation)))
                        .findFirst();
    }

    String summary(Operation operation) {
        String noun = operation.noun() == null ? operation.action() : wire.element(operation.noun()).replace('_', ' ');
        return switch (operation.kind()) {
            case LIST -> "Every " + noun;
            case GET -> "One " + noun;
            case ADD -> "Add: " + noun;
            case UPDATE -> "Change: " + noun;
            case REMOVE -> "Remove: " + noun;
            case ACTION -> verb(operation).map(VerbInfo::label).orElse(operation.action()) + ": " + noun;
            case OTHER -> operation.path().equals("/") ? "What there is, and where" : noun;
        };
    }

    private static String operationId(Operation operation) {
        return operation.method().toLowerCase(Locale.ROOT) + operation.path().replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "_");
    }

    private static Map<String, Object> tree(Object... pairs) {
        return Schemas.tree(pairs);
    }
}
