package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.Consoles;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Serial lines: who opens them, and how they end. */
interface SerialContract extends OnNode {
    @Test
    default void aSerialLineEndsWithItsGuest() throws Exception {
        DomainSpec guest = guest();
        fault(FaultCode.NOT_FOUND, () -> node().consoles().open(UUID.randomUUID().toString(), said -> {}, reason -> {}));
        node().domains().start(Specs.key(), guest);
        BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
        Consoles.Line line = node().consoles().open(guest.id, said -> {}, reasons::add);
        line.type("a".getBytes());
        fault(FaultCode.BAD_INPUT, () -> line.type(new byte[Consoles.Line.MOST + 1]));
        node().domains().stop(Specs.key(), guest.id);
        String reason = reasons.poll(rig().patience().toSeconds(), TimeUnit.SECONDS);
        assertTrue(reason != null && !reason.isBlank(), "it says why it is over");
        fault(FaultCode.CONFLICT, () -> line.type("b".getBytes()));
        line.close();
        fault(FaultCode.CONFLICT, () -> node().consoles().open(guest.id, said -> {}, why -> {}));
    }

    @Test
    default void aLineThatWasClosedIsOpenedAgain() throws Exception {
        DomainSpec guest = started();
        for (int i = 0; i < 3; i++) {
            Consoles.Line line = node().consoles().open(guest.id, said -> {}, reason -> {});
            line.type("a".getBytes());
            line.close();
            line.close();
            fault(FaultCode.CONFLICT, () -> line.type("b".getBytes()));
        }
        node().domains().stop(Specs.key(), guest.id);
    }
}
