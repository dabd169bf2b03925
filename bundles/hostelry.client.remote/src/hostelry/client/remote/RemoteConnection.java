package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Catalogue;
import hostelry.api.Changes;
import hostelry.api.DataCenters;
import hostelry.api.Estate;
import hostelry.api.Events;
import hostelry.api.Hosts;
import hostelry.api.ImageTransfers;
import hostelry.api.Jobs;
import hostelry.api.Loads;
import hostelry.api.Networks;
import hostelry.api.Permissions;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.api.SerialConsoles;
import hostelry.api.Storage;
import hostelry.api.Tags;
import hostelry.api.Templates;
import hostelry.api.Users;
import hostelry.api.Vms;
import hostelry.client.Asked;
import hostelry.client.EngineConnection;
import hostelry.wire.Wire;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** An engine over the wire, for one user. */
public final class RemoteConnection implements EngineConnection, AutoCloseable {
    private final Http http;
    private final Acts acts;
    private final String userId;
    private final Map<Class<?>, Object> services;

    private RemoteConnection(Http http, String userId) {
        this.http = http;
        this.userId = userId;
        Nouns nouns = new Nouns(new Wire());
        this.acts = new Acts(http, nouns);
        Requests requests = new Requests(acts, nouns);
        this.services = Map.ofEntries(Map.entry(Estate.class, new RemoteEstate(http, nouns)),
                Map.entry(Changes.class, new RemoteChanges(http, nouns)),
                Map.entry(Catalogue.class, new RemoteCatalogue(http, this::caller)),
                Map.entry(Loads.class, new RemoteLoads(http)), Map.entry(Jobs.class, new RemoteJobs(http, nouns)),
                Map.entry(Events.class, new RemoteEvents(http, nouns)),
                Map.entry(DataCenters.class, new RemoteDataCenters(requests)),
                Map.entry(Hosts.class, new RemoteHosts(http, requests)), Map.entry(Storage.class, new RemoteStorage(requests)),
                Map.entry(Networks.class, new RemoteNetworks(requests)), Map.entry(Templates.class, new RemoteTemplates(requests, nouns)),
                Map.entry(Vms.class, new RemoteVms(requests, nouns)),
                Map.entry(SerialConsoles.class, new RemoteSerial(http, requests)),
                Map.entry(ImageTransfers.class, new RemoteTransfers(http, requests)),
                Map.entry(Search.class, new RemoteSearch(http, nouns, this::caller)),
                Map.entry(Tags.class, new RemoteTags(requests, nouns)),
                Map.entry(Users.class, new RemoteUsers(http, requests)),
                Map.entry(Permissions.class, new RemotePermissions(http, requests, nouns, this::caller)));
    }

    /**
     * Logs in.
     *
     * @param engine such as {@code https://engine.example.com:8443}; a path behind it does not matter
     * @param user with the realm, {@code admin@internal}
     * @param password copied, and kept until {@link #close} for a new login when the old one is over
     * @throws Refusal FORBIDDEN for a wrong name or password, UNAVAILABLE where the engine does not answer or is not the one that is trusted
     */
    public static RemoteConnection open(URI engine, TrustedAuthority authority, String user, char[] password) {
        if (!"https".equalsIgnoreCase(engine.getScheme()) || engine.getHost() == null) {
            throw new Refusal(Problem.badInput("engine", "The address of an engine begins with https:// and has the name of a machine.",
                    "For instance https://localhost:8443"));
        }
        Http http = new Http(engine, authority, user, password);
        try {
            // the first request of all: it logs in
            String userId = http.get(new Caller("", user, UUID.randomUUID().toString()), "").value("authenticated_user", "id")
                    .orElseThrow(() -> new Refusal(Problem.failed(null, engine.getAuthority() + " does not say who has logged in.",
                            "Check the address: is it an engine?")));
            return new RemoteConnection(http, userId);
        } catch (RuntimeException | Error e) {
            http.close();
            throw e;
        }
    }

    @Override
    public String label() {
        return http.engine().getAuthority();
    }

    @Override
    public Caller caller() {
        return new Caller(userId, http.session().user(), UUID.randomUUID().toString());
    }

    @Override
    public <S> S service(Class<S> api) {
        Object service = services.get(api);
        if (service == null) {
            throw new Refusal(Problem.unavailable(null, api.getSimpleName() + " is not to be had over the wire.",
                    "Use the window of the engine itself."));
        }
        return api.cast(service);
    }

    /**
     * Calls when the engine takes the password no longer that it once took: it was changed, or the user is locked or disabled. From then on everything is refused
     * without asking the engine, until {@link #logIn} brings a right one.
     *
     * @param listener called once each time, on the thread of whoever asked for something; must be quick
     */
    public void onDenied(Runnable listener) {
        http.session().onDenied(listener);
    }

    /** Is the login over, and the password wrong? */
    public boolean denied() {
        return http.session().denied();
    }

    /**
     * Logs in anew; what is connected stays so, and whoever follows changes goes on from where it was. Blocks.
     *
     * @param password copied, and kept in place of the old one
     * @throws Refusal FORBIDDEN for a wrong one, UNAVAILABLE where the engine does not answer
     */
    public void logIn(char[] password) {
        http.session().renewWith(password.clone());
        http.session().token();
    }

    @Override
    public Runnable overhear(Consumer<Asked> listener) {
        return http.overheard().add(listener);
    }

    @Override
    public boolean wired() {
        return true;
    }

    /** Logs out. Acts go on in the engine, and nobody hears of their ends here any more. */
    @Override
    public void close() {
        acts.close();
        http.close();
    }
}
