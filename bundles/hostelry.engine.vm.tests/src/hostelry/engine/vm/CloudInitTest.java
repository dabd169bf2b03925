package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.node.api.DomainSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Golden files beside this class; to make them anew after a wanted change: run with {@code -Dgolden=FOLDER}, look at the difference, keep it. */
class CloudInitTest {
    private static Vm vm(Consumer<Vm> with) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setId("6a2f8f0c-41c6-4d51-a5b0-0f7f7b8f2f10");
        vm.setName("web1");
        vm.setMonitors(1);
        with.accept(vm);
        return vm;
    }

    private static Vm all() {
        return vm(vm -> {
            vm.setInitHostName("web1.example.org");
            vm.setInitUserName("admin");
            vm.setInitPassword("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1");
            vm.setInitSshKeys("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 it's \"me\": # {x}\n\nssh-rsa AAAAB3NzaC1yc2EAAAADAQAB two\n");
            vm.setInitTimeZone("Europe/Vienna");
            vm.setInitDnsServers("192.0.2.53 2001:db8::53");
            vm.setInitDnsSearch("example.org");
            vm.setInitRegenerateKeys(true);
            vm.setInitScript("#cloud-config\ntimezone: UTC\nruncmd:\n- [touch, /var/was-here]\n");
            vm.getInitNics().add("name=eth0;boot_protocol=static;address=192.0.2.10;netmask=255.255.255.0;gateway=192.0.2.1"
                    + ";ipv6_boot_protocol=static;ipv6_address=2001:db8::10;ipv6_netmask=64;ipv6_gateway=2001:db8::1");
            vm.getInitNics().add("name=eth1;boot_protocol=dhcp;ipv6_boot_protocol=autoconf");
            vm.getInitNics().add("name=eth2;on_boot=false;boot_protocol=none");
        });
    }

    private static void same(String golden, String written) throws IOException {
        String folder = System.getProperty("golden");
        if (folder != null) {
            Files.writeString(Path.of(folder, golden), written);
        }
        try (InputStream in = CloudInitTest.class.getResourceAsStream(golden)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), written);
        }
    }

    @Test
    void writesAllThatCanBeSaid() throws IOException {
        DomainSpec.Seed seed = CloudInit.seed(all());
        same("cloud-init.meta-data", seed.metaData);
        same("cloud-init.user-data", seed.userData);
        same("cloud-init.network-config", String.valueOf(seed.networkConfig));
    }

    @Test
    void writesTheLeast() {
        DomainSpec.Seed seed = CloudInit.seed(vm(vm -> {}));
        assertEquals("{\"instance-id\": \"6a2f8f0c-41c6-4d51-a5b0-0f7f7b8f2f10\"}\n#cloud-config\n", seed.metaData + seed.userData);
        assertNull(seed.networkConfig, "the guest asks by DHCP");
        assertFalse(CloudInit.says(vm(vm -> {})));
    }

    @Test
    void namesWithoutCardsLeaveDhcpAlone() {
        DomainSpec.Seed seed = CloudInit.seed(vm(vm -> vm.setInitDnsServers("192.0.2.53")));
        assertNull(seed.networkConfig);
        assertTrue(seed.userData.contains("resolv_conf: {\"nameservers\": [\"192.0.2.53\"]"), seed.userData);
    }

    @Test
    void nothingBreaksOutOfItsPlace() {
        String script = CloudInit.seed(vm(vm -> vm.setInitHostName("a\"\n- x: \u2028\u0085"))).metaData;
        assertTrue(script.endsWith("\"local-hostname\": \"a\\\"\\u000a- x: \\u2028\\u0085\"}\n"), script);
    }

    private static String against(Consumer<Vm> with) {
        Problems problems = new Problems();
        new InitChecks(problems).all(vm(with));
        return problems.verdict().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    @Test
    void whatSpeaksAgainstIt() {
        assertEquals("", against(vm -> vm.setInitHostName("web1.example.org")));
        assertTrue(against(vm -> vm.setInitHostName("web_1")).startsWith("The guest's host name has letters"));
        assertTrue(against(vm -> vm.setInitUserName("Root")).startsWith("The guest's user has a name"));
        assertTrue(against(vm -> vm.setInitPassword("secret")).contains("Give root_password"));
        assertFalse(against(vm -> vm.setInitPassword("secret")).contains("secret"));
        assertTrue(against(vm -> vm.setInitSshKeys("short")).startsWith("The public keys are"));
        assertTrue(against(vm -> vm.setInitTimeZone("Mars/Base")).startsWith("There is no time zone Mars/Base"));
        assertTrue(against(vm -> vm.setInitDnsServers("ns1.example.org")).startsWith("The name servers are"));
        assertTrue(against(vm -> vm.setInitDnsSearch("-x-")).startsWith("The domains to look in"));
        assertTrue(against(vm -> vm.setInitScript("#!/bin/sh\nreboot")).contains("runcmd:"));
        assertTrue(against(vm -> vm.setInitScript("a\u0000b")).startsWith("The script is a text"));
        assertTrue(against(vm -> vm.getInitNics().add("name=eth0;boot_protocol=static;address=1.2.3")).contains("wants an address"));
        assertTrue(against(vm -> vm.getInitNics().add("name=eth0;boot_protocol=static;address=192.0.2.1;netmask=255.0.255.0"))
                .contains("wants a netmask"));
        assertEquals("", against(vm -> vm.getInitNics().add("name=eth0;boot_protocol=static;address=192.0.2.1;netmask=24")));
    }
}
