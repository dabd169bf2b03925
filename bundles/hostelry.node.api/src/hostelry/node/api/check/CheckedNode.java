package hostelry.node.api.check;

import hostelry.node.api.Consoles;
import hostelry.node.api.Disks;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.Images;
import hostelry.node.api.Links;
import hostelry.node.api.Migration;
import hostelry.node.api.Node;

/** A node with a door: what makes no sense is refused with BAD_INPUT and a sentence, and never reaches the node behind. */
public final class CheckedNode implements Node {
    private final Node node;
    private final Domains domains;
    private final Disks disks;
    private final Images images;
    private final Migration migration;
    private final Links links;
    private final Consoles consoles;

    public CheckedNode(Node node) {
        this.node = node;
        this.domains = new DomainDoor(node.domains());
        this.disks = new DiskDoor(node.disks());
        this.images = new ImageDoor(node.images());
        this.migration = new MigrationDoor(node.migration());
        this.links = new LinkDoor(node.links());
        this.consoles = new ConsoleDoor(node.consoles());
    }

    @Override
    public String hostId() {
        return node.hostId();
    }

    @Override
    public Domains domains() {
        return domains;
    }

    @Override
    public Disks disks() {
        return disks;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Migration migration() {
        return migration;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Consoles consoles() {
        return consoles;
    }

    @Override
    public Facts facts() {
        return node.facts();
    }
}
