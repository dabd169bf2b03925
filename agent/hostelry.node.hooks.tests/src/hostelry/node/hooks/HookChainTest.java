package hostelry.node.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookFacts;
import hostelry.node.api.hook.HookNote;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.HookRefused;
import hostelry.node.api.hook.VmHook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real scripts, run by the real kernel. */
class HookChainTest {
    private static final String ID = "6e0bb8e6-3b9d-4a6e-9b3e-0d6f2a1c4b11";
    private static final String XML = "<domain type=\"kvm\"><name>web1</name><uuid>" + ID + "</uuid><vcpu>1</vcpu></domain>";

    /** The sample of the seed (001, "pincpu usages"), as it stands there: Python 2, with VDSM's module. */
    private static final String PINCPU = """
            #!/usr/bin/python

            import os
            import sys
            import hooking
            import traceback

            if os.environ.has_key('pincpu'):
                try:
                    domxml = hooking.read_domxml()
                    vcpu = domxml.getElementsByTagName('vcpu')[0]

                    if not vcpu.hasAttribute('pincpu'):
                        sys.stderr.write('pincpu: pinning cpu to: %s\\n' % os.environ['pincpu']);
                        vcpu.setAttribute('cpuset', os.environ['pincpu'])
                        hooking.write_domxml(domxml)
                    else:
                        sys.stderr.write('pincpu: cpuset attribute is present in vcpu, doing nothing\\n')
                except:
                    sys.stderr.write('pincpu: [unexpected error]: %s\\n' % traceback.format_exc())
                    sys.exit(2)
            """;

    @TempDir
    Path home;

    private final List<VmHook> plugins = new ArrayList<>();
    private final List<HookNote> notes = new ArrayList<>();
    private HookChain chain;
    private Path root;

    @BeforeEach
    void folders() throws IOException {
        root = Files.createDirectory(home.resolve("hooks"));
        Path python = Files.createDirectory(home.resolve("python"));
        for (String name : List.of("hooking.py", "sitecustomize.py")) {
            try (InputStream module = HookChain.class.getResourceAsStream("/python/" + name)) {
                Files.write(python.resolve(name), module.readAllBytes());
            }
        }
        ScriptFolder folder = new ScriptFolder(root, List.of("root", System.getProperty("user.name")));
        ScriptHooks scripts = new ScriptHooks(folder, python, Files.createDirectory(home.resolve("run")), 5);
        chain = new HookChain(() -> {
            List<VmHook> all = new ArrayList<>(plugins);
            all.add(scripts);
            return all;
        }, folder);
    }

