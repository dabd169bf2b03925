package hostelry.engine.store;

import hostelry.engine.spi.JournalEntry;
import hostelry.engine.store.jpa.DatabaseUnusable;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes as fast as it can and says what is done, until it is killed, in lines that begin with {@code !}: {@code a ID} added, {@code e ID N} edited to N, {@code r ID} removed. */
final class CrashWriter {
    private CrashWriter() {}

    public static void main(String[] args) throws Exception {
        Thread.ofPlatform().daemon().start(CrashWriter::endWithTheTest);
        Store store;
        try {
            store = Store.open(args[0]);
        } catch (DatabaseUnusable e) {
            say(e.exitCode() + " " + e.getMessage());
            return;
        }
        say("open");
        for (int i = 0;; i++) {
            int number = i;
            Vm vm = store.inventory.change(draft -> {
                Vm made = HostelryFactory.eINSTANCE.createVm();
                made.setDescription("0");
                draft.journal(new JournalEntry("job" + number, "AddVm", Map.of(), "u", "u", "c"));
                return draft.add(made);
            });
            say("a " + vm.getId());
            for (int round = 1; round <= 3; round++) {
                String text = Integer.toString(round);
                store.inventory.change(draft -> {
                    draft.edit(Vm.class, vm.getId()).setDescription(text);
                    draft.add(HostelryFactory.eINSTANCE.createEvent());
                    return null;
                });
                say("e " + vm.getId() + " " + text);
            }
            if (i % 4 == 0) {
                store.inventory.change(draft -> {
                    draft.remove(Vm.class, vm.getId());
                    draft.journalEnd("job" + number);
                    return null;
                });
                say("r " + vm.getId());
            }
        }
    }

    /** A test that is killed can't kill its child; but then nobody holds the other end of the child's input any more. */
    private static void endWithTheTest() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            say("its input broke: " + e);
        }
        Runtime.getRuntime().halt(1);
    }

    private static void say(String line) {
        System.out.println("!" + line);
        System.out.flush();
    }
}
