package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Catalogue;
import hostelry.api.Verdict;
import hostelry.wire.Tree;
import java.util.List;
import java.util.function.Supplier;

/** The catalogue of verbs. @param caller for the list, which is the same for all */
record RemoteCatalogue(Http http, Supplier<Caller> caller) implements Catalogue {
    @Override
    public List<VerbInfo> verbs() {
        return http.get(caller.get(), "/verbs").all("verb").stream().map(RemoteCatalogue::verb).toList();
    }

    private static VerbInfo verb(Tree verb) {
        return new VerbInfo(verb.value("name").orElse(""), verb.value("noun").orElse(""), verb.value("label").orElse(""),
                verb.value("permit").orElse(""),
                verb.flag("destructive").orElse(false));
    }

    @Override
    public Verdict check(Caller caller, String verb, String subject) {
        return Reasons.verdict(http.get(caller, "/verbs/" + Http.piece(verb) + "/check?subject=" + Http.piece(subject)));
    }
}
