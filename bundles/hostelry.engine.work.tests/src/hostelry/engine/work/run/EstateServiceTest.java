package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import hostelry.api.Caller;
import hostelry.engine.spi.Authority;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.Vm;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EstateServiceTest {
    private static final Caller ADMIN = new Caller("1", "admin@internal", "c");
    private static final Caller OTHER = new Caller("2", "other@internal", "c");

    private final MemoryInventory inventory = new MemoryInventory();
    private final EstateService estate = new EstateService(inventory, new Authority() {
        @Override
        public boolean holds(Caller caller, String permit, @Nullable Entity object) {
            return true;
        }

        @Override
        public boolean sees(Caller caller, Entity object) {
            return caller.equals(ADMIN) || !"secret".equals(object.getName());
        }

        @Override
        public boolean seesAll(Caller caller) {
            return caller.equals(ADMIN);
        }
    });

    @AfterEach
    void close() {
        inventory.close();
    }

    private Vm add(String name) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setName(name);
        return inventory.change(draft -> draft.add(vm));
    }

    private List<String> names(Caller caller) {
        return estate.list(caller, Vm.class).stream().map(Entity::getName).toList();
    }

    @Test
    void aListIsByNameAfterEveryChange() {
        add("b");
        Vm d = add("d");
        assertEquals(List.of("b", "d"), names(ADMIN));
        Vm a = add("a");
        add("c");
        inventory.change(draft -> {
            draft.edit(Vm.class, d.getId()).setName("aa");
            return null;
        });
        assertEquals(List.of("a", "aa", "b", "c"), names(ADMIN));
        inventory.change(draft -> {
            draft.remove(Vm.class, a.getId());
            return null;
        });
        add("secret");
        assertEquals(List.of("aa", "b", "c", "secret"), names(ADMIN));
        assertEquals(List.of("aa", "b", "c"), names(OTHER));
    }

    @Test
    void aStampStandsUntilTheNounOrTheRightsChange() {
        String vms = estate.stamp(ADMIN, Set.of(Vm.class)).orElseThrow();
        String hosts = estate.stamp(ADMIN, Set.of(Host.class)).orElseThrow();
        assertEquals(vms, estate.stamp(ADMIN, Set.of(Vm.class)).orElseThrow());
        assertNotEquals(vms, estate.stamp(OTHER, Set.of(Vm.class)).orElseThrow());
        String hostsOfOther = estate.stamp(OTHER, Set.of(Host.class)).orElseThrow();
        assertEquals(hostsOfOther, estate.stamp(OTHER, Set.of(Host.class)).orElseThrow());
        add("new");
        assertNotEquals(hostsOfOther, estate.stamp(OTHER, Set.of(Host.class)).orElseThrow(), "a thing may be seen for the sake of another");
        assertNotEquals(vms, estate.stamp(ADMIN, Set.of(Vm.class)).orElseThrow());
        assertEquals(hosts, estate.stamp(ADMIN, Set.of(Host.class)).orElseThrow());
        inventory.change(draft -> draft.add(HostelryFactory.eINSTANCE.createPermission()));
        assertNotEquals(hosts, estate.stamp(ADMIN, Set.of(Host.class)).orElseThrow(), "somebody may see more now");
        assertEquals(1, inventory.all(Permission.class).stream().filter(permission -> permission.getRole() == null).count());
    }
}
