package hostelry.engine.search.fields;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlateTest {
    private static final int MANY = 500;
    private final List<Vm> read = new ArrayList<>();
    private final Function<Vm, String> name = vm -> {
        read.add(vm);
        return vm.getName();
    };
    private final Function<Vm, List<String>> tags = Vm::getTags;

    private static Vm vm(int number, String name) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setId("v" + number);
        vm.setName(name);
        vm.getTags().add("of " + name);
        return vm;
    }

    private static List<Vm> many() {
        return new ArrayList<>(IntStream.range(0, MANY).mapToObj(number -> vm(number, "web" + number)).toList());
    }

    private String[] names(Slate<Vm> slate) {
        return slate.<Strip.Strings<Vm>>strip(name, size -> new Strip.Strings<>(name, size)).values;
    }

    private List<String> tags(Slate<Vm> slate) {
        List<String>[] all = slate.<Strip.Lists<Vm>>strip(tags, size -> new Strip.Lists<>(tags, size)).values;
        return IntStream.range(0, all.length).mapToObj(slot -> all[slot].get(0)).toList();
    }

    private static String[] namesOf(List<Vm> vms) {
        return vms.stream().map(Vm::getName).toArray(String[]::new);
    }

    @Test
    void theSameObjectsAreTheSameSlate() {
        List<Vm> vms = List.copyOf(many());
        Slate<Vm> slate = Slate.of(vms);
        assertSame(slate, slate.now(vms));
    }

    @Test
    void onlyWhatChangedIsReadAgain() {
        List<Vm> before = many();
        Slate<Vm> slate = Slate.of(List.copyOf(before));
        names(slate);
        tags(slate);
        List<Vm> after = new ArrayList<>(before);
        after.set(0, vm(0, "first"));
        after.set(77, vm(77, "middle"));
        after.remove(300);
        after.set(MANY - 2, vm(MANY - 1, "last"));
        after.add(vm(MANY, "new"));
        read.clear();
        Slate<Vm> next = slate.now(List.copyOf(after));

        assertArrayEquals(namesOf(after), names(next));
        assertEquals(after.stream().map(vm -> "of " + vm.getName()).toList(), tags(next));
        assertEquals(List.of("first", "middle", "last", "new"), read.stream().map(Vm::getName).toList());
        assertArrayEquals(namesOf(before), names(slate), "the slate of before stays as it was");
    }

    @Test
    void anotherOrderIsReadAnew() {
        List<Vm> before = many();
        Slate<Vm> slate = Slate.of(List.copyOf(before));
        names(slate);
        List<Vm> turned = before.reversed();
        Slate<Vm> next = slate.now(List.copyOf(turned));
        assertArrayEquals(namesOf(turned), names(next));
    }
}
