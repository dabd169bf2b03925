package hostelry.engine.web;

import hostelry.model.Entity;
import hostelry.model.GraphicsType;
import hostelry.model.ImageTransfer;
import hostelry.model.Vm;
import hostelry.wire.Decor;
import hostelry.wire.Link;
import hostelry.wire.Out;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What an answer says of a noun beside its features. */
final class Dress implements Decor {
    private final Call call;
    private final ImageTickets tickets;
    private final Paths paths;
    private final Set<String> follow;

    Dress(Call call, ImageTickets tickets) {
        this.call = call;
        this.tickets = tickets;
        this.paths = call.paths();
        this.follow = call.follow();
    }

    @Override
    public String id(Entity object) {
        return paths.id(object);
    }

    @Override
    public String href(Entity object) {
        return paths.href(object);
    }

    @Override
    public String href(String noun, String id) {
        return paths.href(noun, id);
    }

    @Override
    public List<Link> links(Entity object) {
        return paths.parts(object).stream().map(part -> new Link(part, paths.href(object) + "/" + part)).toList();
    }

    @Override
    public List<Link> actions(Entity object) {
        return paths.actions(object).stream().map(action -> new Link(action, paths.href(object) + "/" + action)).toList();
    }

    @Override
    public void more(Out out, Entity object) throws IOException {
        if (object instanceof ImageTransfer transfer) {
            String url = "https://" + call.authority() + ImageServlet.PATH + tickets.of(transfer, call.caller());
            out.text("transfer_url", url);
            out.text("proxy_url", url);
        }
        if (object instanceof Vm vm) {
            display(out, vm);
        }
        for (String part : paths.parts(object)) {
            if (follow.contains(part)) {
                Parts.write(call, out, object, part, this);
            }
        }
    }

    /** Older clients look for the console here. */
    private static void display(Out out, Vm vm) throws IOException {
        if (!vm.getGraphics().isEmpty()) {
            out.start("display");
            out.text("type", (vm.getGraphics().contains(GraphicsType.SPICE) ? GraphicsType.SPICE : GraphicsType.VNC).getLiteral());
            out.text("monitors", 1);
            out.text("smartcard_enabled", false);
            out.end();
        }
    }
}
