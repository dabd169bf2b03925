package hostelry.node.libvirt.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewersTest {
    private final Viewers viewers = new Viewers();

    @Test
    void aViewerIsInUntilItsLastLineIsClosed() {
        viewers.ticket("g", "first");
        assertEquals(Optional.empty(), viewers.inside("g"), "nobody came yet");
        viewers.line("g", Viewers.COME);
        viewers.line("g", Viewers.IN);
        viewers.line("g", Viewers.COME);
        viewers.line("g", Viewers.IN);
        viewers.line("g", Viewers.OUT);
        assertEquals(Optional.of("first"), viewers.inside("g"));
        viewers.line("g", Viewers.OUT);
        assertEquals(Optional.empty(), viewers.inside("g"));
    }

    @Test
    void whoeverShowsAWrongPasswordChangesNothing() {
        viewers.ticket("g", "first");
        viewers.line("g", Viewers.COME);
        viewers.line("g", Viewers.IN);
        viewers.line("g", Viewers.COME);
        viewers.line("g", Viewers.OUT);
        assertEquals(Optional.of("first"), viewers.inside("g"));
    }

    @Test
    void aTicketThatNobodyUsedIsNotTheViewers() {
        viewers.ticket("g", "first");
        viewers.line("g", Viewers.COME);
        viewers.line("g", Viewers.IN);
        viewers.ticket("g", "second");
        assertEquals(Optional.of("first"), viewers.inside("g"));
    }

    @Test
    void aViewerThatComesAlongIsKnownByWhatItBrought() {
        viewers.line("g", Viewers.COME);
        viewers.line("g", Viewers.IN);
        assertEquals(Optional.empty(), viewers.inside("g"));
        viewers.cameAlong("g", "first");
        assertEquals(Optional.of("first"), viewers.inside("g"));
        viewers.cameAlong("other", "first");
        assertEquals(Optional.empty(), viewers.inside("other"), "nobody is in there");
    }
}
