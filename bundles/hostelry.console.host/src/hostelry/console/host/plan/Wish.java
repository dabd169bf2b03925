package hostelry.console.host.plan;

import hostelry.api.NetworkSetup;
import hostelry.console.host.plan.Sheet.Seat;
import hostelry.model.HostelryFactory;
import hostelry.model.NetworkAttachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A sheet as the engine is asked for it. Pure. */
public record Wish(Facts facts, Sheet sheet) {

    /** What is wrong with it already here, a sentence each. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        sheet.bonds().keySet().stream().filter(bond -> sheet.on(bond).isEmpty())
                .forEach(bond -> troubles.add("Bond " + bond + " carries no network: put one onto it, or break it."));
        sheet.seats().forEach((network, seat) -> {
            String trouble = seat.address().trouble();
            if (!trouble.isEmpty()) {
                troubles.add(facts.name(network) + ": " + trouble);
            }
        });
        return troubles;
    }

    /**
     * Only what is another than before; the host gets back what it has lost of the rest.
     *
     * @param check whether the host takes it back unless the engine confirms it
     * @param seconds for that
     */
    public NetworkSetup setup(boolean check, int seconds) {
        Sheet before = facts.before();
        List<NetworkAttachment> modified = new ArrayList<>();
        sheet.seats().forEach((network, seat) -> {
            if (!seat.equals(before.seats().get(network))) {
                modified.add(attachment(network, seat));
            }
        });
        Set<String> removed = new TreeSet<>(before.seats().keySet());
        removed.removeAll(sheet.seats().keySet());
        List<NetworkSetup.Bond> bonds = new ArrayList<>();
        sheet.bonds().forEach((name, bond) -> {
            if (!bond.equals(before.bonds().get(name))) {
                bonds.add(new NetworkSetup.Bond(name, bond.cards(), bond.mode()));
            }
        });
        Set<String> ids = new TreeSet<>();
        facts.wanted().stream().filter(one -> removed.contains(one.getNetwork())).forEach(one -> ids.add(one.getId()));
        return new NetworkSetup(modified, ids, bonds, check, seconds);
    }

    private static NetworkAttachment attachment(String network, Seat seat) {
        NetworkAttachment one = HostelryFactory.eINSTANCE.createNetworkAttachment();
        one.setNetwork(network);
        one.setDevice(seat.device());
        seat.address().into(one);
        return one;
    }
}
