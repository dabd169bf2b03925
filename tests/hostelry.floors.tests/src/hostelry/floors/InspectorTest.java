package hostelry.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check can fail: made-up manifests that break one rule each. */
class InspectorTest {
    @Test
    void allowsWhatThePlanDraws() throws IOException {
        assertEquals(List.of(), problems(room("api", "hostelry.model;version=\"[1,2)\"", ""), room("model", "", ""),
                room("engine.vm", "hostelry.api,hostelry.engine.work", ""), room("engine.work", "hostelry.api", ""),
                room("client.local", "hostelry.client", ""), room("client", "hostelry.api,hostelry.model", "")));
    }

    @Test
    void refusesAnArrowUp() throws IOException {
        assertEquals(List.of("hostelry.model (floor 0) imports hostelry.api of hostelry.api (floor 1): arrows only point down."),
                problems(room("model", "hostelry.api", ""), room("api", "", "")));
    }

    @Test
    void refusesASibling() throws IOException {
        assertEquals(
                List.of("hostelry.engine.vm (floor 2) imports hostelry.engine.host of hostelry.engine.host (floor 2): "
                        + "no room imports its sibling, unless floors.txt draws the arrow."),
                problems(room("engine.vm", "hostelry.engine.host;version=\"[1.0,2)\"", ""), room("engine.host", "", "")));
    }

    @Test
    void refusesASiblingByRequireBundle() throws IOException {
        assertEquals(
                List.of("hostelry.console.vm (floor 4) imports hostelry.console.host of hostelry.console.host (floor 4): "
                        + "no room imports its sibling, unless floors.txt draws the arrow."),
                problems(room("console.vm", "", "Require-Bundle: hostelry.console.host;bundle-version=\"[0.1,1)\"\n"),
                        room("console.host", "", "")));
    }

    @Test
    void refusesAnArrowDownThatIsNotDrawn() throws IOException {
        assertEquals(
                List.of("hostelry.console.vm (floor 4) imports hostelry.engine.spi of hostelry.engine.spi (floor 2): "
                        + "floors.txt does not draw this arrow."),
                problems(room("console.vm", "hostelry.engine.spi", ""), room("engine.spi", "", "")));
    }

    @Test
    void refusesACircle() throws IOException {
        Plan plan = new Plan("room 1 a: b\nroom 1 b: c\nroom 1 c: a\n");
        List<String> problems = new Inspector(plan)
                .problems(List.of(room("a", "hostelry.b", ""), room("b", "hostelry.c", ""), room("c", "hostelry.a", "")));
        assertEquals(List.of("hostelry.a -> hostelry.b -> hostelry.c -> hostelry.a: a circle."), problems);
    }

    @Test
    void refusesLibvirtOutsideItsRoom() throws IOException {
        assertEquals(List.of("hostelry.node.web imports org.libvirt: only node.libvirt may."),
                problems(room("node.web", "org.libvirt;version=\"[0.5,1)\"", ""),
                        room("node.libvirt", "org.libvirt,org.libvirt.event", "")));
    }

    @Test
    void refusesPixelsBelowTheWindow() throws IOException {
        assertEquals(
                List.of("hostelry.client.mirror imports org.eclipse.swt.widgets: only console, console.* may.",
                        "hostelry.client.mirror imports org.eclipse.ui: only console, console.* may."),
                problems(room("client.mirror", "org.eclipse.swt.widgets", "Require-Bundle: org.eclipse.ui\n"),
                        room("console", "org.eclipse.jface.action", "Require-Bundle: org.eclipse.ui\n")));
    }

    @Test
    void refusesAnUnknownRoom() throws IOException {
        assertEquals(List.of("hostelry.attic is not in the plan: give it a line in floors.txt."), problems(room("attic", "", "")));
    }

    @Test
    void refusesAStrangersPackage() throws IOException {
        Room api = new Room("api", List.of(), List.of(), List.of("hostelry.api", "hostelry.api.more", "hostelry.apiary"), "");
        assertEquals(List.of("hostelry.api exports hostelry.apiary: its packages begin with its own name."), problems(api));
    }

    @Test
    void testsMayLookSidewaysButNotUp() throws IOException {
        assertEquals(List
                .of("hostelry.api.tests (floor 1) imports hostelry.engine.spi of hostelry.engine.spi (floor 2): arrows only point down."),
                problems(room("api", "", ""), room("wire", "", ""), room("engine.spi", "", ""),
                        room("api.tests", "hostelry.wire,hostelry.engine.spi", "Fragment-Host: hostelry.api\n")));
    }

    @Test
    void aTestFragmentSitsInTheRoomOfItsName() throws IOException {
        assertEquals(List.of("hostelry.api.tests is a fragment of hostelry.wire, but its name says it tests hostelry.api."),
                problems(room("api", "", ""), room("api.tests", "", "Fragment-Host: hostelry.wire;bundle-version=\"0.1.0\"\n")));
    }

    @Test
    void findsPackagesThatDoNotSayWhyTheyExist(@TempDir Path clone) throws IOException {
        Path module = clone.resolve("bundles/hostelry.x");
        write(module.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nBundle-SymbolicName: hostelry.x\n");
        write(module.resolve("src/hostelry/x/package-info.java"), "/** Here to be good. */\npackage hostelry.x;\n");
        write(module.resolve("src/hostelry/x/A.java"), "package hostelry.x;\nclass A {}\n");
        write(module.resolve("src/hostelry/x/silent/B.java"), "package hostelry.x.silent;\nclass B {}\n");
        String silent = Path.of("bundles/hostelry.x/src/hostelry/x/silent").toString();
        assertEquals(List.of(silent + " has no package-info.java with a sentence that says why the room exists."),
                new Source(clone).silentPackages());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> problems(Room... rooms) throws IOException {
        return new Inspector(FloorsTest.plan()).problems(new ArrayList<>(List.of(rooms)));
    }

    /** A made-up bundle that exports one package of its own name. */
    private static Room room(String name, String imports, String more) throws IOException {
        String text = "Manifest-Version: 1.0\nBundle-SymbolicName: hostelry." + name + ";singleton:=true\n"
                + (more.contains("Fragment-Host") ? "" : "Export-Package: hostelry." + name + ";version=\"1.0.0\";uses:=\"a,b\"\n")
                + (imports.isEmpty() ? "" : "Import-Package: " + imports + "\n") + more;
        return Room.of(new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }
}
