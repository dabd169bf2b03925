package hostelry.node.client;

import hostelry.node.api.Certificates;
import hostelry.node.api.Consoles;
import hostelry.node.api.Disks;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.Images;
import hostelry.node.api.Links;
import hostelry.node.api.Migration;
import hostelry.node.api.Node;
import java.util.Optional;

/** A node over the wire. */
record WireNode(String hostId, Domains domains, Disks disks, Images images, Migration migration, Links links, Consoles consoles,
        Facts facts,
        Optional<Certificates> certificates) implements Node {}
