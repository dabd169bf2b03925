package hostelry.engine.network;

import hostelry.api.NetworkPlan;
import hostelry.api.NetworkSetup;
import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Host;
import hostelry.model.NetworkAttachment;
import hostelry.model.NetworkUsage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What speaks against the host's own addresses in its networks, and against its management network going where the engine loses it. Pure. */
final class AddressChecks {
    private static final Pattern IPV4 = Pattern
            .compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}/([12]?\\d|3[0-2])");
    private static final Pattern IPV6 = Pattern.compile("(?=[^/]*:)(?!.*::.*::)(?!.*:::)[0-9A-Fa-f:]{2,39}/(\\d{1,2}|1[01]\\d|12[0-8])");
    private static final int BITS = 32;
    private final Problems problems;
    private final HostNetworks networks;
    private final Host host;
    private final NetworkSetup setup;

    AddressChecks(Problems problems, HostNetworks networks, Host host, NetworkSetup setup) {
        this.problems = problems;
        this.networks = networks;
        this.host = host;
        this.setup = setup;
    }

    void all(NetworkPlan plan) {
        Map<String, String> taken = new HashMap<>();
        for (NetworkAttachment one : plan.after()) {
            String name = networks.name(one);
            for (String address : one.getAddresses()) {
                address(name, address);
                String other = taken.put(address.replaceFirst("/.*", ""), name);
                problems.require(other == null, () -> Problem.badInput("ip_address_assignments",
                        "Networks " + other + " and " + name + " would have the same address " + address + ".", "Give each its own."));
            }
            List<String> four = one.getAddresses().stream().filter(address -> address.indexOf(':') < 0).toList();
            problems.require(!one.isDhcp() || four.isEmpty(), () -> Problem.badInput("ip_address_assignments",
                    "Host " + host.getName() + " would have a fixed IPv4 address in network " + name + " and ask for one too.",
                    "Take static or dhcp."));
            gateway(one, name, one.getGateway(), four, one.isDhcp());
            gateway(one, name, one.getIpv6Gateway(), one.getAddresses().stream().filter(address -> address.indexOf(':') >= 0).toList(),
                    one.isAutoconf());
        }
        management(plan);
    }

    private void address(String name, String address) {
        problems.require(IPV4.matcher(address).matches() || IPV6.matcher(address).matches(),
                () -> Problem.badInput("ip_address_assignments", "'" + address + "' is no address for the host in network " + name + ".",
                        "Give an address and its netmask, such as 10.0.0.2 and 255.255.255.0."));
    }

    /** A host has one way out, in the network that has that role. */
    private void gateway(NetworkAttachment one, String name, @Nullable String gateway, List<String> addresses,
            boolean asked) {
        if (gateway == null) {
            return;
        }
        boolean six = gateway.indexOf(':') >= 0;
        problems.require((six ? IPV6 : IPV4).matcher(gateway + (six ? "/128" : "/32")).matches(), () -> Problem.badInput(
                "ip_address_assignments", "'" + gateway + "' is no address of a gateway.", "Give one such as 10.0.0.1."));
        problems.require(!asked, () -> Problem.badInput("ip_address_assignments",
                "In network " + name + " the host is told its gateway along with its address.", "Leave the gateway out."));
        problems.require(networks.has(NetworkUsage.DEFAULT_ROUTE, one), () -> Problem.conflict(one.getNetwork(),
                "Network " + name + " has not the role default route in the host's cluster, so that nothing goes out by a gateway there.",
                "Give it that role in the cluster, or leave the gateway out."));
        problems.require(asked || six || addresses.stream().anyMatch(address -> reaches(address, gateway)),
                () -> Problem.badInput("ip_address_assignments",
                        "Gateway " + gateway + " lies in no network that the host has an address in through " + name + ".",
                        "Look at address, netmask and gateway."));
    }

    private static boolean reaches(String address, String gateway) {
        if (!IPV4.matcher(address).matches() || !IPV4.matcher(gateway + "/32").matches()) {
            return false; // the sentence for that is another one
        }
        int prefix = Integer.parseInt(address.replaceFirst(".*/", ""));
        long mask = prefix == 0 ? 0 : -1L << BITS - prefix;
        return (number(address.replaceFirst("/.*", "")) & mask) == (number(gateway) & mask);
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    /** Through it the engine reaches the host: what it can't confirm the host must take back, and the address must be one that the engine knows. */
    private void management(NetworkPlan plan) {
        List<NetworkAttachment> before = plan.before().stream().filter(one -> networks.has(NetworkUsage.MANAGEMENT, one)).toList();
        List<NetworkAttachment> after = plan.after().stream().filter(one -> networks.has(NetworkUsage.MANAGEMENT, one)).toList();
        boolean named = setup.modified().stream().anyMatch(one -> networks.has(NetworkUsage.MANAGEMENT, one));
        if (!named && before.size() == after.size()) {
            return;
        }
        problems.require(setup.check(), () -> Problem.badInput("check_connectivity",
                "The engine reaches host " + host.getName() + " through its management network: a mistake there would cut it off for good.",
                "Let the host take it back where the engine can't confirm it (check_connectivity)."));
        String where = host.getAddress() == null ? "" : host.getAddress();
        for (NetworkAttachment one : after) {
            problems.require(one.isDhcp() || one.isAutoconf() || !one.getAddresses().isEmpty(), () -> Problem.badInput(
                    "ip_address_assignments", "Without an address in " + networks.name(one) + " the engine could not reach host "
                            + host.getName() + ".",
                    "Give it the address that the host has, or dhcp."));
            problems.require(one.isDhcp() || one.getAddresses().isEmpty() || !IPV4.matcher(where + "/32").matches()
                    || one.getAddresses().stream().anyMatch(address -> address.startsWith(where + "/")),
                    () -> Problem.conflict(one.getNetwork(),
                            "The engine reaches host " + host.getName() + " at " + where + ", which would not be among its addresses.",
                            "Give the network that address, or add the host by a name and let the name follow."));
        }
    }
}
