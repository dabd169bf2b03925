package hostelry.engine.host;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.Hosts.Hook;
import hostelry.engine.work.Reach;
import hostelry.model.Host;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.util.List;

/**
 * What hooks a host has. Asked of its node each time: who put a file there a moment ago wants to see it.
 *
 * @param estate says who may see the host
 */
record HostHooks(Estate estate, Reach reach) {
    List<Hook> of(Caller caller, String id) {
        Host host = estate.get(caller, Host.class, id);
        Node node = reach.node(id);
        try {
            return node.facts().hooks().stream().map(hook -> new Hook(hook.event(), hook.name(), hook.md5(), hook.sha256(), hook.trouble()))
                    .toList();
        } catch (NodeFault e) {
            throw Reach.refusal(e, id, "The hooks of host " + host.getName() + " can't be listed");
        }
    }
}
