package hostelry.engine.web;

import hostelry.wire.FieldInfo;
import hostelry.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nouns as JSON schemas, from the marks in the model that drive the codec too. */
final class Schemas {
    private static final String AT = "#/components/schemas/";
    /** What an answer says beside the model's features. */
    private static final Map<String, List<String>> BESIDE = Map.of("Vm",
            List.of("display/type", "display/monitors", "display/smartcard_enabled", "display/address", "display/port",
                    "display/secure_port",
                    "display/certificate/subject"),
            "ImageTransfer", List.of("transfer_url", "proxy_url"));

    private final Wire wire;

    Schemas(Wire wire) {
        this.wire = wire;
    }

    static Map<String, Object> to(String name) {
        return tree("$ref", AT + name);
    }

    /** A map that keeps its order. */
    static Map<String, Object> tree(Object... pairs) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tree.put(pairs[i].toString(), pairs[i + 1]);
        }
        return tree;
    }

    /** Of a list: {@code Vm} gives {@code VmList}. */
    static String list(String noun) {
        return noun + "List";
    }

    Map<String, Object> all() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        wire.nouns().stream().sorted().forEach(noun -> {
            schemas.put(noun, noun(noun));
            schemas.put(list(noun), tree("type", "object", "xml", tree("name", wire.element(noun) + "s"), "properties",
                    tree(wire.element(noun), tree("type", "array", "items", to(noun)))));
        });
        schemas.put("Reference", tree("type", "object", "description",
                "Where another object stands. A request may name it by id, or by name where that is unique; an answer tells it whole where it is followed.",
                "properties", tree("href", attribute("URI of the object"), "id", attribute("Its id"), "name", tree("type", "string"))));
        schemas.put("Links", tree("type", "object", "properties", tree("link", tree("type", "array", "items", to("Link")))));
        schemas.put("Link", tree("type", "object", "xml", tree("name", "link"), "properties",
                tree("href", attribute("URI"), "rel", attribute("What stands there"))));
        schemas.put("Action", tree("type", "object", "xml", tree("name", "action"), "description",
                "What an action is told, and how it stands. An action goes on by itself unless async is false.", "properties",
                tree("async", tree("type", "string", "enum", List.of("true", "false"), "writeOnly", true), "job", to("Reference"), "status",
                        tree("type", "string", "enum", List.of("complete", "pending", "failed"), "readOnly", true), "fault", to("Fault"))));
        schemas.put("Fault", tree("type", "object", "xml", tree("name", "fault"), "description",
                "Why it was refused: what kind of trouble, and all the sentences.", "properties",
                tree("detail", tree("type", "string"), "reason", tree("type", "string"))));
        return schemas;
    }

    private Map<String, Object> noun(String noun) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("href", attribute("Where it stands"));
        for (FieldInfo field : wire.fields(noun)) {
            place(properties, field.path(), leaf(field));
        }
        for (String path : BESIDE.getOrDefault(noun, List.of())) {
            place(properties, List.of(path.split("/")), tree("type", "string", "readOnly", true));
        }
        properties.put("actions", to("Links"));
        properties.put("link", tree("type", "array", "items", to("Link")));
        return tree("type", "object", "xml", tree("name", wire.element(noun)), "properties", properties);
    }

    @SuppressWarnings("unchecked") // the trees are our own
    private static void place(Map<String, Object> properties, List<String> path, Map<String, Object> leaf) {
        Map<String, Object> into = properties;
        for (String step : path.subList(0, path.size() - 1)) {
            Map<String, Object> next = (Map<String, Object>) into.computeIfAbsent(step,
                    key -> tree("type", "object", "properties", new LinkedHashMap<String, Object>()));
            into = (Map<String, Object>) next.computeIfAbsent("properties", key -> new LinkedHashMap<String, Object>());
        }
        into.putIfAbsent(path.getLast(), leaf);
    }

    private static Map<String, Object> attribute(String description) {
        return tree("type", "string", "description", description, "readOnly", true, "xml", tree("attribute", true));
    }

    private static Map<String, Object> leaf(FieldInfo field) {
        Map<String, Object> value = field.ref() == null ? plain(field) : new LinkedHashMap<>(to("Reference"));
        List<String> words = new ArrayList<>();
        if (field.ref() != null) {
            words.add("A " + field.ref() + ".");
        }
        if (field.unit() != null) {
            words.add("In " + field.unit() + ".");
        }
        if (field.type() == FieldInfo.Type.TIME) {
            words.add("Milliseconds since 1970 in JSON, ISO 8601 in XML.");
        }
        if (field.extra()) {
            words.add("Told with All-Content: true.");
        }
        if (field.readOnly()) {
            value.put("readOnly", true);
        }
        if (field.attribute()) {
            value.put("xml", tree("attribute", true));
        }
        if (!words.isEmpty()) {
            value.put("description", String.join(" ", words));
        }
        return field.list() ? tree("type", "array", "items", value) : value;
    }

    /** Plain values are strings in JSON, as oVirt has them; requests may have numbers as well. */
    private static Map<String, Object> plain(FieldInfo field) {
        return switch (field.type()) {
            case WHOLE -> tree("type", List.of("string", "integer"), "pattern", "^-?[0-9]+$");
            case DECIMAL -> tree("type", List.of("string", "number"));
            case FLAG -> tree("type", List.of("string", "boolean"), "enum", List.of("true", "false", true, false));
            case TIME -> tree("type", List.of("integer", "string"));
            case TEXT -> field.words().isEmpty() ? tree("type", "string") : tree("type", "string", "enum", field.words());
        };
    }
}
