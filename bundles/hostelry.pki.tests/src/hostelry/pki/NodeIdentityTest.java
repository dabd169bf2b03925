package hostelry.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIdentityTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Pki pki;

    @BeforeEach
    void make() {
        pki = new Pki(folder.resolve("pki"), PkiTest::write, Clock.systemUTC(), List.of("localhost"));
    }

    @Test
    void whatIsWrittenOutIsReadByTheNode() throws Exception {
        assertEquals(0, issue("node7:host7.example,10.0.0.7,fd00::7:" + folder.resolve("node.p12")), err.toString());
        Identity identity = NodeIdentity.load(folder).orElseThrow();
        assertEquals(Optional.of(Role.NODE), Role.of(identity.certificate()));
        assertEquals(pki.caCertificatePem(), Pem.of(identity.authority()));
        assertEquals(List.of("host7.example", "10.0.0.7", "fd00:0:0:0:0:0:0:7"),
                identity.certificate().getSubjectAlternativeNames().stream().map(name -> name.get(1)).toList());
    }

    @Test
    void whatIsWrittenOutIsBroughtToTheNode() throws Exception {
        assertEquals(0, issue("a:host-a:" + folder.resolve("a.p12")), err.toString());
        assertEquals(0, issue("b:host-b:" + folder.resolve("b.p12")), err.toString());
        Path keys = Files.createDirectory(folder.resolve("keys"));
        NodeIdentity.bring(folder.resolve("a.p12"), keys, PkiTest::write);
        assertTrue(NodeIdentity.load(keys).orElseThrow().certificate().getSubjectX500Principal().getName().contains("CN=a"));
        NodeIdentity.bring(folder.resolve("b.p12"), keys, PkiTest::write);
        assertTrue(NodeIdentity.load(keys).orElseThrow().certificate().getSubjectX500Principal().getName().contains("CN=b"));
        Files.delete(folder.resolve("a.password"));
        assertTrue(assertThrows(IOException.class, () -> NodeIdentity.bring(folder.resolve("a.p12"), keys, PkiTest::write)).getMessage()
                .contains("a.password"));
        assertTrue(assertThrows(IOException.class, () -> NodeIdentity.bring(folder.resolve("c.p12"), keys, PkiTest::write)).getMessage()
                .contains("--identity"));
        assertTrue(NodeIdentity.load(keys).orElseThrow().certificate().getSubjectX500Principal().getName().contains("CN=b"),
                "what was there stays");
    }

    @Test
    void aNodeWithoutIdentityHasNone() throws Exception {
        assertEquals(Optional.empty(), NodeIdentity.load(folder));
    }

    @Test
    void aSpoiltIdentityIsNamed() throws Exception {
        Files.writeString(folder.resolve("node.p12"), "nothing");
        assertTrue(assertThrows(IOException.class, () -> NodeIdentity.load(folder)).getMessage().contains("node.p12"));
    }

    @Test
    void wishesWithoutSenseAreRefused() {
        for (String wish : List.of("", "node", "node:host", "no de:host:" + folder.resolve("a.p12"),
                "node:a host:" + folder.resolve("a.p12"),
                "node::" + folder.resolve("a.p12"), "node:host:" + folder.resolve("a.txt"), "node:host:" + folder.resolve(".p12"))) {
            assertEquals(64, issue(wish), wish);
        }
        assertFalse(Files.exists(folder.resolve("a.p12")));
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Path file = folder.resolve("node.p12");
        Files.writeString(file, "mine");
        assertEquals(73, issue("node:host:" + file));
        assertEquals("mine", Files.readString(file));
        assertEquals(73, issue("node:host:" + folder.resolve("missing").resolve("node.p12")));
    }

    private int issue(String wish) {
        return IssueNode.issue(wish, pki, PkiTest::write, new PrintStream(new ByteArrayOutputStream()), new PrintStream(err));
    }
}
