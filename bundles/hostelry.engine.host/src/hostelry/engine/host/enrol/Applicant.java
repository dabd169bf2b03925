package hostelry.engine.host.enrol;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.node.api.HostFacts;
import hostelry.node.api.JoinRequest;
import hostelry.pki.KeyRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A machine that asks, measured: everything has a sane form and length, and nothing of it is known to be true. Pure.
 *
 * @param address that it gave, or from which it asked
 */
record Applicant(String hostId, String name, String address, int port, KeyRequest key, @Nullable String token, @Nullable String certificate,
        @Nullable String proof, HostFacts facts) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{7,63}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._:-]{1,255}");
    private static final int TEXT = 120;
    private static final int NAME = 64;
    private static final int MANY = 10_000;

    /** @throws Refusal with the first thing that makes no sense */
    static Applicant measure(JoinRequest request, String from) {
        HostFacts facts = request.facts();
        if (facts == null || facts.hostId() == null || !ID.matcher(facts.hostId()).matches()) {
            throw bad("hostId", "A host's id has 8 to 64 letters, digits and hyphens.");
        }
        String address = request.address() == null || request.address().isBlank() ? from : request.address().strip();
        if (!ADDRESS.matcher(address).matches()) {
            throw bad("address", "That can't be the address of a host.");
        }
        if (request.port() < 1 || request.port() > 65535) {
            throw bad("port", request.port() + " is no port.");
        }
        KeyRequest key;
        try {
            key = KeyRequest.parse(request.request() == null ? "" : request.request());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.badInput("request", String.valueOf(e.getMessage()), ""), e);
        }
        return new Applicant(facts.hostId(), name(facts), address, request.port(), key, request.token(), request.certificate(),
                request.proof(),
                clipped(facts));
    }

    private static Refusal bad(String field, String text) {
        return new Refusal(Problem.badInput(field, text, ""));
    }

    /** The first part of its host name, as far as a host can be called so. */
    private static String name(HostFacts facts) {
        String name = text(facts.hostname()).replaceAll("[^A-Za-z0-9._-]", "-");
        return name.isEmpty() ? "host" : name.substring(0, Math.min(NAME - 4, name.length())); // room for a number behind
    }

    private static HostFacts clipped(HostFacts facts) {
        return new HostFacts(facts.hostId(), text(facts.hostname()), text(facts.os()), text(facts.osVersion()), text(facts.kernel()),
                text(facts.architecture()), text(facts.cpuModel()), within(facts.cpuMhz()), within(facts.sockets()), within(facts.cores()),
                within(facts.threads()), Math.max(0, facts.memory()), text(facts.libvirtVersion()), text(facts.qemuVersion()),
                text(facts.virtualization()), text(facts.virtualizationDetail()), Math.max(0, facts.bootTime()), List.of(), List.of(),
                Measured.hardware(facts.hardware()));
    }

    private static int within(int number) {
        return Math.max(0, Math.min(MANY, number));
    }

    /** One line, not too long, without signs that steer terminals or turn the direction of writing. */
    static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String start = text.length() > TEXT * 4 ? text.substring(0, TEXT * 4) : text;
        String line = start.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]", " ").strip();
        return line.length() <= TEXT ? line : line.substring(0, TEXT) + "…";
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "Applicant[" + hostId + ']';
    }
}
