package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.NetworkSetup;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.VnicProfile;
import hostelry.wire.Out;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The verbs of networks and MAC pools. */
record RemoteNetworks(Requests requests) implements Networks {
    private static String network(String id) {
        return "/networks/" + Http.piece(id);
    }

    @Override
    public Act<Network> add(Caller caller, Network network) {
        return requests.add(caller, "/networks", network, Network.class);
    }

    @Override
    public Act<Network> update(Caller caller, String network, Patch<Network> patch) {
        return requests.update(caller, network(network), patch, Network.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String network) {
        return requests.remove(caller, network(network));
    }

    private static String assigned(String cluster, String network) {
        return "/clusters/" + Http.piece(cluster) + "/networks/" + Http.piece(network);
    }

    @Override
    public Act<ClusterNetwork> assign(Caller caller, ClusterNetwork assignment) {
        return requests.add(caller, "/clusters/" + Http.piece(String.valueOf(assignment.getCluster())) + "/networks", assignment,
                ClusterNetwork.class);
    }

    @Override
    public Act<ClusterNetwork> updateAssignment(Caller caller, String cluster, String network, Patch<ClusterNetwork> patch) {
        return requests.update(caller, assigned(cluster, network), patch, ClusterNetwork.class);
    }

    @Override
    public Act<Void> unassign(Caller caller, String cluster, String network) {
        return requests.remove(caller, assigned(cluster, network));
    }

    @Override
    public Act<Host> setUp(Caller caller, String host, NetworkSetup setup) {
        return requests.acts().submit(caller, "POST", "/hosts/" + Http.piece(host) + "/setupnetworks", out -> {
            out.start("action");
            out.start("modified_network_attachments");
            out.startList("network_attachment");
            for (NetworkAttachment one : setup.modified()) {
                attachment(out, one);
            }
            out.endList();
            out.end();
            out.start("removed_network_attachments");
            out.startList("network_attachment");
            for (String id : setup.removed()) {
                out.start("network_attachment");
                out.attribute("id", id);
                out.end();
            }
            out.endList();
            out.end();
            out.start("modified_bonds");
            out.startList("host_nic");
            for (NetworkSetup.Bond bond : setup.bonds()) {
                bond(out, bond);
            }
            out.endList();
            out.end();
            out.text("check_connectivity", setup.check());
            out.text("connectivity_timeout", setup.seconds());
            out.end();
        }, Host.class);
    }

    private static void attachment(Out out, NetworkAttachment one) throws IOException {
        out.start("network_attachment");
        out.start("network");
        out.attribute("id", one.getNetwork());
        out.end();
        out.start("host_nic");
        out.text("name", one.getDevice());
        out.end();
        out.start("ip_address_assignments");
        out.startList("ip_address_assignment");
        for (String address : one.getAddresses()) {
            int slash = address.indexOf('/');
            boolean six = address.indexOf(':') >= 0;
            String gateway = six ? one.getIpv6Gateway() : one.getGateway();
            assignment(out, "static", six, slash < 0 ? address : address.substring(0, slash), slash < 0 ? "" : address.substring(slash + 1),
                    gateway);
        }
        if (one.isDhcp()) {
            assignment(out, "dhcp", false, null, null, one.getGateway());
        }
        if (one.isAutoconf()) {
            assignment(out, "autoconf", true, null, null, one.getIpv6Gateway());
        }
        out.endList();
        out.end();
        out.end();
    }

    private static void assignment(Out out, String method, boolean six, @Nullable String address, @Nullable String mask,
            @Nullable String gateway) throws IOException {
        out.start("ip_address_assignment");
        out.text("assignment_method", method);
        out.start("ip");
        out.text("version", six ? "v6" : "v4");
        if (address != null) {
            out.text("address", address);
        }
        if (mask != null) {
            out.text("netmask", mask);
        }
        if (gateway != null) {
            out.text("gateway", gateway);
        }
        out.end();
        out.end();
    }

    private static void bond(Out out, NetworkSetup.Bond bond) throws IOException {
        out.start("host_nic");
        out.text("name", bond.name());
        out.start("bonding");
        out.start("options");
        out.startList("option");
        out.start("option");
        out.text("name", "mode");
        out.text("value", bond.mode());
        out.end();
        out.endList();
        out.end();
        out.start("slaves");
        out.startList("host_nic");
        for (String part : bond.parts()) {
            out.start("host_nic");
            out.text("name", part);
            out.end();
        }
        out.endList();
        out.end();
        out.end();
        out.end();
    }

    @Override
    public Act<VnicProfile> addProfile(Caller caller, VnicProfile profile) {
        return requests.add(caller, "/vnicprofiles", profile, VnicProfile.class);
    }

    @Override
    public Act<Void> removeProfile(Caller caller, String profile) {
        return requests.remove(caller, "/vnicprofiles/" + Http.piece(profile));
    }

    @Override
    public Act<VnicProfile> updateProfile(Caller caller, String profile, Patch<VnicProfile> patch) {
        return requests.update(caller, "/vnicprofiles/" + Http.piece(profile), patch, VnicProfile.class);
    }

    @Override
    public Act<MacPool> addMacPool(Caller caller, MacPool pool) {
        return requests.add(caller, "/macpools", pool, MacPool.class);
    }

    @Override
    public Act<MacPool> updateMacPool(Caller caller, String pool, Patch<MacPool> patch) {
        return requests.update(caller, "/macpools/" + Http.piece(pool), patch, MacPool.class);
    }

    @Override
    public Act<Void> removeMacPool(Caller caller, String pool) {
        return requests.remove(caller, "/macpools/" + Http.piece(pool));
    }
}
