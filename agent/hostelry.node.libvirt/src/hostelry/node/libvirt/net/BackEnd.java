package hostelry.node.libvirt.net;

import hostelry.node.api.LinkSpec.Bond;
import hostelry.node.api.LinkSpec.Net;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to make networks. Pure: it answers with steps. */
interface BackEnd {
    /** As it stands in the file of what was made. */
    String word();

    /** A bond, from nothing; its networks come later. */
    List<Step> bond(Bond bond);

    /**
     * What networks on one card or bond share, from nothing.
     *
     * @param bond what the device is, if it is one
     * @param mtu bytes that the largest of its networks wants
     */
    List<Step> uplink(String device, @Nullable Bond bond, int mtu);

    /** A network on its device, without its addresses. */
    List<Step> net(Net net);

    /** A network that is there has another tag than it was given. @param actual the tag that it has */
    List<Step> retag(Net net, int actual);

    /** The longest packet of a network that is there becomes another one. */
    List<Step> resize(Net from, Net to);
}
