package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.NetworkPlan;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Host;
import hostelry.model.NetworkAttachment;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A single network of a host that comes, changes or goes: a setup of the host's networks like any other, told as oVirt does. */
record Attachments(Services services) {
    NetworkAttachment find(Call call, String host, String attachment) {
        services.estate().get(call.caller(), Host.class, host);
        return services.estate().find(call.caller(), NetworkAttachment.class, attachment).filter(one -> host.equals(one.getHost()))
                .orElseThrow(() -> new Refusal(Problem.notFound("network attachment", attachment)));
    }

    /** @param device that carries it; null: the document says so */
    Response add(Call call, String host, @Nullable String device) {
        services.estate().get(call.caller(), Host.class, host);
        NetworkAttachment wanted = new SetupInput(call, host).attachment(document(call), Optional.empty());
        if (device != null) {
            wanted.setDevice(device);
        }
        String id = NetworkPlan.id(host, wanted.getNetwork());
        if (services.estate().find(call.caller(), NetworkAttachment.class, id).isPresent()) {
            throw new Refusal(Problem.conflict(id, "The host has this network already.", "Change its attachment " + id + "."));
        }
        Act<Host> act = services.networks().setUp(call.caller(), host, SetupInput.alone(List.of(wanted), Set.of()));
        return told(call, act, id, true);
    }

    Response update(Call call, NetworkAttachment now) {
        NetworkAttachment wanted = new SetupInput(call, now.getHost()).attachment(document(call), Optional.of(now));
        if (!now.getNetwork().equals(wanted.getNetwork())) {
            throw new Refusal(Problem.conflict(now.getId(), "An attachment is for one network for ever.",
                    "Remove it, and attach the other network."));
        }
        return told(call, services.networks().setUp(call.caller(), now.getHost(), SetupInput.alone(List.of(wanted), Set.of())), now.getId(),
                false);
    }

    Response remove(Call call, NetworkAttachment now) {
        Act<Host> act = services.networks().setUp(call.caller(), now.getHost(), SetupInput.alone(List.of(), Set.of(now.getId())));
        if (call.respondsAsync()) {
            return call.outcomes().accepted(call, act);
        }
        Acts.await(act);
        return Response.ok().header("Content-Length", 0).build();
    }

    private Response told(Call call, Act<Host> act, String id, boolean made) {
        if (call.respondsAsync()) {
            return call.outcomes().accepted(call, act);
        }
        Acts.await(act);
        NetworkAttachment now = services.estate().get(call.caller(), NetworkAttachment.class, id);
        return (made ? Response.created(URI.create(call.paths().href(now))) : Response.ok()).entity(Acts.noun(call, now)).build();
    }

    private static Tree document(Call call) {
        Tree body = call.body("network_attachment");
        if (!body.name().isEmpty() && !body.name().equals("network_attachment")) {
            throw WireProblem.at(body, "The element 'network_attachment' was expected.");
        }
        return body;
    }
}
