package hostelry.console.host.networks;

import hostelry.console.host.plan.Address;
import hostelry.console.host.plan.Board;
import hostelry.console.host.plan.Facts;
import hostelry.console.host.plan.Facts.Device;
import hostelry.console.host.plan.Pick;
import hostelry.console.host.plan.Sheet.Seat;
import hostelry.console.host.plan.Step;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.data.NetworkSync;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A network: on what it sits, and which address the host itself has in it. VLAN and MTU are the network's own. */
final class NetworkFields {
    private static final List<Address.Kind> KINDS = List.of(Address.Kind.NONE, Address.Kind.DHCP, Address.Kind.FIXED);

    private final Board board;
    private final Composite column;
    private final Label title;
    private final Label words;
    private final Combo on;
    private final Combo kind;
    private final Text ip;
    private final Text mask;
    private final Text gateway;
    private final Label sync;
    private String network = "";
    private List<Device> devices = List.of();
    /** What is written into the fields here is not typed. */
    private boolean filling;

    NetworkFields(Composite parent, Look look, Board board) {
        this.board = board;
        column = Selected.column(parent);
        title = Selected.title(column, look);
        words = Selected.words(column, look);
        on = combo("Sits on", "networks.on");
        on.addListener(SWT.Selection, event -> put());
        kind = combo("Address", "networks.address");
        kind.setItems("None", "DHCP", "Fixed");
        ip = text("IPv4", "networks.ip");
        mask = text("Mask", "networks.mask");
        gateway = text("Gateway", "networks.gateway");
        kind.addListener(SWT.Selection, event -> type("kind"));
        sync = Selected.words(column, look);
        sync.setForeground(look.color(Hue.AMBER));
        sync.setData(VerbBar.KEY, "networks.sync");
    }

    private Combo combo(String label, String key) {
        Selected.label(column, label);
        Combo combo = new Combo(column, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setData(VerbBar.KEY, key);
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private Text text(String label, String key) {
        Selected.label(column, label);
        Text text = new Text(column, SWT.BORDER);
        text.setData(VerbBar.KEY, key);
        text.addListener(SWT.Modify, event -> type(key));
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private void put() {
        int index = on.getSelectionIndex();
        Pick what = Pick.network(network);
        board.drop(what, index <= 0 ? Pick.FREE : device(devices.get(index - 1)));
    }

    private static Pick device(Device device) {
        return device.isBond() ? Pick.bond(device.name()) : Pick.card(device.name());
    }

    private void type(String field) {
        Seat seat = board.sheet().seats().get(network);
        if (filling || seat == null) {
            return;
        }
        Address typed = new Address(KINDS.get(Math.max(0, kind.getSelectionIndex())), ip.getText(), mask.getText(), gateway.getText(),
                seat.address().rest());
        Step step = board.moves().address(board.sheet(), network, typed);
        board.type(step, field + " " + network);
    }

    Control show(String id) {
        filling = true;
        network = id;
        Facts facts = board.facts();
        Optional<Seat> seat = Optional.ofNullable(board.sheet().seats().get(id));
        title.setText("Network " + facts.name(id));
        words.setText(words(facts, id));
        devices = facts.devices(board.sheet());
        List<String> names = new ArrayList<>(List.of("Nothing: not on this host"));
        devices.forEach(device -> names.add(device.name()));
        if (!names.equals(List.of(on.getItems()))) {
            on.setItems(names.toArray(String[]::new));
        }
        Optional<String> fixed = facts.fixed(board.sheet(), id);
        on.select(Math.max(0, names.indexOf(seat.map(Seat::device).or(() -> fixed).orElse(""))));
        Address address = seat.map(Seat::address).orElse(Address.NONE);
        if (seat.isPresent()) {
            kind.select(KINDS.indexOf(address.kind()));
        } else {
            kind.deselectAll();
        }
        kind.setEnabled(seat.isPresent());
        boolean typed = seat.isPresent() && address.kind() == Address.Kind.FIXED;
        fill(ip, address.ip(), typed);
        fill(mask, address.mask(), typed);
        fill(gateway, address.gateway(), typed && (facts.has(NetworkUsage.DEFAULT_ROUTE, id) || !address.gateway().isEmpty()));
        gateway.setToolTipText("Only the network with the role “default route” has one.");
        List<NetworkSync.Difference> out = facts.outOfSync(id);
        sync.setText(out.isEmpty() || seat.isEmpty()
                ? ""
                : "Out of sync: " + out.stream().map(NetworkSync.Difference::sentence).collect(Collectors.joining("; "))
                        + ". It is put right along with the rest.");
        filling = false;
        return column;
    }

    private static void fill(Text text, String value, boolean enabled) {
        // the caret stays where somebody types
        if (!text.getText().equals(value)) {
            text.setText(value);
        }
        text.setEnabled(enabled);
    }

    private static String words(Facts facts, String id) {
        Network network = facts.networks().get(id);
        List<String> words = new ArrayList<>();
        if (network != null) {
            words.add(network.getVlan() == 0 ? "No VLAN" : "VLAN " + network.getVlan());
            words.add("MTU " + (network.getMtu() == 0 ? NetworkSync.USUAL_MTU : network.getMtu()));
        }
        if (facts.required(id)) {
            words.add("required");
        }
        for (NetworkUsage role : List.of(NetworkUsage.MANAGEMENT, NetworkUsage.DISPLAY, NetworkUsage.MIGRATION,
                NetworkUsage.DEFAULT_ROUTE)) {
            if (facts.has(role, id)) {
                words.add(role.getLiteral().replace('_', ' '));
            }
        }
        return String.join(", ", words);
    }
}
