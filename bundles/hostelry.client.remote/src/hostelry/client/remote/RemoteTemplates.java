package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Templates;
import hostelry.model.Entity;
import hostelry.model.Template;
import hostelry.wire.Decor;
import hostelry.wire.Out;
import java.io.IOException;

/** The verbs of templates. */
final class RemoteTemplates implements Templates {
    private final Requests requests;
    private final Nouns nouns;

    RemoteTemplates(Requests requests, Nouns nouns) {
        this.requests = requests;
        this.nouns = nouns;
    }

    private static String template(String id) {
        return "/templates/" + Http.piece(id);
    }

    @Override
    public Act<Template> add(Caller caller, NewTemplate request) {
        return requests.acts().submit(caller, "POST", "/templates",
                out -> nouns.wire().writePatch(out, request.template(), request.said(), new Decor() {
                    @Override
                    public void more(Out within, Entity object) throws IOException {
                        within.start("vm");
                        within.attribute("id", request.vm());
                        within.end();
                    }
                }), Template.class);
    }

    @Override
    public Act<Template> update(Caller caller, String template, Patch<Template> patch) {
        return requests.update(caller, template(template), patch, Template.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String template) {
        return requests.remove(caller, template(template));
    }
}
