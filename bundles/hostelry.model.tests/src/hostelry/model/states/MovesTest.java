package hostelry.model.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.HostStatus;
import hostelry.model.StorageDomainStatus;
import hostelry.model.VmStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables row by row, as the oVirt contract (section 1) has them; what Hostelry adds (edit, ticket) is in the rows too. */
class MovesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            down               | run run_once remove template export clone snapshot edit
            wait_for_launch    | stop shutdown ticket
            powering_down      | stop shutdown ticket
            powering_up        | stop shutdown migrate reboot reset snapshot edit ticket
            up                 | stop shutdown reboot reset pause suspend migrate snapshot clone edit ticket
            reboot_in_progress | stop shutdown migrate reset snapshot ticket
            migrating          | stop shutdown cancel_migration ticket
            paused             | run stop shutdown migrate snapshot edit ticket
            suspended          | run stop shutdown
            not_responding     | stop shutdown
            image_illegal      | remove
            saving_state       | ''
            restoring_state    | ''
            image_locked       | ''
            unknown            | ''
            unassigned         | ''
            """)
    void vm(String status, String moves) {
        assertEquals(words(moves), names(VmMoves.permitted(VmStatus.get(status))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pending_approval          | approve remove
            up                        | maintenance upgrade refresh
            maintenance               | activate remove install upgrade fence
            non_operational           | activate maintenance
            error                     | activate maintenance
            install_failed            | activate maintenance remove reinstall
            non_responsive            | maintenance fence confirm_rebooted
            down                      | remove maintenance fence_start
            preparing_for_maintenance | activate
            installing                | ''
            connecting                | ''
            kdumping                  | ''
            initializing              | ''
            unassigned                | ''
            reboot                    | ''
            installing_os             | ''
            """)
    void host(String status, String moves) {
        assertEquals(words(moves), names(HostMoves.permitted(HostStatus.get(status))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            active                    | deactivate
            activating                | deactivate
            inactive                  | activate deactivate
            maintenance               | activate detach
            unattached                | attach
            unknown                   | activate
            preparing_for_maintenance | activate
            uninitialized             | ''
            locked                    | ''
            detaching                 | ''
            """)
    void storageDomain(String status, String moves) {
        assertEquals(words(moves), names(StorageDomainMoves.permitted(StorageDomainStatus.get(status))));
    }

    @ParameterizedTest
    @EnumSource(VmStatus.class)
    void whatRunsCanBeStoppedOrIsBusyAndWhatCanBeRemovedDoesNotRun(VmStatus status) {
        if (VmMoves.permits(status, VmMove.REMOVE)) {
            assertFalse(VmMoves.running(status), status + " can be removed while it runs");
        }
        if (VmMoves.permits(status, VmMove.TICKET)) {
            assertTrue(VmMoves.running(status), status + " has no screen to give a ticket for");
        }
    }

    private static Set<String> words(String row) {
        return Arrays.stream(row.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Set<? extends Enum<?>> moves) {
        return moves.stream().map(move -> move.name().toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }
}
