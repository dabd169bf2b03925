package hostelry.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hostelry.api.Act;
import hostelry.api.Catalogue;
import hostelry.api.DataCenters;
import hostelry.api.Estate;
import hostelry.api.Hosts;
import hostelry.api.ImageTransfers;
import hostelry.api.Jobs;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.api.Storage;
import hostelry.api.Vms;
import hostelry.api.Vms.NewVm;
import hostelry.client.EngineConnection;
import hostelry.client.remote.RemoteConnection;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.TransferDirection;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both ways say the same: the same nouns, the same refusals word for word. */
class AlikeTest {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;
    private static EngineConnection local;
    private static RemoteConnection remote;

    @BeforeAll
    static void open() throws Exception {
        local = House.local();
        remote = House.remote();
    }

    @AfterAll
    static void close() {
        if (remote != null) {
            remote.close();
        }
    }

    /** What a noun says, without what moves by itself. */
    private static Map<String, Object> said(Entity noun) {
        Map<String, Object> said = new TreeMap<>();
        for (EStructuralFeature feature : noun.eClass().getEAllStructuralFeatures()) {
            boolean moves = "true".equals(EcoreUtil.getAnnotation(feature, "urn:hostelry:wire", "observed"));
            if (!moves && noun.eGet(feature) != null && !"".equals(noun.eGet(feature))) {
                said.put(feature.getName(), noun.eGet(feature));
            }
        }
        return said;
    }

    private static List<Map<String, Object>> list(EngineConnection way, Class<? extends Entity> noun) {
        return way.service(Estate.class).list(way.caller(), noun).stream().map(AlikeTest::said).toList();
    }

    @Test
    void nounsAreTheSame() throws Exception {
        for (Class<? extends Entity> noun : List.of(DataCenter.class, Cluster.class, Host.class, Network.class, VnicProfile.class,
                StorageDomain.class, Disk.class, Vm.class,
                Template.class, User.class)) {
            // something may happen between the two looks
            long until = System.nanoTime() + House.PATIENCE.toNanos();
            List<Map<String, Object>> here = list(local, noun);
            List<Map<String, Object>> there = list(remote, noun);
            while (!here.equals(there) && System.nanoTime() < until) {
                Thread.sleep(200);
                here = list(local, noun);
                there = list(remote, noun);
            }
            assertEquals(here, there, noun.getSimpleName());
        }
        assertFalse(list(remote, Host.class).isEmpty());
    }

    @Test
    void theCatalogueIsTheSame() {
        assertEquals(local.service(Catalogue.class).verbs(), remote.service(Catalogue.class).verbs());
    }

    @Test
    void whatCanBeSearchedIsTheSame() {
        Search here = local.service(Search.class);
        Search there = remote.service(Search.class);
        assertEquals(here.searchables(), there.searchables());
        for (String text : new String[]{"Vms: ", "Vms: status = ", " Hosts: stat", "Vms: name = \"a b", "Nothing: ", ""}) {
            Search.Query query = Search.Query.of(text);
            assertEquals(here.complete(local.caller(), query, text.length()), there.complete(remote.caller(), query, text.length()), text);
            assertEquals(here.mistake(query), there.mistake(query), text);
        }
    }

    private static Vm named(String name) {
        Vm vm = MODEL.createVm();
        vm.setName(name);
        return vm;
    }

    /** Refused at once or at the end: whoever waits can't tell. */
    private static List<Problem> problems(EngineConnection way, Function<EngineConnection, Act<?>> asked) {
        try {
            Act<?> act = asked.apply(way);
            if (act != null) {
                act.await(House.PATIENCE);
            }
            return List.of();
        } catch (Refusal refusal) {
            return refusal.problems();
        }
    }

    @Test
    void refusalsAreTheSame() {
        String center = list(local, DataCenter.class).getFirst().get("id").toString();
        String host = list(local, Host.class).getFirst().get("id").toString();
        String domain = list(local, StorageDomain.class).getFirst().get("id").toString();
        String network = list(local, Network.class).getFirst().get("id").toString();
        Map<String, Function<EngineConnection, Act<?>>> asked = new LinkedHashMap<>();
        asked.put("no machine", way -> way.service(Vms.class).start(way.caller(), "none"));
        asked.put("no machine to change",
                way -> way.service(Vms.class).update(way.caller(), "none", new Patch<>(named("x"), Set.of("name"))));
        asked.put("no machine to remove", way -> way.service(Vms.class).remove(way.caller(), "none", true));
        asked.put("no machine for a ticket", way -> way.service(Vms.class).ticket(way.caller(), "none", null, 60));
        asked.put("no name", way -> way.service(Vms.class).add(way.caller(), new NewVm(named(""), List.of(), List.of())));
        asked.put("a wrong name and too much memory", way -> {
            Vm vm = named("a/b c");
            vm.setMemory(1L << 60);
            return way.service(Vms.class).add(way.caller(), new NewVm(vm, List.of(), List.of()));
        });
        asked.put("a data center that is used", way -> way.service(DataCenters.class).remove(way.caller(), center));
        asked.put("a host that is up", way -> way.service(Hosts.class).remove(way.caller(), host));
        asked.put("a domain that is active", way -> way.service(Storage.class).remove(way.caller(), domain));
        asked.put("a domain of a host that is not there", way -> {
            StorageDomain wanted = MODEL.createStorageDomain();
            wanted.setName("other");
            wanted.setHost("none");
            return way.service(Storage.class).add(way.caller(), wanted);
        });
        asked.put("a disk without a size", way -> way.service(Storage.class).addDisk(way.caller(), MODEL.createDisk()));
        asked.put("no disk", way -> way.service(Storage.class).removeDisk(way.caller(), "none"));
        asked.put("the management network", way -> way.service(Networks.class).remove(way.caller(), network));
        asked.put("no disk to upload to", way -> way.service(ImageTransfers.class).start(way.caller(), "none", TransferDirection.UPLOAD));
        asked.put("no job", way -> {
            way.service(Jobs.class).cancel(way.caller(), "none");
            return null;
        });
        asked.put("no verb", way -> {
            way.service(Catalogue.class).check(way.caller(), "FlyVm", "none");
            return null;
        });
        asked.forEach((what, ask) -> {
            List<Problem> here = problems(local, ask);
            assertFalse(here.isEmpty(), what + " was not refused");
            assertEquals(here, problems(remote, ask), what);
        });
    }
}
