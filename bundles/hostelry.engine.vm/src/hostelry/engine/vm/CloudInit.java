package hostelry.engine.vm;

import hostelry.model.Vm;
import hostelry.model.data.NicSetup;
import hostelry.node.api.DomainSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a guest is told at its first start, as cloud-init's data source NoCloud wants it. Each value is JSON, which is YAML that nothing in it can break out of.
 * What is said to cloud-init is what oVirt says (its {@code CloudInitHandler}); the custom script is appended, and what it says again counts more. Pure.
 */
final class CloudInit {
    private CloudInit() {}

    /** Does the machine have anything to tell? */
    static boolean says(Vm vm) {
        return Stream.of(vm.getInitHostName(), vm.getInitUserName(), vm.getInitPassword(), vm.getInitSshKeys(), vm.getInitTimeZone(),
                vm.getInitDnsServers(), vm.getInitDnsSearch(), vm.getInitScript()).anyMatch(text -> !empty(text))
                || vm.isInitRegenerateKeys() || !vm.getInitNics().isEmpty();
    }

    static DomainSpec.Seed seed(Vm vm) {
        DomainSpec.Seed seed = new DomainSpec.Seed();
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("instance-id", String.valueOf(vm.getId()));
        if (!empty(vm.getInitHostName())) {
            meta.put("local-hostname", vm.getInitHostName());
        }
        seed.metaData = JsonText.of(meta) + "\n";
        seed.userData = userData(vm);
        if (!vm.getInitNics().isEmpty()) {
            seed.networkConfig = JsonText.of(network(vm)) + "\n";
        }
        return seed;
    }

    private static String userData(Vm vm) {
        String script = vm.getInitScript() == null ? "" : vm.getInitScript().strip().replaceFirst("^#cloud-config[ \t]*\\n?", "");
        StringBuilder text = new StringBuilder("#cloud-config\n");
        settings(vm).forEach((name, value) -> {
            // twice the same name is no YAML: what people write themselves counts
            if (!Pattern.compile("^[\"']?" + name + "[\"']?[ \t]*:", Pattern.MULTILINE).matcher(script).find()) {
                text.append(name).append(": ").append(JsonText.of(value)).append('\n');
            }
        });
        return script.isEmpty() ? text.toString() : text.append(script).append('\n').toString();
    }

    private static Map<String, Object> settings(Vm vm) {
        Map<String, Object> settings = new LinkedHashMap<>();
        boolean password = !empty(vm.getInitPassword());
        String user = empty(vm.getInitUserName()) ? "root" : String.valueOf(vm.getInitUserName());
        List<String> keys = lines(vm.getInitSshKeys());
        if (!empty(vm.getInitUserName()) || password || !keys.isEmpty()) {
            settings.put("user", user);
            if (user.equals("root")) {
                settings.put("disable_root", false);
            }
        }
        if (password) {
            settings.put("password", vm.getInitPassword());
            settings.put("chpasswd", Map.of("expire", false));
            settings.put("ssh_pwauth", true);
        }
        if (!keys.isEmpty()) {
            settings.put("ssh_authorized_keys", keys);
        }
        if (vm.isInitRegenerateKeys()) {
            settings.put("ssh_deletekeys", true);
        }
        if (!empty(vm.getInitTimeZone())) {
            settings.put("timezone", vm.getInitTimeZone());
        }
        List<String> servers = words(vm.getInitDnsServers());
        List<String> domains = words(vm.getInitDnsSearch());
        if (vm.getInitNics().isEmpty() && !(servers.isEmpty() && domains.isEmpty())) {
            // a list of cards would end DHCP on those that it does not name; this does not
            settings.put("manage_resolv_conf", true);
            Map<String, Object> names = new LinkedHashMap<>();
            names.put("nameservers", servers);
            names.put("searchdomains", domains);
            settings.put("resolv_conf", names);
        }
        return settings;
    }

    /** Version 1 of cloud-init's network configuration: the oldest one, which every guest understands. */
    private static Map<String, Object> network(Vm vm) {
        List<Object> config = new ArrayList<>();
        for (String text : vm.getInitNics()) {
            config.add(card(NicSetup.parse(text)));
        }
        List<String> servers = words(vm.getInitDnsServers());
        List<String> domains = words(vm.getInitDnsSearch());
        if (!(servers.isEmpty() && domains.isEmpty())) {
            Map<String, Object> names = new LinkedHashMap<>();
            names.put("type", "nameserver");
            names.put("address", servers);
            names.put("search", domains);
            config.add(names);
        }
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("version", 1);
        network.put("config", config);
        return network;
    }

    private static Map<String, Object> card(NicSetup nic) {
        List<Object> nets = new ArrayList<>();
        switch (nic.protocol()) {
            case "dhcp" -> nets.add(net(nic, "dhcp4", "", ""));
            case "static" -> nets.add(net(nic, "static", nic.address() + "/" + NicSetup.prefix(nic.netmask()), nic.gateway()));
            default -> {
                // says nothing of IPv4
            }
        }
        switch (nic.protocol6()) {
            case "dhcp" -> nets.add(net(nic, "dhcp6", "", ""));
            case "autoconf" -> nets.add(net(nic, "ipv6_slaac", "", ""));
            case "static" -> nets.add(net(nic, "static6", nic.address6() + "/" + nic.netmask6(), nic.gateway6()));
            default -> {
                // says nothing of IPv6
            }
        }
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("type", "physical");
        card.put("name", nic.name());
        card.put("subnets", nets.isEmpty() ? List.of(net(nic, "manual", "", "")) : nets);
        return card;
    }

    private static Map<String, Object> net(NicSetup nic, String type, String address, String gateway) {
        Map<String, Object> net = new LinkedHashMap<>();
        net.put("type", type);
        if (!address.isEmpty()) {
            net.put("address", address);
        }
        if (!gateway.isEmpty()) {
            net.put("gateway", gateway);
        }
        if (!nic.onBoot()) {
            net.put("control", "manual");
        }
        return net;
    }

    static List<String> lines(@Nullable String text) {
        return empty(text) ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static List<String> words(@Nullable String text) {
        return empty(text) ? List.of() : Stream.of(text.strip().split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
