package hostelry.engine.host;

import hostelry.api.Hosts.JoinTicket;
import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Cluster;
import hostelry.model.JoinToken;
import hostelry.pki.Fingerprints;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/**
 * Makes a token with which one machine may ask to come in. The secret is told to who asked, and kept as a hash: it has so much chance in it that no dear hash is
 * needed. The text carries the fingerprint of the engine's authority too, so that one thing is enough to be brought to the machine.
 */
final class AddJoinToken implements Verb<JoinTicket> {
    static final int LEAST = 60;
    static final int MOST = 30 * 24 * 3600;
    private static final int SECRET_BYTES = 24;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Inventory inventory;
    private final Clock clock;
    private final RandomGenerator random;
    private final String authority;
    private final String maker;
    private final JoinToken wanted;
    private final int seconds;

    /** @param authority fingerprint of the engine's authority */
    AddJoinToken(Inventory inventory, Clock clock, RandomGenerator random, String authority, String maker, JoinToken wanted, int seconds) {
        this.inventory = inventory;
        this.clock = clock;
        this.random = random;
        this.authority = authority;
        this.maker = maker;
        this.wanted = wanted;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "AddJoinToken";
    }

    @Override
    public String title() {
        return "Make a token for a new host" + (wanted.getHost() == null ? "" : " " + Checks.clipped(wanted.getHost()));
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public @Nullable String place() {
        return cluster();
    }

    private @Nullable String cluster() {
        return Floors.in(inventory).reference(Cluster.class, wanted.getCluster());
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of(); // no journal: a secret is not made twice
    }

    @Override
    public List<Lock> locks() {
        String cluster = cluster();
        return cluster == null ? List.of() : List.of(Lock.shared(cluster));
    }

    @Override
    public void check(Problems problems) {
        Floors floors = Floors.in(inventory);
        Checks checks = new Checks(floors, problems);
        if (wanted.getCluster() != null && !wanted.getCluster().isEmpty() || wanted.isApprove()) {
            checks.cluster(cluster()); // who lets in at once must say where to
        }
        problems.require(wanted.getHost() == null || wanted.getHost().isEmpty() || HOST.matcher(wanted.getHost()).matches(),
                () -> Problem.badInput("host", "'" + Checks.clipped(wanted.getHost()) + "' can't be the name of a host.",
                        "Take 1 to 64 letters, digits, dots, underscores or hyphens."));
        problems.require(seconds >= LEAST && seconds <= MOST, () -> Problem.badInput("expiry",
                "A token can't be good for " + seconds + " s.", "Take " + LEAST + " to " + MOST + " seconds; 3600 is usual."));
        problems.require(inventory.all(JoinToken.class).size() < 1000, () -> Problem.conflict(null,
                "There are 1000 tokens already.", "Remove those that nobody needs."));
    }

    @Override
    public JoinTicket perform(Progress progress) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String text = encoder.encodeToString(secret);
        JoinToken made = inventory.change(draft -> {
            JoinToken token = EcoreUtil.copy(wanted);
            token.setId(null);
            token.setCluster(Floors.in(draft).reference(Cluster.class, wanted.getCluster()));
            token.setHost(wanted.getHost() == null || wanted.getHost().isEmpty() ? null : wanted.getHost());
            token.setName(wanted.getName() == null || wanted.getName().isEmpty() ? "token" : Checks.clipped(wanted.getName()));
            token.setMaker(maker);
            token.setUntil(clock.instant().plusSeconds(seconds));
            token.setHash(Fingerprints.hash(text));
            draft.all(JoinToken.class).stream().filter(old -> old.getUntil() != null && old.getUntil().isBefore(clock.instant()))
                    .map(JoinToken::getId).toList().forEach(old -> draft.remove(JoinToken.class, old));
            return draft.add(token);
        });
        return new JoinTicket(made, HexFormat.of().formatHex(Fingerprints.parse(authority)) + "." + text);
    }
}
