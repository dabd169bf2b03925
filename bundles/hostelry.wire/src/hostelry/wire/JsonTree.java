package hostelry.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a small JSON document: an object; null is the same as not there, numbers and booleans the same as their text. */
final class JsonTree {
    private final JsonParser parser;
    private int nodes;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    static Tree read(JsonFactory factory, InputStream bytes, long maxLength) throws IOException {
        byte[] all = bytes.readNBytes((int) Math.min(maxLength + 1, Integer.MAX_VALUE - 8));
        if (all.length > maxLength) {
            throw new WireProblem("The document is longer than " + maxLength + " bytes.", null, 0, 0);
        }
        try (JsonParser parser = factory.createParser(all)) {
            return new JsonTree(parser).document();
        } catch (JacksonException e) {
            JsonLocation location = e.getLocation();
            throw new WireProblem("The JSON can't be read: " + sentence(e.getOriginalMessage()), null,
                    location == null ? 0 : location.getLineNr(),
                    location == null ? 0 : location.getColumnNr());
        } catch (CharConversionException e) {
            throw new WireProblem("The JSON can't be read: it is not in UTF-8.", e);
        }
    }

    private static String sentence(String message) {
        // the place is told behind, and not in Jackson's words
        String line = message.lines().findFirst().orElse("").replaceAll("\\s*\\((start marker|for \\w+ starting) at .*", "").strip();
        return line.endsWith(".") ? line : line + ".";
    }

    private Tree document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw problem(first == null ? "The JSON can't be read: it is empty." : "The JSON must be an object.");
        }
        Tree root = node("");
        object(root, 0);
        if (parser.nextToken() != null) {
            throw problem("The JSON goes on after its end.");
        }
        return root;
    }

    private void object(Tree into, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            value(into, name, depth + 1);
        }
    }

    private void value(Tree into, String name, int depth) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Tree tree = node(name);
                Limits.check(nodes, depth, tree);
                into.add(tree);
                object(tree, depth);
            }
            case START_ARRAY -> {
                Limits.check(nodes, depth, into);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(into, name, depth + 1);
                }
            }
            case VALUE_NULL -> {
                // not there
            }
            default -> {
                Tree tree = node(name);
                Limits.check(nodes, depth, tree);
                tree.text(parser.getText());
                into.add(tree);
            }
        }
    }

    private Tree node(String name) {
        nodes++;
        JsonLocation location = parser.currentTokenLocation();
        return new Tree(name, location.getLineNr(), location.getColumnNr());
    }

    private WireProblem problem(String sentence) {
        JsonLocation location = parser.currentTokenLocation();
        return new WireProblem(sentence, null, location.getLineNr(), location.getColumnNr());
    }
}
