package hostelry.engine.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Access.Session;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Authenticator;
import hostelry.testkit.InlineWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessServiceTest {
    /** Time that stands until the test moves it. */
    private static final class HandClock extends Clock {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Knows anna, and counts how often it was asked. */
    private static final class Realm implements Authenticator {
        int asked;

        @Override
        public String realm() {
            return "internal";
        }

        @Override
        public Optional<String> authenticate(String name, char[] password) {
            asked++;
            return name.equals("anna") && new String(password).equals("right") ? Optional.of("u1") : Optional.empty();
        }
    }

    private final InlineWork work = new InlineWork();
    private final HandClock clock = new HandClock();
    private final Realm realm = new Realm();
    private final AccessService access = new AccessService(work, List.of(realm), clock);

    private static char[] pw(String text) {
        return text.toCharArray();
    }

    @Test
    void aLoginOpensASessionAndIsAnEvent() {
        Session session = access.login("anna@internal", pw("right"));

        assertEquals("u1", session.caller().userId());
        assertEquals("anna@internal", session.caller().userName());
        assertTrue(session.token().length() >= 43, "256 bits");
        assertEquals(List.of("anna@internal logged in."), work.said());
        assertEquals("anna@internal", access.session(session.token()).orElseThrow().caller().userName());
        assertNotEquals(session.caller().correlationId(), access.session(session.token()).orElseThrow().caller().correlationId());
    }

    @Test
    void oVirtsSpellingOfTheRealmIsTaken() {
        assertEquals("anna@internal", access.login("anna@internal-authz", pw("right")).caller().userName());
    }

    @Test
    void wrongNameAndWrongPasswordSayTheSame() {
        Refusal password = assertThrows(Refusal.class, () -> access.login("anna@internal", pw("wrong")));
        Refusal name = assertThrows(Refusal.class, () -> access.login("bert@internal", pw("right")));
        Refusal noRealm = assertThrows(Refusal.class, () -> access.login("anna", pw("right")));

        assertEquals(password.getMessage(), name.getMessage());
        assertEquals(password.getMessage(), noRealm.getMessage());
        assertEquals(Problem.Kind.FORBIDDEN, password.kind());
        assertFalse(String.join(" ", work.said()).contains("wrong1"), "no password in an event");
        assertTrue(work.said().get(0).startsWith("Somebody tried to log in as anna@internal"));
    }

    @Test
    void aSessionDiesOfIdlenessAndLivesByUse() {
        String token = access.login("anna@internal", pw("right")).token();
        for (int i = 0; i < 5; i++) {
            clock.now = clock.now.plus(Duration.ofMinutes(29));
            assertTrue(access.session(token).isPresent(), "used in time");
        }
        clock.now = clock.now.plus(Duration.ofMinutes(31));
        assertTrue(access.session(token).isEmpty());
    }

    @Test
    void aLogoutEndsIt() {
        String token = access.login("anna@internal", pw("right")).token();
        access.logout(token);
        access.logout("unknown");

        assertTrue(access.session(token).isEmpty());
        assertEquals(List.of("anna@internal logged in.", "anna@internal logged out."), work.said());
    }

    @Test
    void afterFiveWrongOnesEvenTheRightOneWaits() {
        for (int i = 0; i < 5; i++) {
            assertTrue(access.verify("anna@internal", pw("wrong")).isEmpty());
        }
        int asked = realm.asked;
        assertTrue(access.verify("anna@internal", pw("right")).isEmpty(), "must wait");
        assertEquals(asked, realm.asked, "the realm is not even asked");

        clock.now = clock.now.plusSeconds(31);
        assertTrue(access.verify("anna@internal", pw("right")).isPresent());
    }

    @Test
    void aRightPasswordIsRememberedForAMinuteOnly() {
        access.verify("anna@internal", pw("right"));
        access.verify("anna@internal", pw("right"));
        assertEquals(1, realm.asked);

        assertTrue(access.verify("anna@internal", pw("other")).isEmpty(), "another password is another question");
        clock.now = clock.now.plusSeconds(61);
        access.verify("anna@internal", pw("right"));
        assertEquals(3, realm.asked);
    }

    @Test
    void whatAStrangerTypesIsCleanedBeforeItIsShown() {
        access.verify("evil\n\u0007" + "x".repeat(200) + "@internal", pw("wrong"));
        String said = work.said().get(0);

        assertFalse(said.contains("\n") || said.contains("\u0007"));
        assertTrue(said.length() < 200);
    }

    @Test
    void endlessNamesAndPasswordsAreNotEvenHashed() {
        assertTrue(access.verify("x".repeat(1_000) + "@internal", pw("right")).isEmpty());
        assertTrue(access.verify("anna@internal", pw("y".repeat(100_000))).isEmpty());
        assertEquals(0, realm.asked);
    }
}
