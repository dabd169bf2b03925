package hostelry.bots;

/** The tree of the estate. */
public final class EstateTree {
    private final BotTree tree;

    EstateTree(BotTree tree) {
        this.tree = tree;
    }

    public BotTree tree() {
        return tree;
    }

    public void goToVms() {
        tree.select("Estate", "Default", "Default", "VMs");
    }

    public void goToHosts() {
        tree.select("Estate", "Default", "Default", "Hosts");
    }

    public void selectVm(String name) {
        tree.select("Estate", "Default", "Default", "VMs", name);
    }

    public void selectHost(String name) {
        tree.select("Estate", "Default", "Default", "Hosts", name);
    }

    /** A shelf of the data center. */
    public void goTo(String shelf) {
        tree.select("Estate", "Default", shelf);
    }
}
