package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.model.Entity;
import hostelry.wire.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The search, with its help for people who type. @param caller for what is the same for all */
record RemoteSearch(Http http, Nouns nouns, Supplier<Caller> caller) implements Search {

    private static String path(String place, String parameter, Query query) {
        return "/search" + place + "?" + parameter + "=" + Http.piece(query.text()) + "&case_sensitive=" + query.caseSensitive()
                + (query.noun() == null ? "" : "&noun=" + Http.piece(query.noun())) + (query.max() > 0 ? "&max=" + query.max() : "");
    }

    @Override
    public Found find(Caller caller, Query query) {
        try (Lines lines = new Lines(http.open(caller, "GET", path("", "query", query), null, Http.PATIENCE, "Accept",
                "application/x-ndjson, application/json"))) {
            Tree whole = tree(lines.next());
            String noun = whole.value("noun").orElse("");
            Class<? extends Entity> type = nouns.named(noun).orElseThrow(RemoteSearch::strange);
            List<Entity> objects = new ArrayList<>();
            for (String line = lines.next(); line != null; line = lines.next()) {
                objects.add(nouns.read(tree(line), type));
            }
            return new Found(noun, objects, number(whole, "total"), number(whole, "page"));
        } catch (IOException e) {
            throw Trouble.refusal(http.engine(), e);
        }
    }

    private static Tree tree(@Nullable String line) throws IOException {
        if (line == null) {
            throw strange();
        }
        return Http.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private static int number(Tree tree, String name) {
        try {
            return Integer.parseInt(tree.value(name).orElse(""));
        } catch (NumberFormatException e) {
            throw strange();
        }
    }

    private static Refusal strange() {
        return new Refusal(
                Problem.failed(null, "The engine's answer to a search can't be understood.",
                        "Window and engine may be of different versions."));
    }

    @Override
    public Optional<Mistake> mistake(Query query) {
        Tree answer = http.get(caller.get(), path("/mistake", "query", query));
        return answer.value("text").map(text -> new Mistake(number(answer, "from"), number(answer, "to"), text));
    }

    @Override
    public List<Proposal> complete(Caller caller, Query query, int caret) {
        return http.get(caller, path("/complete", "text", query) + "&caret=" + caret).all("proposal").stream().map(RemoteSearch::proposal)
                .toList();
    }

    private static Proposal proposal(Tree told) {
        return new Proposal(told.value("text").orElse(""), number(told, "from"), number(told, "to"),
                Kind.valueOf(told.value("kind").orElse(Kind.VALUE.name())), told.value("help").orElse(""));
    }

    @Override
    public List<Searchable> searchables() {
        return http.get(caller.get(), "/search/nouns").all("noun").stream().map(RemoteSearch::searchable).toList();
    }

    private static Searchable searchable(Tree told) {
        return new Searchable(told.value("noun").orElse(""), told.value("prefix").orElse(""),
                told.all("field").stream().map(field -> new FieldInfo(field.value("name").orElse(""), field.value("help").orElse(""),
                        field.all("value").stream().map(Tree::text).toList())).toList());
    }
}
