package hostelry.testkit;

import hostelry.api.Caller;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.VerbKind;
import hostelry.engine.work.run.Worker;
import hostelry.model.Entity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The real pipeline over any inventory, for tests of slices.
 *
 * <pre>{@code
 * Worker work = TestWork.over(inventory, kinds);
 * new StartVm(...) ... work.submit(TestWork.ADMIN, verb).await(Duration.ofSeconds(5));
 * }</pre>
 */
public final class TestWork {
    public static final Caller ADMIN = new Caller(WellKnown.ADMIN, "admin@internal", "test-correlation");

    private TestWork() {}

    /** Everybody may do everything; a verb that is not among the kinds is refused after two seconds. */
    public static Worker over(Inventory inventory, List<? extends VerbKind> kinds) {
        return over(inventory, EVERYTHING, kinds);
    }

    public static Worker over(Inventory inventory, Authority authority, List<? extends VerbKind> kinds) {
        return Worker.of(inventory, authority, Clock.systemUTC(), Duration.ofSeconds(2), kinds);
    }

    public static final Authority EVERYTHING = new Authority() {
        @Override
        public boolean holds(Caller caller, String permit, @Nullable Entity object) {
            return true;
        }

        @Override
        public boolean sees(Caller caller, Entity object) {
            return true;
        }
    };
}
