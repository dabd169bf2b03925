package hostelry.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.JournalEntry;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.store.jpa.DatabaseUnusable;
import hostelry.model.BootDevice;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.MacPool;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.VnicProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store on a real database; with {@code -Dhostelry.test.jdbc=jdbc:postgresql:…} on that one. */
class StoreTest {
    @TempDir
    Path folder;

    private String url = "";
    private Store store;

    @BeforeEach
    void open() throws Exception {
        url = TestDatabase.fresh(folder);
        store = Store.open(url);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() throws Exception {
        store.close();
        store = Store.open(url);
    }

    private Vm add(String name) {
        return store.inventory.change(draft -> {
            Vm vm = HostelryFactory.eINSTANCE.createVm();
            vm.setName(name);
            vm.setCluster(WellKnown.CLUSTER);
            vm.setMemory(1L << 40);
            vm.setStatus(VmStatus.DOWN);
            vm.setCreationTime(Instant.parse("2026-03-29T01:30:00.123456Z"));
            vm.getBootDevices().addAll(List.of(BootDevice.CDROM, BootDevice.HD));
            vm.setCpuUsage(12.5);
            return draft.add(vm);
        });
    }

    @Test
    void hasItsFirstRowsOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            DataCenter center = store.inventory.find(DataCenter.class, WellKnown.DATA_CENTER).orElseThrow();
            assertEquals("Default 4.7 true",
                    center.getName() + " " + center.getVersionMajor() + "." + center.getVersionMinor() + " " + center.isLocal());
            assertEquals("x86_64", store.inventory.named(Cluster.class, "Default").orElseThrow().getArchitecture());
            Network network = store.inventory.find(Network.class, WellKnown.NETWORK).orElseThrow();
            assertEquals("ovirtmgmt", network.getName());
            assertEquals(List.of(NetworkUsage.VM, NetworkUsage.MANAGEMENT), network.getUsages());
            var assigned = ClusterNetworks.in(store.inventory).find(WellKnown.CLUSTER, WellKnown.NETWORK).orElseThrow();
            assertTrue(assigned.isRequired());
            assertEquals(ClusterNetworks.ROLES, assigned.getRoles());
            assertEquals(WellKnown.NETWORK, store.inventory.find(VnicProfile.class, WellKnown.VNIC_PROFILE).orElseThrow().getNetwork());
            assertEquals("Blank", store.inventory.find(Template.class, WellKnown.BLANK).orElseThrow().getName());
            assertEquals(WellKnown.ADMIN, store.inventory.named(User.class, "admin@internal").orElseThrow().getId());
            assertEquals(WellKnown.MAC_POOL, store.inventory.named(Cluster.class, "Default").orElseThrow().getMacPool());
            assertEquals(List.of(WellKnown.MAC_POOL), store.inventory.all(MacPool.class).stream().map(MacPool::getId).toList());
            reopen();
        }
        assertEquals(1, store.inventory.all(User.class).size());
    }

    @Test
    void keepsWhatItWasGiven() throws Exception {
        Vm vm = add("web1");
        reopen();
        Vm again = store.inventory.find(Vm.class, vm.getId()).orElseThrow();
        assertEquals(0, again.getCpuUsage(), "observed: gone with the process");
        again.setCpuUsage(vm.getCpuUsage());
        assertTrue(EcoreUtil.equals(vm, again), again + " is not " + vm);

        store.inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, vm.getId());
            edited.setStatus(VmStatus.UP);
            edited.setDescription("Größe, 'quote', \n line, 漢字 🐧");
            edited.setCreationTime(null);
            edited.getBootDevices().clear();
            return null;
        });
        reopen();
        again = store.inventory.named(Vm.class, "web1").orElseThrow();
        assertEquals(VmStatus.UP, again.getStatus());
        assertEquals("Größe, 'quote', \n line, 漢字 🐧", again.getDescription());
        assertNull(again.getCreationTime());
        assertTrue(again.getBootDevices().isEmpty());
        assertEquals(1L << 40, again.getMemory());

        store.inventory.change(draft -> {
            draft.remove(Vm.class, vm.getId());
            return null;
        });
        reopen();
        assertTrue(store.inventory.all(Vm.class).isEmpty());
    }

    @Test
    void replacesAnObjectInOneChange() throws Exception {
        Vm vm = add("web1");
        store.inventory.change(draft -> {
            draft.remove(Vm.class, vm.getId());
            Vm other = HostelryFactory.eINSTANCE.createVm();
            other.setId(vm.getId());
            other.setName("web2");
            return draft.add(other);
        });
        reopen();
        assertEquals("web2", store.inventory.find(Vm.class, vm.getId()).orElseThrow().getName());
        assertEquals(Optional.empty(), store.inventory.named(Vm.class, "web1"));
    }

    @Test
    void keepsTheJournal() throws Exception {
        Map<String, String> odd = Map.of("a", "1&2=3 %", "ö", "\n", "empty", "");
        store.inventory.change(draft -> {
            draft.journal(new JournalEntry("j1", "StartVm", Map.of("vm", "1"), "u", "admin@internal", "c"));
            draft.journal(new JournalEntry("j2", "StopVm", Map.of(), "u", "admin@internal", "c"));
            return null;
        });
        store.inventory.change(draft -> {
            draft.journal(new JournalEntry("j1", "StartVm", odd, "u", "admin@internal", "c"));
            draft.journalEnd("j2");
            draft.journalEnd("never there");
            return null;
        });
        assertEquals(odd, store.inventory.unfinished().get(0).arguments());
        reopen();
        assertEquals(List.of(new JournalEntry("j1", "StartVm", odd, "u", "admin@internal", "c")), store.inventory.unfinished());
        store.inventory.change(draft -> {
            draft.journalEnd("j1");
            return null;
        });
        reopen();
        assertTrue(store.inventory.unfinished().isEmpty());
    }

    @Test
    void neverGivesAnEventAnOldIndex() throws Exception {
        for (int i = 1; i <= 3; i++) {
            assertEquals(i, store.inventory.change(draft -> draft.add(HostelryFactory.eINSTANCE.createEvent())).getIndex());
        }
        store.inventory.change(draft -> {
            draft.all(Event.class).forEach(event -> draft.remove(Event.class, event.getId()));
            return null;
        });
        reopen();
        Event next = store.inventory.change(draft -> draft.add(HostelryFactory.eINSTANCE.createEvent()));
        assertEquals(4, next.getIndex());
        assertEquals("4", next.getId());
    }

    @Test
    void keepsPasswordHashes() throws Exception {
        assertEquals(Optional.empty(), store.ledger.hash("u"));
        store.ledger.set("u", "one");
        store.ledger.set("u", "two");
        store.ledger.set("v", "three");
        reopen();
        assertEquals(Optional.of("two"), store.ledger.hash("u"));
        store.ledger.remove("u");
        store.ledger.remove("u");
        assertEquals(Optional.empty(), store.ledger.hash("u"));
        assertEquals(Optional.of("three"), store.ledger.hash("v"));
    }

    @Test
    void doesAllOrNothing() throws Exception {
        Vm vm = add("web1");
        IllegalStateException thrown = new IllegalStateException("half way");
        assertEquals(thrown, assertThrows(IllegalStateException.class, () -> store.inventory.change(draft -> {
            draft.edit(Vm.class, vm.getId()).setName("other");
            draft.add(HostelryFactory.eINSTANCE.createEvent());
            throw thrown;
        })));
        assertEquals("web1", store.inventory.find(Vm.class, vm.getId()).orElseThrow().getName());
        reopen();
        assertEquals("web1", store.inventory.find(Vm.class, vm.getId()).orElseThrow().getName());
        assertTrue(store.inventory.all(Event.class).isEmpty());
    }

    @Test
    void isNotHurtByInterruptedThreads() throws Exception {
        AtomicInteger count = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int j = 0; j < 50; j++) {
                    Thread.currentThread().interrupt();
                    add("vm" + count.incrementAndGet());
                }
            }));
        }
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
        reopen();
        assertEquals(200, store.inventory.all(Vm.class).size());
    }

    @Test
    void saysThatAnotherProcessHasIt() throws Exception {
        if (TestDatabase.isPostgres()) {
            return; // several engines on one PostgreSQL are for later
        }
        Process other = ChildJvm.start(CrashWriter.class, ProcessBuilder.Redirect.INHERIT, url);
        String said = new String(other.getInputStream().readAllBytes());
        assertTrue(said.contains("!" + DatabaseUnusable.BUSY + " The database " + folder + "/hostelry is open in another process."), said);
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        DatabaseUnusable away = assertThrows(DatabaseUnusable.class,
                () -> Store.open("jdbc:postgresql://localhost:1/hostelry?user=u&password=sesame"));
        assertEquals(DatabaseUnusable.BUSY, away.exitCode());
        assertTrue(away.getMessage().contains("localhost:1/hostelry") && !away.getMessage().contains("sesame"), away.getMessage());
        DatabaseUnusable odd = assertThrows(DatabaseUnusable.class, () -> Store.open("mysql://somewhere"));
        assertTrue(odd.advice().contains("jdbc:postgresql://"), odd.advice());
    }
}
