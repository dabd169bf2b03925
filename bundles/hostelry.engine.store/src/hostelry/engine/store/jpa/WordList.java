package hostelry.engine.store.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A list of texts in one column: with commas between them, and a backslash before a comma or backslash of their own. */
final class WordList {
    private WordList() {}

    static String join(List<String> words) {
        return words.stream().map(word -> word.replace("\\", "\\\\").replace(",", "\\,")).collect(Collectors.joining(","));
    }

    static List<String> split(String cell) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                word.append(cell.charAt(++i));
            } else if (c == ',') {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }
}
