package hostelry.console.host;

import hostelry.console.host.networks.HostFacts;
import hostelry.console.host.networks.SetupNetworksDialog;
import hostelry.console.host.plan.CardTree;
import hostelry.console.host.plan.CardTree.Kind;
import hostelry.console.host.plan.CardTree.Node;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.page.Page;
import hostelry.model.Host;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.jspecify.annotations.Nullable;

/** The network cards of a host, as its node tells them, with the networks that they carry; and the way to set them up. */
final class HostNics implements Page<Host> {
    private static final String[] TITLES = {"Name", "What", "In sync", "Link", "Mbit/s", "MTU", "Addresses", "MAC address"};
    private static final int[] WIDTHS = {180, 80, 220, 60, 70, 60, 200, 150};
    private static final Set<String> NUMBERS = Set.of("Mbit/s", "MTU");

    private final Desk desk;
    private final HostVerbs verbs;
    private final Composite place;
    private final Tree tree;
    private final ToolItem setUp;
    private final ToolItem sync;
    private @Nullable Host host;
    private List<Node> shown = List.of();

    HostNics(Composite parent, Desk desk, HostVerbs verbs) {
        this.desk = desk;
        this.verbs = verbs;
        place = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(place);
        ToolBar bar = new ToolBar(place, SWT.FLAT | SWT.RIGHT);
        setUp = new ToolItem(bar, SWT.PUSH);
        setUp.setText("Set up networks…");
        setUp.setImage(desk.look().icons().of(Icon.NETWORK));
        setUp.setData(VerbBar.KEY, "host.nics.setup");
        setUp.addListener(SWT.Selection, event -> {
            Host now = host;
            if (now != null) {
                new SetupNetworksDialog(desk, now).open();
            }
        });
        sync = new ToolItem(bar, SWT.PUSH);
        sync.setText("Sync networks");
        sync.setImage(desk.look().icons().of(Icon.REFRESH));
        sync.setData(VerbBar.KEY, "host.nics.sync");
        sync.addListener(SWT.Selection, event -> {
            Host now = host;
            if (now != null) {
                verbs.sync(List.of(now));
            }
        });
        tree = new Tree(place, SWT.FULL_SELECTION);
        tree.setHeaderVisible(true);
        tree.setData(VerbBar.KEY, "host.nics.tree");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
        for (int i = 0; i < TITLES.length; i++) {
            TreeColumn column = new TreeColumn(tree, NUMBERS.contains(TITLES[i]) ? SWT.RIGHT : SWT.LEFT);
            column.setText(TITLES[i]);
            column.setWidth(WIDTHS[i]);
        }
    }

    @Override
    public Control control() {
        return place;
    }

    @Override
    public void show(Host subject) {
        boolean other = host == null || !host.getId().equals(subject.getId());
        host = subject;
        enable(setUp, HostVerbs.notReached(subject), "Which cards carry which networks");
        enable(sync, verbs.notOutOfSync(subject), "Gives back what the host has lost of its networks");
        List<Node> nodes = new CardTree(HostFacts.of(desk.estate(), subject)).nodes();
        if (other || !nodes.equals(shown)) {
            Set<String> folded = other ? Set.of() : folded();
            shown = nodes;
            tree.setRedraw(false);
            tree.removeAll();
            if (nodes.isEmpty()) {
                new TreeItem(tree, SWT.NONE).setText("The host has not told its network cards.");
            }
            nodes.forEach(node -> fill(new TreeItem(tree, SWT.NONE), node, "", folded));
            tree.setRedraw(true);
        }
    }

    private static void enable(ToolItem item, String against, String tip) {
        item.setEnabled(against.isEmpty());
        item.setToolTipText(against.isEmpty() ? tip : against);
    }

    /** What somebody has folded stays so when the host tells something new. */
    private Set<String> folded() {
        Set<String> folded = new HashSet<>();
        for (TreeItem item : tree.getItems()) {
            folded(item, item.getText(), folded);
        }
        return folded;
    }

    private static void folded(TreeItem item, String path, Set<String> folded) {
        if (item.getItemCount() > 0 && !item.getExpanded()) {
            folded.add(path);
        }
        for (TreeItem child : item.getItems()) {
            folded(child, path + "/" + child.getText(), folded);
        }
    }

    private void fill(TreeItem item, Node node, String above, Set<String> folded) {
        List<String> texts = new ArrayList<>(List.of(node.name(), node.kind().word(), node.sync()));
        texts.addAll(node.texts());
        item.setText(texts.toArray(String[]::new));
        item.setImage(0, image(node.kind()));
        if (node.sync().startsWith("No")) {
            item.setImage(2, desk.look().icons().of(Status.WARNING.icon()));
            item.setForeground(2, desk.look().color(Hue.AMBER));
        } else if (node.sync().equals("Yes")) {
            item.setImage(2, desk.look().icons().of(Status.OK.icon()));
        }
        String path = above.isEmpty() ? node.name() : above + "/" + node.name();
        node.below().forEach(child -> fill(new TreeItem(item, SWT.NONE), child, path, folded));
        item.setExpanded(!folded.contains(path));
    }

    private Image image(Kind kind) {
        return desk.look().icons().of(switch (kind) {
            case BOND -> Icon.LINK;
            case CARD, VLAN -> Icon.NIC;
            case NETWORK, BRIDGE -> Icon.NETWORK;
        });
    }
}
