package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.bots.BotTree;
import hostelry.bots.HostelryWindow;
import hostelry.bots.SetupNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Networks of hosts: dragged onto cards, with what will happen beside what is. Each test gives back what it took. */
class SetupNetworksTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void networksAndCardsAreDraggedAndTakenBack() {
        SetupNetworks networks = window.setUpNetworks("lodge1");
        networks.waitForMessage("The host has its networks as they are to be");
        networks.drag("blue").onto("eno2").waitFor("blue", "What happens", "New").waitFor("blue", "Is to be", "eno2, VLAN 20, MTU 1500");
        networks.drag("eno2").onto("eno3").waitFor("bond0", "Is to be", "eno2 + eno3, active-backup");
        networks.drag("ovirtmgmt").off();
        assertEquals("The management network ovirtmgmt stays: the engine reaches the host through it.", networks.refusal());
        window.screenshot("setup-networks-refused");
        networks.drag("blue").off();
        networks.waitForMessage("Bond bond0 carries no network: put one onto it, or break it.");
        networks.undo().waitFor("blue", "Is to be", "bond0, VLAN 20, MTU 1500");
        networks.undo().undo();
        networks.waitForMessage("The host has its networks as they are to be");
        assertFalse(networks.tells("blue"));
        networks.cancel();
    }

    @Test
    void aHandDragsANetworkOntoACard() throws IOException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "xdotool"))),
                "xdotool moves the pointer");
        SetupNetworks networks = window.setUpNetworks("lodge1");
        networks.drag("red").byHandOnto("eno4").waitFor("red", "Is to be", "eno4, VLAN 30, MTU 1500");
        networks.cancel();
    }

    @Test
    void networksAreSetUpWithoutAMouseAndTakenOffAgain() {
        SetupNetworks networks = window.setUpNetworks("lodge1");
        networks.put("blue", "eno3").menu("eno4", "Bond with", "eno3").waitFor("bond0", "What happens", "New");
        networks.menu("bond0", "Mode", "802.3ad").waitFor("bond0", "Is to be", "eno3 + eno4, 802.3ad");
        networks.address("blue", "10.0.20.0", "24").waitForMessage("blue: 10.0.20.0 is no address of a host");
        networks.address("blue", "10.0.20.7", "255.255.255.0").waitFor("blue", "Is to be", "bond0, VLAN 20, MTU 1500, 10.0.20.7/24");
        window.screenshot("setup-networks");
        networks.ok();
        BotTree cards = window.cardsOf("lodge1");
        cards.waitFor("In sync", "Yes", "bond0", "bond0.20", "blue");
        cards.waitFor("Addresses", "10.0.20.7/24", "bond0", "bond0.20", "blue");
        window.screenshot("host-nics-set-up");

        networks = window.setUpNetworks("lodge1");
        networks.menu("blue", "Take off this host").menu("bond0", "Break bond0").waitFor("blue", "What happens", "Goes")
                .waitFor("bond0", "What happens", "Goes");
        networks.ok();
        cards = window.cardsOf("lodge1");
        cards.waitFor("Link", "Up", "eno4");
        window.bot().cTabItem("host.general");
    }

    @Test
    void whatIsOutOfSyncIsSeenAndWhatGuestsUseStays() {
        BotTree cards = window.cardsOf("lodge2");
        cards.waitFor("In sync", "No: mtu is 1400 and is to be 1500", "eno2", "eno2.42", "lab");
        SetupNetworks networks = window.setUpNetworks("lodge2");
        networks.waitFor("lab", "What happens", "Out of sync").select("lab");
        window.screenshot("setup-networks-out-of-sync");
        networks.drag("lab").off().waitFor("lab", "What happens", "Goes");
        networks.waitForMessage("Network lab on host lodge2 is used by ");
        assertEquals("", networks.refusal(), "it is the engine that refuses");
        window.screenshot("setup-networks-used");
        networks.cancel();
        window.bot().cTabItem("host.general");
    }

    @Test
    void aNetworkTellsWhichHostsCarryIt() {
        window.networksTable().select("lab");
        window.bot().cTabItem("network.hosts");
        window.bot().table("network.hosts.table").waitFor("lodge2", "In sync", "No: mtu is 1400 and is to be 1500", SOON);
        window.bot().table("network.hosts.table").waitFor("lodge2", "On", "eno2", SOON);
        window.screenshot("network-hosts");
        window.bot().cTabItem("network.general");
    }
}
