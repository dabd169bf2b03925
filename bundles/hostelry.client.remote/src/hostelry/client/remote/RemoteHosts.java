package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.HostHardware;
import hostelry.api.Hosts;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Host;
import hostelry.model.JoinToken;
import hostelry.wire.Records;
import hostelry.wire.Tree;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The verbs of hosts. */
record RemoteHosts(Http http, Requests requests) implements Hosts {
    private static String host(String id) {
        return "/hosts/" + Http.piece(id);
    }

    @Override
    public Act<Host> add(Caller caller, Host host) {
        return requests.add(caller, "/hosts", host, Host.class);
    }

    @Override
    public Act<Host> update(Caller caller, String host, Patch<Host> patch) {
        return requests.update(caller, host(host), patch, Host.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String host) {
        return requests.remove(caller, host(host));
    }

    @Override
    public Act<Host> activate(Caller caller, String host) {
        return requests.action(caller, host(host) + "/activate", Host.class);
    }

    @Override
    public Act<Host> deactivate(Caller caller, String host) {
        return requests.action(caller, host(host) + "/deactivate", Host.class);
    }

    @Override
    public Act<Host> approve(Caller caller, String host, Approval approval) {
        return requests.acts().submit(caller, "POST", host(host) + "/approve", out -> {
            out.start("action");
            if (approval.cluster() != null) {
                out.start("cluster");
                out.attribute("id", approval.cluster());
                out.end();
            }
            if (approval.name() != null) {
                out.start("host");
                out.text("name", approval.name());
                out.end();
            }
            out.text("key_fingerprint", approval.keyFingerprint());
            out.end();
        }, Host.class);
    }

    @Override
    public Act<Void> refuse(Caller caller, String host) {
        return requests.acts().submit(caller, "POST", host(host) + "/refuse", out -> {
            out.start("action");
            out.end();
        });
    }

    @Override
    public Act<Host> revoke(Caller caller, String host) {
        return requests.action(caller, host(host) + "/revokecertificate", Host.class);
    }

    @Override
    public Act<JoinTicket> addToken(Caller caller, JoinToken token, int seconds) {
        return requests.acts().telling(caller, "POST", "/jointokens/create", out -> {
            out.start("action");
            out.text("expiry", seconds);
            out.start("join_token");
            out.text("name", token.getName());
            out.text("description", token.getDescription());
            if (token.getCluster() != null) {
                out.start("cluster");
                out.attribute("id", token.getCluster());
                out.end();
            }
            out.text("host", token.getHost());
            out.text("approve", token.isApprove());
            out.end();
            out.end();
        }, told -> ticket(told, token));
    }

    private static JoinTicket ticket(Tree told, JoinToken wanted) {
        JoinToken made = EcoreUtil.copy(wanted);
        made.setId(told.value("id").orElse(""));
        return new JoinTicket(made, told.value("value").orElseThrow(
                () -> new Refusal(
                        Problem.unavailable(null, "The engine was restarted and does not know the token any more.", "Make another one."))));
    }

    @Override
    public Act<Void> removeToken(Caller caller, String token) {
        return requests.remove(caller, "/jointokens/" + Http.piece(token));
    }

    @Override
    public List<Hook> hooks(Caller caller, String host) {
        return http.get(caller, host(host) + "/hooks").all("hook").stream().map(hook -> new Hook(hook.value("event_name").orElse(""),
                hook.value("name").orElse(""), hook.value("md5").orElse(""), hook.value("sha256").orElse(""),
                hook.value("trouble").orElse(""))).toList();
    }

    @Override
    public HostHardware hardware(Caller caller, String host) {
        return Records.read(http.get(caller, host(host) + "/hardware"), HostHardware.class);
    }

    @Override
    public Act<Host> refresh(Caller caller, String host) {
        return requests.action(caller, host(host) + "/refresh", Host.class);
    }
}
