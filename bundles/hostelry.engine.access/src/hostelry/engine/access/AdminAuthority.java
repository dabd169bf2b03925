package hostelry.engine.access;

import hostelry.api.Caller;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.SystemCaller;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Entity;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** The administrator may do all, the engine itself too, and nobody else anything: until there are roles, which answer the same two questions. */
@Component
public final class AdminAuthority implements Authority {
    @Override
    public boolean holds(Caller caller, String permit, @Nullable Entity object) {
        return isTrusted(caller);
    }

    @Override
    public boolean sees(Caller caller, Entity object) {
        return isTrusted(caller);
    }

    private static boolean isTrusted(Caller caller) {
        return WellKnown.ADMIN.equals(caller.userId()) || SystemCaller.is(caller);
    }
}
