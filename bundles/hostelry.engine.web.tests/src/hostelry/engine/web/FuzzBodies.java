package hostelry.engine.web;

import hostelry.wire.FieldInfo;
import hostelry.wire.Wire;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Documents that somebody might send: nearly right ones, wrong ones and evil ones. */
final class FuzzBodies {
    private static final List<String> VALUES = List.of("", "0", "-1", "1", "true", "9223372036854775807", "9223372036854775808", "1e400",
            "NaN", "0x10",
            "x", "up", "spice", "cow", "2026-01-31T12:00:00Z", "\u0661", "\u0000", "]]>", "&amp;", "&#0;", "&#xD800;", "&x;", "<!--",
            "${jndi:x}",
            "'\"><", "\ud83d\ude00", "\u202e", "../../etc/passwd", "h1", "c1", "Default", "a".repeat(5_000), "1".repeat(400), " ", "\n");
    private static final List<String> JSON_VALUES = List.of("null", "true", "0", "-0", "1e999", "1E-400", "123456789012345678901234567890",
            "[]", "{}",
            "[[]]", "\"\\ud800\"", "\"\\u0000\"", "\"", "nul", "[1,\"x\",null]", "{\"id\":null}", "{\"name\":{}}", "+1", "0x1", "NaN",
            "'x'",
            "1".repeat(2_000), "/**/1");
    private static final List<String> EVIL = List.of(
            "<!DOCTYPE vm [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><vm><name>&x;</name></vm>",
            "<!DOCTYPE vm SYSTEM \"http://127.0.0.1:1/x.dtd\"><vm/>",
            "<!DOCTYPE vm [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]><vm/>",
            "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><vm><name>&c;</name></vm>",
            "<vm xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></vm>",
            "<vm " + "a".repeat(60_000) + "=\"1\"/>", "<vm a=\"1\" a=\"2\"/>", "<?xml version=\"9.9\"?><vm/>",
            "<?xml version=\"1.0\" encoding=\"x\"?><vm/>",
            "<vm>".repeat(10_000), "<vm>" + "<name>x</name>".repeat(30_000) + "</vm>", "{\"a\":".repeat(10_000), "[".repeat(100_000),
            "{\"name\":[".repeat(5_000),
            "{" + "\"name\":\"x\",".repeat(30_000) + "}", "", " ", "\u0000", "\ufeff<vm/>", "<vm/><vm/>", "{}{}", "<", "{", "%PDF-1.4",
            "name=x&memory=1");

    private final Random random;
    private final Wire wire;

    FuzzBodies(Random random, Wire wire) {
        this.random = random;
        this.wire = wire;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    byte[] next(boolean json) {
        if (random.nextInt(5) == 0) {
            return encoded(any(EVIL));
        }
        String text = json ? json(2) : xml();
        return random.nextInt(3) == 0 ? mutated(encoded(text)) : encoded(text);
    }

    private byte[] encoded(String text) {
        List<Charset> charsets = List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);
        return text.getBytes(random.nextInt(20) == 0 ? any(charsets) : StandardCharsets.UTF_8);
    }

    private byte[] mutated(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed = Arrays.copyOf(changed, at);
                case 2 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                default -> System.arraycopy(changed, 0, changed, at, Math.min(at, changed.length - at));
            }
        }
        return changed;
    }

    private String noun() {
        return any(wire.nouns().stream().sorted().toList());
    }

    private String xml() {
        String noun = noun();
        String element = random.nextInt(4) == 0 ? "action" : wire.element(noun);
        StringBuilder text = new StringBuilder("<" + element + (random.nextInt(5) == 0 ? " id=\"" + any(VALUES) + "\"" : "") + ">");
        for (FieldInfo field : some(noun)) {
            field.path().forEach(step -> text.append('<').append(step).append('>'));
            String value = any(VALUES);
            text.append(field.ref() == null || random.nextBoolean() ? value : "<name>" + value + "</name>");
            field.path().reversed().forEach(step -> text.append("</").append(step).append('>'));
        }
        if (element.equals("action")) {
            text.append("<async>").append(any(VALUES)).append("</async>");
        }
        return text.append("</").append(element).append('>').toString();
    }

    private List<FieldInfo> some(String noun) {
        List<FieldInfo> fields = new ArrayList<>(wire.fields(noun));
        java.util.Collections.shuffle(fields, random);
        return fields.subList(0, Math.min(fields.size(), random.nextInt(6)));
    }

    private String json(int depth) {
        StringBuilder text = new StringBuilder("{");
        for (FieldInfo field : some(noun())) {
            text.append(text.length() > 1 ? "," : "").append('"').append(any(field.path())).append("\":");
            if (random.nextInt(3) == 0 && depth > 0) {
                text.append(random.nextBoolean() ? json(depth - 1) : "[" + json(depth - 1) + "]");
            } else if (random.nextBoolean()) {
                text.append(any(JSON_VALUES));
            } else {
                text.append('"').append(any(VALUES).replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        }
        return text.append('}').toString();
    }
}
