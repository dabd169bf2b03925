package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.model.VmStatus;
import hostelry.node.api.Report.DomainState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestStatesTest {
    @ParameterizedTest
    @CsvSource({
            // known, told, settled, next (empty: stays)
            "DOWN,running,false,POWERING_UP", "DOWN,running,true,UP", "WAIT_FOR_LAUNCH,running,false,POWERING_UP",
            "POWERING_UP,running,false,",
            "POWERING_UP,running,true,UP", "UP,running,true,", "UP,running,false,", "POWERING_DOWN,running,true,", "PAUSED,running,true,UP",
            "UNKNOWN,running,true,UP",
            "UNKNOWN,running,false,POWERING_UP", "NOT_RESPONDING,running,true,UP", "MIGRATING,running,true,", "SAVING_STATE,running,true,",
            "RESTORING_STATE,running,true,UP",
            "UP,paused,true,PAUSED", "PAUSED,paused,true,", "WAIT_FOR_LAUNCH,paused,false,", "MIGRATING,paused,true,",
            "DOWN,paused,true,PAUSED",
            "UP,shutting-down,true,POWERING_DOWN", "POWERING_DOWN,shutting-down,true,", "DOWN,shutting-down,true,",
            "UNKNOWN,shutting-down,true,POWERING_DOWN",
            "UP,off,true,DOWN", "POWERING_DOWN,off,true,DOWN", "WAIT_FOR_LAUNCH,off,false,DOWN", "DOWN,off,true,", "SUSPENDED,off,true,",
            "IMAGE_LOCKED,off,true,",
            "UNKNOWN,off,true,DOWN", "MIGRATING,off,true,DOWN", "UP,crashed,true,DOWN", "DOWN,crashed,true,", "UP,saving,true,SAVING_STATE",
            "DOWN,saving,true,",
            "UP,nonsense,true,"})
    void theTable(VmStatus known, String told, boolean settled, VmStatus next) {
        assertEquals(next, GuestStates.next(known, new DomainState("v1", "web1", told, "", 0, List.of(), 0, 0), settled).orElse(null));
    }

    @ParameterizedTest
    @CsvSource({"SAVING_STATE,SUSPENDED", "UNKNOWN,SUSPENDED", "UP,DOWN", "SUSPENDED,"})
    void whatWasSavedGoesOnLater(VmStatus known, VmStatus next) {
        assertEquals(next, GuestStates.next(known, new DomainState("v1", "web1", "off", "saved", 0, List.of(), 0, 0), true).orElse(null));
    }
}
