package hostelry.engine.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory.Draft;
import hostelry.engine.spi.Inventory.Item;
import hostelry.engine.spi.Inventory.Published;
import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.Vm;
import hostelry.testkit.MemoryInventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveInventoryTest {
    private final MemoryInventory inventory = new MemoryInventory();

    @AfterEach
    void close() {
        inventory.close();
    }

    private Vm add(String name) {
        return inventory.change(draft -> {
            Vm vm = HostelryFactory.eINSTANCE.createVm();
            vm.setName(name);
            return draft.add(vm);
        });
    }

    private Vm edit(Vm vm, java.util.function.Consumer<Vm> change) {
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, vm.getId());
            change.accept(edited);
            return edited;
        });
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 1_000 && !what.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertTrue(what.getAsBoolean(), "not in time");
    }

    @Test
    void changesCopiesAndLeavesWhatReadersHold() {
        Vm held = add("web1");
        Collection<Vm> list = inventory.all(Vm.class);
        assertSame(list, inventory.all(Vm.class), "nothing changed: the same snapshot");
        Vm changed = edit(held, vm -> vm.setMemory(7));
        assertEquals(0, held.getMemory());
        assertSame(held, list.iterator().next());
        assertSame(changed, inventory.find(Vm.class, held.getId()).orElseThrow());
        assertNotSame(list, inventory.all(Vm.class));
    }

    @Test
    void showsADraftToNobodyElse() {
        Vm vm = add("web1");
        inventory.change(draft -> {
            Vm copy = draft.edit(Vm.class, vm.getId());
            assertSame(copy, draft.edit(Vm.class, vm.getId()));
            copy.setName("web2");
            Vm made = HostelryFactory.eINSTANCE.createVm();
            made.setName("web3");
            draft.add(made);
            assertEquals(2, draft.all(Vm.class).size());
            assertEquals("web2", draft.find(Vm.class, vm.getId()).orElseThrow().getName());
            assertEquals("web1", inventory.find(Vm.class, vm.getId()).orElseThrow().getName());
            assertEquals(1, inventory.all(Vm.class).size());
            draft.remove(Vm.class, made.getId());
            assertTrue(draft.find(Vm.class, made.getId()).isEmpty());
            assertThrows(NoSuchElementException.class, () -> draft.edit(Vm.class, made.getId()));
            return null;
        });
        assertEquals(Optional.empty(), inventory.named(Vm.class, "web1"));
        assertEquals(vm.getId(), inventory.named(Vm.class, "web2").orElseThrow().getId());
        assertEquals(1, inventory.all(Vm.class).size());
    }

    @Test
    void refusesMisuse() {
        Vm vm = add("web1");
        AtomicReference<Draft> kept = new AtomicReference<>();
        inventory.change(draft -> {
            kept.set(draft);
            return null;
        });
        assertThrows(IllegalStateException.class, () -> kept.get().edit(Vm.class, vm.getId()));
        assertThrows(IllegalStateException.class, () -> inventory.change(draft -> add("inside")));
        assertThrows(IllegalStateException.class, () -> edit(vm, copy -> copy.setId("other")));
        assertThrows(IllegalArgumentException.class, () -> inventory.change(draft -> {
            Vm twin = HostelryFactory.eINSTANCE.createVm();
            twin.setId(vm.getId());
            return draft.add(twin);
        }));
        add("web2"); // still works
        assertEquals(2, inventory.all(Vm.class).size());
    }

    @Test
    void keepsNamesApart() {
        Vm one = add("one");
        Vm two = add("two");
        assertEquals(Problem.Kind.CONFLICT, assertThrows(Refusal.class, () -> add("one")).kind());
        assertThrows(Refusal.class, () -> edit(two, vm -> vm.setName("one")));
        assertThrows(Refusal.class, () -> inventory.change(draft -> {
            for (int i = 0; i < 2; i++) {
                Vm twin = HostelryFactory.eINSTANCE.createVm();
                twin.setName("twin");
                draft.add(twin);
            }
            return null;
        }));
        inventory.change(draft -> { // exchanging names in one change is fine
            draft.edit(Vm.class, one.getId()).setName("two");
            draft.edit(Vm.class, two.getId()).setName("one");
            return null;
        });
        assertEquals(two.getId(), inventory.named(Vm.class, "one").orElseThrow().getId());
        assertEquals(one.getId(), inventory.named(Vm.class, "two").orElseThrow().getId());
        inventory.change(draft -> { // names of networks are unique in their data center only
            Network network = HostelryFactory.eINSTANCE.createNetwork();
            network.setName("ovirtmgmt");
            return draft.add(network);
        });
    }

    @Test
    void writesOnlyWhatIsKept() {
        Vm vm = add("web1");
        int writes = inventory.ledger().writes();
        edit(vm, copy -> copy.setCpuUsage(50));
        assertEquals(50, inventory.find(Vm.class, vm.getId()).orElseThrow().getCpuUsage());
        edit(vm, copy -> copy.setName("web1"));
        assertEquals(writes, inventory.ledger().writes(), "observed, or nothing at all");
        edit(vm, copy -> copy.setMemory(5));
        assertEquals(writes + 1, inventory.ledger().writes());
    }

    @Test
    void changesNothingWhereTheLedgerRefuses() {
        Vm vm = add("web1");
        inventory.ledger().fail(new Refusal(Problem.unavailable(null, "Full.", "")));
        assertThrows(Refusal.class, () -> edit(vm, copy -> copy.setMemory(9)));
        inventory.ledger().fail(null);
        assertSame(vm, inventory.find(Vm.class, vm.getId()).orElseThrow());
    }

    @Test
    void publishesASnapshotAndThenEveryChangeWithoutAGap() throws Exception {
        int writers = 4;
        int rounds = 300;
        List<Vm> vms = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            vms.add(add("vm" + i));
        }
        List<Replica> replicas = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (Vm vm : vms) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int round = 1; round <= rounds; round++) {
                    edit(vm, copy -> copy.setMemory(copy.getMemory() + 1));
                    if (round % 50 == 0) {
                        Vm extra = add("extra " + vm.getName() + " " + round);
                        inventory.change(draft -> {
                            draft.remove(Vm.class, extra.getId());
                            return null;
                        });
                    }
                }
            }));
        }
        go.countDown();
        for (int i = 0; i < 10; i++) {
            Replica replica = new Replica();
            replicas.add(replica);
            inventory.follow(replica::take);
            Thread.sleep(2);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Replica replica : replicas) {
            await(() -> replica.vms.size() == writers && replica.vms.values().stream().allMatch(vm -> vm.getMemory() == rounds));
            assertEquals(List.of(), replica.complaints);
        }
    }

    /** What a follower makes of what it is told, with an eye on order and gaps. */
    private static final class Replica {
        final Map<String, Vm> vms = new HashMap<>();
        final List<String> complaints = new CopyOnWriteArrayList<>();
        long number = -1;

        synchronized void take(Published published) {
            if (number == -1 != published.snapshot()) {
                complaints.add("the snapshot must be first, once");
            }
            if (!published.snapshot() && published.number() != number + 1) {
                complaints.add("gap from " + number + " to " + published.number());
            }
            number = published.number();
            for (Item item : published.items()) {
                if (!item.noun().equals("Vm")) {
                    continue;
                }
                if (!published.snapshot() && vms.get(item.id()) != item.before()) {
                    complaints.add("before of " + item.id() + " is not what was told before");
                }
                if (item.after() instanceof Vm vm) {
                    vms.put(item.id(), vm);
                } else {
                    vms.remove(item.id());
                }
            }
        }
    }

    @Test
    void letsAFailingFollowerGoAndKeepsTheOthers() throws Exception {
        List<Published> told = new CopyOnWriteArrayList<>();
        inventory.follow(published -> {
            throw new IllegalStateException("bad follower");
        });
        AutoCloseable following = inventory.follow(told::add);
        add("web1");
        await(() -> told.size() == 2);
        following.close();
        add("web2");
        CountDownLatch later = new CountDownLatch(1);
        inventory.follow(published -> later.countDown());
        assertTrue(later.await(5, TimeUnit.SECONDS));
        assertEquals(2, told.size());
    }

    @Test
    void givesEventsTheirIndexInOrder() {
        for (int i = 1; i <= 12; i++) {
            assertEquals(i, inventory.change(draft -> draft.add(HostelryFactory.eINSTANCE.createEvent())).getIndex());
        }
        List<Long> indexes = inventory.all(Event.class).stream().map(Event::getIndex).toList();
        assertEquals(indexes.stream().sorted().toList(), indexes);
        assertFalse(inventory.find(Event.class, "12").isEmpty());
    }
}
