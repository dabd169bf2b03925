package hostelry.engine.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Access.Session;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Authenticator;
import hostelry.engine.spi.WellKnown;
import hostelry.model.HostelryFactory;
import hostelry.model.User;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final MemoryInventory inventory = new MemoryInventory();
    private final AccessService access = new AccessService(work, inventory, new PermissionAuthority(inventory), List.of(realm), clock);

    AccessServiceTest() {
        User anna = HostelryFactory.eINSTANCE.createUser();
        anna.setId("u1");
        anna.setUserName("anna@internal");
        inventory.change(draft -> draft.add(anna));
    }

    private void edit(Consumer<User> change) {
        inventory.change(draft -> {
            change.accept(draft.edit(User.class, "u1"));
            return null;
        });
    }

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
    void afterFiveWrongOnesAUserIsLockedAndTheLockIsWrittenDown() {
        for (int i = 0; i < 5; i++) {
            assertTrue(access.verify("anna@internal", pw("wrong")).isEmpty());
        }
        assertTrue(access.verify("anna@internal", pw("right")).isEmpty(), "even the right one");
        assertEquals(clock.now.plus(Duration.ofMinutes(15)), inventory.find(User.class, "u1").orElseThrow().getLockedUntil());
        assertTrue(work.said().contains("anna@internal is locked for 15 minutes, after 5 wrong passwords."), work.said().toString());
        AccessService afterRestart = new AccessService(work, inventory, new PermissionAuthority(inventory), List.of(realm), clock);
        assertTrue(afterRestart.verify("anna@internal", pw("right")).isEmpty());

        clock.now = clock.now.plus(Duration.ofMinutes(15));
        assertTrue(access.verify("anna@internal", pw("right")).isPresent());
    }

    @Test
    void theAdministratorOnlyWaitsAMoment() {
        for (int i = 0; i < 50; i++) {
            access.verify("admin@internal", pw("wrong"));
            clock.now = clock.now.plusSeconds(31);
        }
        int asked = realm.asked;
        assertEquals(null, inventory.find(User.class, WellKnown.ADMIN).orElseThrow().getLockedUntil());
        access.verify("admin@internal", pw("wrong"));
        access.verify("admin@internal", pw("wrong"));
        assertEquals(asked + 1, realm.asked, "the realm is not even asked while it waits");
    }

    @Test
    void sessionsEndWhenTheirUserIsDisabledOrGetsAnotherPassword() {
        String token = access.login("anna@internal", pw("right")).token();
        edit(user -> user.setPasswordChanged(clock.now));
        assertTrue(access.session(token).isEmpty());

        String second = access.login("anna@internal", pw("right")).token();
        assertTrue(access.session(second).isPresent());
        access.verify("anna@internal", pw("right"));
        edit(user -> user.setDisabled(true));
        assertTrue(access.session(second).isEmpty());
        assertTrue(access.verify("anna@internal", pw("right")).isEmpty(), "nor is it remembered");
        assertThrows(Refusal.class, () -> access.login("anna@internal", pw("right")));
        edit(user -> user.setDisabled(false));
        assertTrue(access.session(second).isEmpty(), "what is over is over");
    }

    @Test
    void whoMustChangeThePasswordGetsNoFurtherAndNobodyButAdministratorsComesUnfiltered() {
        Caller anna = access.login("anna@internal", pw("right")).caller();
        assertFalse(access.entry(anna, false).permitted());
        assertTrue(access.entry(anna, false).problems().get(0).sentence().contains("Filter: true"));
        assertTrue(access.entry(anna, true).permitted());
        assertTrue(access.entry(access.desk(), false).permitted());
        edit(user -> user.setMustChangePassword(true));
        assertFalse(access.entry(anna, true).permitted());
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
