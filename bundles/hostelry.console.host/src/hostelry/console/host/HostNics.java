package hostelry.console.host;

import hostelry.console.kit.Desk;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostNic;
import java.util.List;
import org.eclipse.swt.widgets.Composite;

/** The network cards of a host, as its node tells them. */
final class HostNics {
    private static final long MEGABIT = 1_000_000;
    private final Desk desk;

    HostNics(Desk desk) {
        this.desk = desk;
    }

    Page<Host> make(Composite parent) {
        return new TablePage<>(parent, desk,
                new TablePage.Parts<Host, HostNic>("host.nics.table", Entity::getId,
                        host -> desk.estate().all(HostNic.class).stream().filter(nic -> host.getId().equals(nic.getHost())).toList(),
                        List.of(Column.<HostNic>text("name", "Name", 120, nic -> Words.orEmpty(nic.getName()))
                                .with(nic -> desk.look().icons().of(Icon.NIC)),
                                Column.text("status", "Link", 70, nic -> "up".equals(nic.getStatus()) ? "Up" : "Down"),
                                Column.text("mac", "MAC address", 150, nic -> Words.orEmpty(nic.getMac())),
                                Column.number("speed", "Mbit/s", 80,
                                        nic -> nic.getSpeed() == 0 ? "—" : Long.toString(nic.getSpeed() / MEGABIT),
                                        nic -> (double) nic.getSpeed()),
                                Column.number("mtu", "MTU", 70, nic -> Integer.toString(nic.getMtu()), nic -> (double) nic.getMtu()),
                                Column.text("addresses", "Addresses", 200, nic -> String.join(", ", nic.getAddresses())),
                                Column.text("use", "Part of", 160, HostNics::use)),
                        "name", Icon.NIC, "The host has not told its network cards.", nic -> {}));
    }

    /** What it is plugged into, and what it is made of. */
    private static String use(HostNic nic) {
        StringBuilder text = new StringBuilder();
        if (nic.getBridge() != null) {
            text.append("bridge ").append(nic.getBridge());
        }
        if (nic.getBond() != null) {
            text.append(text.isEmpty() ? "" : ", ").append("bond ").append(nic.getBond());
        }
        if (nic.getVlan() > 0) {
            text.append(text.isEmpty() ? "" : ", ").append("VLAN ").append(nic.getVlan()).append(" on ").append(nic.getBaseInterface());
        }
        if (!nic.getSlaves().isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append("of ").append(String.join(", ", nic.getSlaves()));
        }
        return text.toString();
    }
}
