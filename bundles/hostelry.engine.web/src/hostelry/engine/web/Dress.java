package hostelry.engine.web;

import hostelry.model.ClusterNetwork;
import hostelry.model.Entity;
import hostelry.model.HostNic;
import hostelry.model.ImageTransfer;
import hostelry.model.NetworkAttachment;
import hostelry.model.Permission;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.wire.Decor;
import hostelry.wire.Out;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer says of a noun beside its features. */
final class Dress implements Decor {
    private final Call call;
    private final ImageTickets tickets;
    private final Paths paths;
    private final Follow follow;
    private final long most;

    /** @param most of a list that is the answer itself; below 0: all */
    Dress(Call call, ImageTickets tickets, Follow follow, long most) {
        this.call = call;
        this.tickets = tickets;
        this.paths = call.paths();
        this.follow = follow;
        this.most = most;
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
    public List<String> parts(Entity object) {
        return paths.parts(object);
    }

    @Override
    public List<String> actions(Entity object) {
        return paths.actions(object);
    }

    /** Whoever may not see it gets the reference alone. */
    @Override
    public @Nullable Entity behind(String reference, String noun, String id) {
        return follow.wants(reference) ? call.services().estate().find(call.caller(), Names.type(noun), id).orElse(null) : null;
    }

    @Override
    public Dress within(String reference) {
        return new Dress(call, tickets, follow.at(reference), -1);
    }

    @Override
    public void inside(Out out, Entity object, String element) throws IOException {
        if (object instanceof Vm vm) {
            VmExtras.inside(out, vm, element);
        }
        if (object instanceof Template template && element.equals("initialization")) {
            InitParts.cards(out, template.getInitNics());
        }
    }

    @Override
    public void more(Out out, Entity object) throws IOException {
        if (object instanceof ImageTransfer transfer) {
            String url = "https://" + call.authority() + ImageServlet.PATH + tickets.of(transfer, call.caller());
            out.text("transfer_url", url);
            out.text("proxy_url", url);
        }
        if (object instanceof Permission permission) {
            PermissionParts.object(call, out, permission);
        }
        if (object instanceof User user) {
            out.text("principal", user.getUserName() == null ? user.getName() : user.getUserName().replaceFirst("@[^@]*$", ""));
            out.text("namespace", "*");
        }
        if (object instanceof ClusterNetwork assigned) {
            ClusterNetworkParts.write(call, out, assigned);
        }
        if (object instanceof HostNic nic) {
            HostNicsResource.more(out, call, nic);
        }
        if (object instanceof NetworkAttachment attachment) {
            AttachmentParts.write(call, out, attachment);
        }
        if (object instanceof Vm vm) {
            VmExtras.write(out, vm, call.extras());
        }
        Asides.write(out, object);
        if (follow.isEmpty()) {
            return;
        }
        for (String part : paths.parts(object)) {
            if (follow.wants(part)) {
                Parts.write(call, out, object, part, within(part));
            }
        }
    }

    /** The first of a list, as many as are wanted. */
    <T> List<T> most(List<T> all) {
        return most < 0 || most >= all.size() ? all : all.subList(0, (int) most);
    }
}
