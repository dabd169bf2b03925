package hostelry.engine.store.jpa;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A map of texts as one text, in the way of a URL's query. */
final class Words {
    private Words() {}

    static String write(Map<String, String> words) {
        return new TreeMap<>(words).entrySet().stream().map(word -> encode(word.getKey()) + "=" + encode(word.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> read(String text) {
        Map<String, String> words = new HashMap<>();
        if (!text.isEmpty()) {
            for (String word : text.split("&")) {
                int middle = word.indexOf('=');
                words.put(decode(word.substring(0, middle)), decode(word.substring(middle + 1)));
            }
        }
        return words;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
