package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** oVirt's clients as Debian packs them, as programs of their own, against the open door; each is left out with a word where its package is missing. */
class ClientsTest {
    private static final Path FENCE = Path.of("/usr/sbin/fence_rhevm");
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int PATIENCE_SECONDS = 60;
    /** The calls of remote-viewer between its start and its picture; the arguments: address of the engine, user, password, file of the authority. */
    private static final String GOVIRT = """
            import sys
            import gi
            try:
                gi.require_version('GoVirt', '1.0')
            except ValueError:
                sys.exit(77)
            from gi.repository import GoVirt
            proxy = GoVirt.Proxy.new(sys.argv[1])
            proxy.props.username, proxy.props.password, proxy.props.ssl_ca_file = sys.argv[2:]
            api = proxy.fetch_api()
            # no pools: oVirt calls their list vm_pools, and this library takes it for vmpools
            for collection in [api.get_hosts(), api.get_clusters(), api.get_data_centers(), api.get_storage_domains()]:
                collection.fetch(proxy)
                print('list', sorted(collection.get_resources()))
            vms = api.search_vms('name=web1')
            vms.fetch(proxy)
            vm = vms.lookup_resource('web1')
            vm.start(proxy)
            vm.refresh(proxy)
            print('state', vm.props.state.value_nick)
            vm.get_ticket(proxy)
            display = vm.props.display
            print('display', display.props.type.value_nick, display.props.ticket)
            print('at', display.props.address, display.props.port, display.props.secure_port, display.props.monitor_count,
                  display.props.host_subject)
            vm.get_cdroms().fetch(proxy)
            vm.stop(proxy)
            vm.refresh(proxy)
            print('state', vm.props.state.value_nick)
            """;

    @TempDir
    Path folder;
    private final Web web = new Web();
    private String vm;

    @BeforeEach
    void aMachine() {
        web.post("/vms", "<vm><name>web1</name></vm>");
        vm = web.engine.list(web.engine.access.admin, Vm.class).getFirst().getId();
    }

    @AfterEach
    void close() {
        web.close();
    }

    private record Ended(int code, String text) {}

    private Ended run(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it hangs");
        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private Ended fence(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(FENCE.toString(), "-a", "localhost", "--ipport=" + web.port(), "-l",
                "admin@internal", "-p", FakeAccess.PASSWORD, "-z", "--ssl-insecure", "--shell-timeout=30", "--power-timeout=30"));
        command.addAll(List.of(options));
        return run(command);
    }

    @Test
    void aFenceAgentTurnsMachinesOffAndOn() throws Exception {
        assumeTrue(Files.isExecutable(FENCE), "fence-agents is not installed");
        for (String version : List.of("auto", "4")) {
            String api = "--api-version=" + version;
            assertEquals("web1,\n", fence("-o", "list", api).text());
            assertEquals(2, fence("-o", "status", "-n", "web1", api).code(), "off");
            Ended on = fence("-o", "on", "-n", "web1", api);
            assertEquals(0, on.code(), on.text());
            assertEquals(VmStatus.UP, web.engine.get(web.engine.access.admin, Vm.class, vm).getStatus());
            assertEquals(0, fence("-o", "status", "-n", "web1", api, "--use-cookies", "--cookie-file=" + folder.resolve("jar")).code());
            Ended again = fence("-o", "reboot", "-n", "web1", api, "--disable-http-filter");
            assertEquals(0, again.code(), again.text());
            Ended off = fence("-o", "off", "-n", "web1", api);
            assertEquals(0, off.code(), off.text());
            assertEquals(VmStatus.DOWN, web.engine.get(web.engine.access.admin, Vm.class, vm).getStatus());
        }
        assertTrue(fence("-o", "status", "-n", "nobody").code() != 0, "one that is not there");
    }

    @Test
    void remoteViewersLibraryOpensAMachine() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "python3 is not installed");
        Path authority = Files.writeString(folder.resolve("ca.pem"), web.authority);
        Ended ended = run(List.of(PYTHON.toString(), "-W", "ignore", "-c", GOVIRT, "localhost:" + web.port(), "admin@internal",
                FakeAccess.PASSWORD, authority.toString()));
        assumeTrue(ended.code() != 77 && !ended.text().contains("No module named 'gi'"),
                "gir1.2-govirt-1.0 or python3-gi is not installed");
        String text = ended.text();
        assertEquals(0, ended.code(), text);
        assertTrue(text.contains("list ['this machine']\nlist ['Default']\nlist ['Default']\nlist ['data', 'iso']\n"), text);
        assertTrue(text.contains("state up\ndisplay spice s3cret-"), text);
        assertTrue(text.contains("\nat 127.0.0.1 5900 5901 1 O=Hostelry,CN=here\n"), text);
        assertTrue(text.endsWith("state down\n"), text);
    }
}
