package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Host;
import jakarta.ws.rs.core.Response;

/**
 * Actions of oVirt's hosts that mean nothing here, or that this estate has nothing for: whoever asks is told why and what to do instead, as a refusal and not as an
 * address that is not there. Whoever builds one of them takes its words away here.
 */
final class NotOfHosts {
    private NotOfHosts() {}

    /** @param why with {@code %s} where the host is named */
    static Response refused(Call call, String id, String why, String fix) {
        return Acts.atOnce(call, () -> {
            Host host = call.services().estate().get(call.caller(), Host.class, id);
            throw new Refusal(Problem.conflict(id, why.formatted(host.getName()), fix));
        });
    }
}
