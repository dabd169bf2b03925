package hostelry.node.libvirt.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
    private static final long MANY = 1L << 30;

    /** Every round leaves as much as the one before. */
    private static List<String> stalled(String policy, int rounds) {
        Convergence convergence = new Convergence(policy);
        List<String> steps = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Convergence.Step step = convergence.look(round, MANY);
            convergence.look(round, MANY); // looked at twice in one round: counts once
            switch (step) {
                case Convergence.Step.GoOn none -> {
                }
                case Convergence.Step.Downtime more -> steps.add(Long.toString(more.millis()));
                case Convergence.Step.PostCopy post -> steps.add("post-copy");
                case Convergence.Step.GiveUp up -> steps.add("give up");
            }
        }
        return steps;
    }

    @Test
    void aGuestThatGetsSmallerIsLeftInPeace() {
        Convergence convergence = new Convergence("minimal-downtime");
        for (int round = 1; round < 100; round++) {
            assertEquals(new Convergence.Step.GoOn(), convergence.look(round, MANY - round));
        }
    }

    @Test
    void minimalDowntimeGivesUpAfterHalfASecondDidNotHelp() {
        assertEquals(List.of("150", "200", "300", "400", "500", "give up"), stalled("minimal-downtime", 13));
    }

    @Test
    void postCopySwitchesOnce() {
        assertEquals(List.of("150", "200", "300", "400", "500", "post-copy"), stalled("post-copy", 30));
    }

    @Test
    void suspendAllowsFiveSecondsBeforeItGivesUp() {
        assertEquals(List.of("150", "200", "300", "400", "500", "5000", "give up"), stalled("suspend", 15));
    }

    @Test
    void progressInBetweenStartsTheCountAnew() {
        Convergence convergence = new Convergence("minimal-downtime");
        convergence.look(1, 100);
        assertEquals(new Convergence.Step.GoOn(), convergence.look(2, 100));
        assertEquals(new Convergence.Step.GoOn(), convergence.look(3, 99));
        assertEquals(new Convergence.Step.GoOn(), convergence.look(4, 99));
        assertEquals(new Convergence.Step.Downtime(150), convergence.look(5, 99));
    }
}