    private void script(HookPoint point, String name, String text) throws IOException {
        Path file = Files.createDirectories(root.resolve(point.folder())).resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(HookPoint point, Map<String, String> properties) throws NodeFault {
        return chain.run(point, new HookCall(ID, XML, properties), notes::add);
    }

    @Test
    void theSampleOfTheSeedPinsACpu() throws Exception {
        script(HookPoint.BEFORE_START, "50_pincpu", PINCPU);
        String made = run(HookPoint.BEFORE_START, Map.of("pincpu", "1-4,^3,6"));
        assertTrue(made.contains("cpuset=\"1-4,^3,6\""), made);
        assertEquals(List.of("pincpu: pinning cpu to: 1-4,^3,6"), notes.stream().map(HookNote::text).toList());
    }

    @Test
    void aGuestWithoutThePropertyStaysAsItIs() throws Exception {
        script(HookPoint.BEFORE_START, "50_pincpu", PINCPU);
        assertEquals(XML, run(HookPoint.BEFORE_START, Map.of()));
        assertEquals(List.of(), notes);
    }

    @Test
    void scriptsComeInTheOrderOfTheirNames() throws Exception {
        script(HookPoint.BEFORE_START, "20_second", "#!/bin/sh\nsed -i 's/<vcpu>2/<vcpu>3/' \"$_hook_domxml\"\n");
        script(HookPoint.BEFORE_START, "10_first", "#!/bin/sh\nsed -i 's/<vcpu>1/<vcpu>2/' \"$_hook_domxml\"\n");
        assertTrue(run(HookPoint.BEFORE_START, Map.of()).contains("<vcpu>3</vcpu>"));
    }

    @Test
    void oneLetsTheOthersRunAndRefusesTwoEndsAtOnce() throws Exception {
        Path trace = home.resolve("trace");
        script(HookPoint.BEFORE_START, "10_one", "#!/bin/sh\necho no license >&2\nexit 1\n");
        script(HookPoint.BEFORE_START, "20_two", "#!/bin/sh\necho two >> " + trace + "\nexit 2\n");
        script(HookPoint.BEFORE_START, "30_three", "#!/bin/sh\necho three >> " + trace + "\n");
        NodeFault refused = assertThrows(NodeFault.class, () -> run(HookPoint.BEFORE_START, Map.of()));
        assertEquals("The hook 10_one ended with 1. no license", refused.getMessage());
        assertEquals("two\n", Files.readString(trace));
        assertEquals(List.of(1, 2), notes.stream().map(HookNote::status).toList());
    }

    @Test
    void afterwardsNothingIsRefused() throws Exception {
        script(HookPoint.AFTER_START, "10_fails", "#!/bin/sh\necho sad >&2\nexit 2\n");
        assertEquals(XML, run(HookPoint.AFTER_START, Map.of()));
        assertEquals(List.of(new HookNote("after_vm_start", "10_fails", 2, "sad")), notes);
    }

    @Test
    void xmlOfAPointThatOnlyReadsIsNotTaken() throws Exception {
        script(HookPoint.BEFORE_PAUSE, "10_writes", "#!/bin/sh\necho '<domain/>' > \"$_hook_domxml\"\n");
        assertEquals(XML, run(HookPoint.BEFORE_PAUSE, Map.of()));
    }

    @Test
    void oneThatDoesNotEndIsEndedWithAllItStarted() throws Exception {
        Path pid = home.resolve("pid");
        script(HookPoint.BEFORE_START, "10_sleeps", "#!/bin/sh\nsleep 600 &\necho $! > " + pid + "\nwait\n");
        NodeFault refused = assertThrows(NodeFault.class, () -> run(HookPoint.BEFORE_START, Map.of()));
        assertTrue(refused.getMessage().contains("did not end within 5 seconds"), refused.getMessage());
        long sleeper = Long.parseLong(Files.readString(pid).strip());
        assertFalse(runs(sleeper));
    }

    /** One that is dead but that nobody has buried runs no more. */
    private static boolean runs(long pid) throws Exception {
        for (int i = 0; i < 100; i++) {
            try {
                if (Files.readString(Path.of("/proc", String.valueOf(pid), "stat")).matches("(?s).*\\) [ZX] .*")) {
                    return false;
                }
            } catch (IOException e) {
                return false; // gone
            }
            Thread.sleep(50);
        }
        return true;
    }

    @Test
    void theEnvironmentHoldsVdsmsWordsAndNoDangerousOnes() throws Exception {
        Path seen = home.resolve("seen");
        script(HookPoint.AFTER_START, "10_env", "#!/bin/sh\nenv > " + seen + "\n");
        run(HookPoint.AFTER_START,
                Map.of("color", "a;b $(id)", "LD_PRELOAD", "/tmp/x.so", "PYTHONPATH", "/tmp", "BASH_ENV", "/tmp/x", "a b", "c"));
        List<String> lines = Files.readAllLines(seen);
        assertTrue(lines.contains("color=a;b $(id)"), lines::toString);
        assertTrue(lines.contains("vmId=" + ID), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("_hook_domxml=")), lines::toString);
        assertTrue(lines.contains("PYTHONPATH=" + home.resolve("python")), lines::toString);
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("LD_") || line.startsWith("BASH_ENV") || line.startsWith("a b")),
                lines::toString);
    }

    @Test
    void whatOthersCouldHaveChangedIsShownAndNotRun() throws Exception {
        script(HookPoint.BEFORE_START, "10_open", "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(root.resolve("before_vm_start/10_open"), PosixFilePermissions.fromString("rwxrwxrwx"));
        NodeFault refused = assertThrows(NodeFault.class, () -> run(HookPoint.BEFORE_START, Map.of()));
        assertTrue(refused.getMessage().contains("chmod go-w"), refused.getMessage());
        assertTrue(chain.list().getFirst().trouble().contains("Others can write"), chain.list()::toString);
    }

    @Test
    void theListTellsChecksums() throws Exception {
        script(HookPoint.BEFORE_START, "10_empty", "");
        script(HookPoint.AFTER_DESTROY, "10_x", "#!/bin/sh\n");
        Files.writeString(root.resolve("before_vm_start/README"), "no program");
        List<HookFacts> list = chain.list();
        assertEquals(List.of("before_vm_start", "after_vm_destroy"), list.stream().map(HookFacts::event).toList());
        assertEquals("d41d8cd98f00b204e9800998ecf8427e", list.getFirst().md5());
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", list.getFirst().sha256());
    }

    @Test
    void aHookMayNotMakeAnotherGuestOfIt() throws Exception {
        script(HookPoint.BEFORE_START, "10_renames", "#!/bin/sh\nsed -i 's/web1/web2/' \"$_hook_domxml\"\n");
        assertTrue(assertThrows(NodeFault.class, () -> run(HookPoint.BEFORE_START, Map.of())).getMessage()
                .contains("changed the guest's name"));
    }

    @Test
    void brokenXmlIsNotTaken() throws Exception {
        script(HookPoint.BEFORE_START, "10_breaks", "#!/bin/sh\necho '<domain' > \"$_hook_domxml\"\n");
        assertTrue(assertThrows(NodeFault.class, () -> run(HookPoint.BEFORE_START, Map.of())).getMessage().contains("is no XML"));
    }

    @Test
    void aProgramThatIsMissingIsNamed() throws Exception {
        script(HookPoint.BEFORE_START, "10_ruby", "#!/usr/bin/no-such-program\n");
        assertTrue(assertThrows(NodeFault.class, () -> run(HookPoint.BEFORE_START, Map.of())).getMessage().contains("first line names"));
    }

    @Test
    void pluginsAreCalledBeforeScriptsAndMayRefuse() throws Exception {
        plugins.add(new Plugin(call -> call.xml().replace("<vcpu>1", "<vcpu>7"), ""));
        script(HookPoint.BEFORE_START, "10_sees", "#!/bin/sh\ngrep -q '<vcpu>7' \"$_hook_domxml\" || exit 2\n");
        assertTrue(run(HookPoint.BEFORE_START, Map.of()).contains("<vcpu>7"));
        plugins.set(0, new Plugin(HookCall::xml, "not on a Sunday"));
        assertEquals("not on a Sunday", assertThrows(NodeFault.class, () -> run(HookPoint.BEFORE_START, Map.of())).getMessage());
    }

    @Test
    void aPluginThatBreaksRefusesTheAct() {
        plugins.add(new Plugin(call -> {
            throw new IllegalStateException("oops");
        }, ""));
        assertTrue(
                assertThrows(NodeFault.class, () -> run(HookPoint.BEFORE_START, Map.of())).getMessage().contains("The hook plugin broke"));
    }

    private record Plugin(java.util.function.Function<HookCall, String> act, String refusal) implements VmHook {
        @Override
        public String name() {
            return "plugin";
        }

        @Override
        public Set<HookPoint> points() {
            return Set.of(HookPoint.BEFORE_START);
        }

        @Override
        public String run(HookPoint point, HookCall call, Consumer<HookNote> notes) throws HookRefused {
            if (!refusal.isEmpty()) {
                throw new HookRefused(refusal);
            }
            return act.apply(call);
        }
    }
}
