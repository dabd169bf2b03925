package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search.FieldInfo;
import hostelry.api.Search.Found;
import hostelry.api.Search.Mistake;
import hostelry.api.Search.Proposal;
import hostelry.api.Search.Query;
import hostelry.api.Search.Searchable;
import hostelry.model.Entity;
import hostelry.wire.Decor;
import hostelry.wire.Format;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The search as a whole, over all nouns, with its help for people who type: oVirt's REST has none of it, our window reads it. {@code query} is the text, {@code noun} a
 * class of the model where the text does not say what it is for.
 */
@Path("/search")
@Produces({"application/json", "application/xml"})
public final class SearchResource {
    private final Services services;

    SearchResource(Services services) {
        this.services = services;
    }

    /** In the words of the model, as {@link EstateResource} tells them: a line about the whole, then a noun a line. */
    @GET
    @Produces("application/x-ndjson")
    public Response find(@Context Call call) {
        Found found = services.search().find(call.caller(), query(call, "query", Wanted.max(call).orElse(0)));
        return Response.ok((StreamingOutput) stream -> write(call, found, stream)).build();
    }

    private static void write(Call call, Found found, OutputStream stream) throws IOException {
        try (Out out = Format.JSON.out(stream)) {
            out.start("found");
            out.text("noun", found.noun());
            out.text("total", found.total());
            out.text("page", found.page());
            out.end();
        }
        stream.write('\n');
        for (Entity object : found.objects()) {
            try (Out out = Format.JSON.out(stream)) {
                call.wire().write(out, object, Decor.BARE, true);
            }
            stream.write('\n');
        }
    }

    /** Empty where there is none. */
    @GET
    @Path("mistake")
    public Response mistake(@Context Call call) {
        Optional<Mistake> mistake = services.search().mistake(query(call, "query", 0));
        return Response.ok((Answer) out -> {
            out.start("mistake");
            if (mistake.isPresent()) {
                out.text("from", mistake.get().from());
                out.text("to", mistake.get().to());
                out.text("text", mistake.get().text());
            }
            out.end();
        }).build();
    }

    @GET
    @Path("complete")
    public Response complete(@Context Call call) {
        Query query = query(call, "text", 0);
        long caret = call.params().number("caret").orElse((long) query.text().length());
        List<Proposal> proposals = services.search().complete(call.caller(), query,
                (int) Math.clamp(caret, 0, (long) query.text().length()));
        return Response.ok((Answer) out -> {
            out.start("proposals");
            out.startList("proposal");
            for (Proposal proposal : proposals) {
                out.start("proposal");
                out.text("text", proposal.text());
                out.text("from", proposal.from());
                out.text("to", proposal.to());
                out.text("kind", proposal.kind().name());
                out.text("help", proposal.help());
                out.end();
            }
            out.endList();
            out.end();
        }).build();
    }

    @GET
    @Path("nouns")
    public Response nouns(@Context Call call) {
        return Response.ok((Answer) out -> {
            out.start("nouns");
            out.startList("noun");
            for (Searchable noun : services.search().searchables()) {
                write(out, noun);
            }
            out.endList();
            out.end();
        }).build();
    }

    private static void write(Out out, Searchable noun) throws IOException {
        out.start("noun");
        out.text("noun", noun.noun());
        out.text("prefix", noun.prefix());
        out.startList("field");
        for (FieldInfo field : noun.fields()) {
            out.start("field");
            out.text("name", field.name());
            out.text("help", field.help());
            out.startList("value");
            for (String value : field.values()) {
                out.text("value", value);
            }
            out.endList();
            out.end();
        }
        out.endList();
        out.end();
    }

    /** The text as it was typed, with the spaces around it: places are counted in it. */
    private static Query query(Call call, String parameter, int max) {
        String text = call.params().values().get(parameter);
        if (text == null) {
            throw new Refusal(Problem.badInput(parameter, "The parameter '" + parameter + "' is missing.", "Give the text of the search."));
        }
        return new Query(call.params().text("noun").filter(noun -> !noun.isEmpty()).orElse(null), text,
                call.params().flag("case_sensitive").orElse(false), max);
    }
}
