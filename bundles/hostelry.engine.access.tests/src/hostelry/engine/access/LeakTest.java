package hostelry.engine.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.Changes.Batch;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.run.ChangesService;
import hostelry.engine.work.run.EstateService;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.HostelryPackage;
import hostelry.model.Nic;
import hostelry.model.Permission;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.Test;

/** Lists and the change stream show what may be seen, and nothing else, whatever was given to whom. */
class LeakTest {
    private final Town town = new Town();
    private final EstateService estate = new EstateService(town.inventory, town.authority);
    private final ChangesService changes = new ChangesService(town.inventory, town.authority);
    private final Caller carol = Town.caller(Town.CAROL);

    private static List<Class<? extends Entity>> nouns() {
        List<Class<? extends Entity>> nouns = new ArrayList<>();
        for (var classifier : HostelryPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && !type.isAbstract()) {
                nouns.add(type.getInstanceClass().asSubclass(Entity.class));
            }
        }
        return nouns;
    }

    /** All that the lists show, as noun and id. */
    private Set<String> listed() {
        Set<String> listed = new TreeSet<>();
        nouns().forEach(noun -> estate.list(carol, noun).forEach(object -> listed.add(noun.getSimpleName() + " " + object.getId())));
        return listed;
    }

    private Set<String> seen() {
        Set<String> seen = new TreeSet<>();
        nouns().forEach(noun -> town.inventory.all(noun).stream().filter(object -> town.authority.sees(carol, object))
                .forEach(object -> seen.add(noun.getSimpleName() + " " + object.getId())));
        return seen;
    }

    private Set<String> streamed() throws Exception {
        BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
        try (AutoCloseable following = changes.follow(carol, batches::add, end -> {})) {
            Batch batch = batches.poll(10, TimeUnit.SECONDS);
            assertTrue(batch != null && batch.snapshot());
            Set<String> streamed = new TreeSet<>();
            batch.changes().forEach(change -> streamed.add(change.noun() + " " + change.id()));
            return streamed;
        }
    }

    @Test
    void listsAndTheStreamAgreeWithWhatMayBeSeenForRandomPermissions() throws Exception {
        List<Class<? extends Entity>> places = List.of(Vm.class, Host.class, Disk.class, Cluster.class, DataCenter.class,
                StorageDomain.class, Template.class);
        aTemplateWithADiskAndACard();
        Random random = new Random(20261121);
        Event event = HostelryFactory.eINSTANCE.createEvent();
        event.setVm("v2");
        town.inventory.change(draft -> draft.add(event));
        for (int round = 0; round < 40; round++) {
            List<Permission> given = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                PredefinedRole role = PredefinedRole.values()[1 + random.nextInt(PredefinedRole.values().length - 1)];
                if (random.nextInt(8) == 0) {
                    given.add(town.give(Town.CAROL, role, null, null));
                } else {
                    Class<? extends Entity> noun = places.get(random.nextInt(places.size()));
                    List<? extends Entity> all = List.copyOf(town.inventory.all(noun));
                    given.add(town.give(Town.CAROL, role, noun, all.get(random.nextInt(all.size())).getId()));
                }
            }
            Set<String> seen = seen();
            assertEquals(seen, listed(), "round " + round);
            assertEquals(seen, streamed(), "round " + round);
            town.inventory.change(draft -> {
                given.forEach(permission -> draft.remove(Permission.class, permission.getId()));
                return null;
            });
        }
    }

    private void aTemplateWithADiskAndACard() {
        town.inventory.change(draft -> {
            HostelryFactory make = HostelryFactory.eINSTANCE;
            Template template = make.createTemplate();
            template.setId("m1");
            template.setName("gold");
            template.setCluster(WellKnown.CLUSTER);
            draft.add(template);
            Disk disk = make.createDisk();
            disk.setId("md1");
            disk.setStorageDomain("s1");
            draft.add(disk);
            DiskAttachment attachment = make.createDiskAttachment();
            attachment.setId("md1");
            attachment.setDisk("md1");
            attachment.setTemplate("m1");
            draft.add(attachment);
            Nic nic = make.createNic();
            nic.setId("mn1");
            nic.setTemplate("m1");
            nic.setVnicProfile(WellKnown.VNIC_PROFILE);
            draft.add(nic);
            return null;
        });
    }

    @Test
    void whoHasATemplateSeesItsPartsAndNobodyElseDoes() {
        aTemplateWithADiskAndACard();
        assertFalse(seen().contains("Template m1") || seen().contains("Disk md1") || seen().contains("DiskAttachment md1")
                || seen().contains("Nic mn1"), seen().toString());
        town.give(Town.CAROL, PredefinedRole.TEMPLATE_ADMIN, Template.class, "m1");
        assertTrue(seen().containsAll(Set.of("Template m1", "Disk md1", "DiskAttachment md1", "Nic mn1")), seen().toString());
        assertFalse(seen().contains("Disk d1"), seen().toString());
    }

    @Test
    void whoFollowsIsToldWhatComesIntoSightAndGoesOutOfIt() throws Exception {
        Map<String, Entity> known = new HashMap<>();
        BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
        try (AutoCloseable following = changes.follow(carol, batches::add, end -> {})) {
            apply(known, batches);
            assertFalse(known.containsKey("Vm v1"));

            Permission permission = town.give(Town.CAROL, PredefinedRole.USER, Vm.class, "v1");
            apply(known, batches);
            assertTrue(known.containsKey("Vm v1") && known.containsKey("Disk d1") && !known.containsKey("Vm v2"),
                    known.keySet().toString());

            town.estates.attachment("v1", "d2", false);
            apply(known, batches);
            assertTrue(known.containsKey("Disk d2"), "what is plugged in is seen");

            town.inventory.change(draft -> {
                draft.edit(Vm.class, "v1").setCluster("c2");
                return null;
            });
            apply(known, batches);
            assertTrue(known.containsKey("Cluster c2") && !known.containsKey("Cluster " + WellKnown.CLUSTER), known.keySet().toString());

            town.inventory.change(draft -> {
                draft.remove(Permission.class, permission.getId());
                return null;
            });
            apply(known, batches);
            assertFalse(known.containsKey("Vm v1") || known.containsKey("Disk d1"), known.keySet().toString());

            town.give(Town.CAROL, PredefinedRole.SUPER_USER, null, null);
            apply(known, batches);
            assertTrue(known.containsKey("Host h1"));
            town.inventory.change(draft -> {
                draft.edit(User.class, Town.CAROL).setDisabled(true);
                return null;
            });
            apply(known, batches);
            assertEquals(Set.of("nothing"), known.isEmpty() ? Set.of("nothing") : visible(known),
                    "but oneself, the own permissions and what all may see");
        }
    }

    private static Set<String> visible(Map<String, Entity> known) {
        Set<String> nouns = new TreeSet<>();
        known.keySet().forEach(key -> nouns.add(key.substring(0, key.indexOf(' '))));
        nouns.removeAll(Set.of("User", "Role", "Permission"));
        return nouns.isEmpty() ? Set.of("nothing") : nouns;
    }

    private static void apply(Map<String, Entity> known, BlockingQueue<Batch> batches) throws InterruptedException {
        Batch batch = batches.poll(10, TimeUnit.SECONDS);
        assertTrue(batch != null, "nothing came");
        for (Batch next = batch; next != null; next = batches.poll(300, TimeUnit.MILLISECONDS)) {
            if (next.snapshot()) {
                known.clear();
            }
            next.changes().forEach(change -> {
                if (change.object() == null) {
                    known.remove(change.noun() + " " + change.id());
                } else {
                    known.put(change.noun() + " " + change.id(), change.object());
                }
            });
        }
    }
}
