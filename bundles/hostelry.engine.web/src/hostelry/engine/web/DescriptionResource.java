package hostelry.engine.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

/** The description of the API, for programs that make clients of it. */
@Path("/openapi.json")
public final class DescriptionResource {
    private static final JsonFactory JSON = new JsonFactory();

    private final Supplier<Description> description;

    /** @param description asked for later: it describes this resource, too */
    DescriptionResource(Supplier<Description> description) {
        this.description = description;
    }

    @GET
    @Produces("application/json")
    public Response get() {
        Map<String, Object> document = description.get().openApi();
        return Response.ok((StreamingOutput) stream -> {
            try (JsonGenerator json = JSON.createGenerator(stream).useDefaultPrettyPrinter()) {
                write(json, document);
            }
        }).build();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> members -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    json.writeFieldName(member.getKey().toString());
                    write(json, member.getValue());
                }
                json.writeEndObject();
            }
            case Collection<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Boolean flag -> json.writeBoolean(flag);
            default -> json.writeString(value.toString());
        }
    }
}
