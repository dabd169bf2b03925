package hostelry.engine.network;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.View;
import hostelry.engine.work.Problems;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure questions about networks and profiles, each answered with every reason against. */
final class NetworkChecks {
    // oVirt's limit of 15 is that of a Linux bridge, which bears the network's name on a host
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,15}");
    private static final Pattern PROFILE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int HIGHEST_VLAN = 4094;
    private static final int LOWEST_MTU = 68;
    private static final int HIGHEST_MTU = 65_520;

    private final View view;
    private final Problems problems;

    NetworkChecks(View view, Problems problems) {
        this.view = view;
        this.problems = problems;
    }

    /** Checks once more inside a change, where nothing moves any more. */
    static void again(Inventory.Draft draft, Consumer<NetworkChecks> questions) {
        Problems problems = new Problems();
        questions.accept(new NetworkChecks(draft, problems));
        if (!problems.none()) {
            throw new Refusal(problems.verdict().problems());
        }
    }

    static String name(Inventory inventory, Class<? extends Entity> noun, String id) {
        return inventory.find(noun, id).map(Entity::getName).orElse(id);
    }

    Optional<Network> network(String id) {
        Optional<Network> network = view.find(Network.class, id);
        problems.require(network.isPresent(), () -> Problem.notFound("network", id));
        return network;
    }

    Optional<VnicProfile> profile(String id) {
        Optional<VnicProfile> profile = view.find(VnicProfile.class, id);
        problems.require(profile.isPresent(), () -> Problem.notFound("vNIC profile", id));
        return profile;
    }

    /** The network as it is to be. @param except id of the network itself, for a change */
    void fits(Network network, @Nullable String except) {
        String dataCenter = network.getDataCenter();
        problems.require(dataCenter != null && view.find(DataCenter.class, dataCenter).isPresent(),
                () -> Problem.badInput("dataCenter", "There is no data center " + dataCenter + ".", "Name one that exists."));
        String name = network.getName();
        if (name == null || !NAME.matcher(name).matches()) {
            problems.add(Problem.badInput("name",
                    name == null || name.isEmpty() ? "A network needs a name." : "This can't be the name of a network.",
                    "Take 1 to 15 letters, digits, underscores or hyphens: a bridge on the hosts bears it."));
        } else {
            problems.require(view.all(Network.class).stream().noneMatch(
                    other -> name.equals(other.getName()) && Objects.equals(other.getDataCenter(), dataCenter)
                            && !other.getId().equals(except)),
                    () -> new Problem(Problem.Kind.CONFLICT, "There is a network named " + name + " already.", "Take another name.",
                            "name"));
        }
        problems.require(network.getVlan() >= 0 && network.getVlan() <= HIGHEST_VLAN,
                () -> Problem.badInput("vlan", network.getVlan() + " is no VLAN.", "Take 1 to " + HIGHEST_VLAN + ", or 0 for none."));
        problems.require(network.getMtu() == 0 || network.getMtu() >= LOWEST_MTU && network.getMtu() <= HIGHEST_MTU,
                () -> Problem.badInput("mtu", network.getMtu() + " bytes can't be an MTU.",
                        "Take " + LOWEST_MTU + " to " + HIGHEST_MTU + ", or 0 for the default."));
    }

    void notManagement(Network network, String done) {
        boolean manages = network.getUsages().contains(NetworkUsage.MANAGEMENT) || ClusterNetworks.in(view).with(network.getId()).stream()
                .anyMatch(assigned -> assigned.getRoles().contains(NetworkUsage.MANAGEMENT));
        problems.require(!manages,
                () -> Problem.conflict(network.getId(), "The management network can't be " + done + ".", "Hosts are reached through it."));
    }

    /** What can be said of a network itself, beside what it has now: the rest is said of it in a cluster. */
    void ownUsages(Collection<NetworkUsage> usages, Collection<NetworkUsage> now) {
        String others = usages.stream().filter(usage -> usage != NetworkUsage.VM && !now.contains(usage))
                .map(NetworkUsage::getLiteral).distinct().collect(Collectors.joining(", "));
        problems.require(others.isEmpty(), () -> Problem.badInput("usages", "A network is not for " + others + " by itself.",
                "Assign it to a cluster and give it this role there."));
    }

    /** No host is to have it. */
    void onNoHost(Network network) {
        List<String> hosts = view.all(NetworkAttachment.class).stream().filter(one -> network.getId().equals(one.getNetwork()))
                .map(one -> view.find(Host.class, one.getHost()).map(Host::getName).orElse(one.getHost())).sorted().toList();
        problems.require(hosts.isEmpty(), () -> Problem.conflict(network.getId(),
                "Network " + network.getName() + " is set up on " + some(hosts) + ".", "Take it from them first (set up networks)."));
    }

    /** Nobody is plugged into any of these profiles. */
    void unused(List<VnicProfile> profiles, String what) {
        List<String> ids = profiles.stream().map(VnicProfile::getId).toList();
        List<String> users = view.all(Nic.class).stream().filter(nic -> ids.contains(nic.getVnicProfile())).map(this::owner).distinct()
                .sorted().toList();
        problems.require(users.isEmpty(),
                () -> Problem.conflict(null, what + " is used by " + some(users) + ".", "Plug their NICs into another network first."));
    }

    private String owner(Nic nic) {
        return nic.getVm() == null
                ? "template " + view.find(Template.class, nic.getTemplate()).map(Template::getName).orElse(nic.getTemplate())
                : view.find(Vm.class, nic.getVm()).map(Vm::getName).orElse(nic.getVm());
    }

    List<VnicProfile> profilesOf(String network) {
        return view.all(VnicProfile.class).stream().filter(profile -> network.equals(profile.getNetwork())).toList();
    }

    /** A profile does not go to another network. */
    void stays(VnicProfile profile, Patch<VnicProfile> patch) {
        problems.require(!patch.has("network") || Objects.equals(patch.values().getNetwork(), profile.getNetwork()),
                () -> Problem.badInput("network", "A vNIC profile stays with its network.", "Add another profile there."));
    }

    /** The profile as it is to be. @param except id of the profile itself, for a change */
    void fits(VnicProfile profile, @Nullable String except) {
        String name = profile.getName();
        problems.require(name != null && PROFILE_NAME.matcher(name).matches(),
                () -> Problem.badInput("name",
                        name == null || name.isEmpty() ? "A vNIC profile needs a name." : "This can't be the name of a vNIC profile.",
                        "Take 1 to 64 letters, digits, dots, underscores or hyphens."));
        String network = profile.getNetwork();
        if (network == null || view.find(Network.class, network).isEmpty()) {
            problems.add(Problem.badInput("network", "There is no network " + network + ".", "Name one that exists."));
        } else {
            problems.require(profilesOf(network).stream()
                    .noneMatch(other -> Objects.equals(other.getName(), name) && !other.getId().equals(except)),
                    () -> new Problem(Problem.Kind.CONFLICT, "The network has a vNIC profile named " + name + " already.",
                            "Take another name.", "name"));
        }
    }

    static String some(List<String> names) {
        return names.size() <= 5
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 5)) + " and " + (names.size() - 5) + " more";
    }
}
