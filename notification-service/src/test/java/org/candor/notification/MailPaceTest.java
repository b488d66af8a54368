package org.candor.notification;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.header;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.person;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.junit.jupiter.api.Test;

/** What the mail server takes in a minute holds for what waits in the queue as it does for notices. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(MailPaceTest.Slowly.class)
class MailPaceTest {

    private static final int MAILS = 4;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** One mail a second. */
    public static final class Slowly implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(new Surroundings().start());
            settings.put("candor.mail.per-minute", "60");
            return settings;
        }

        @Override
        public void stop() {
            // Nothing was started.
        }
    }

    @Test
    void noMoreLeaveThanTheServerTakesAndEachOnce() {
        try (MailServer server = MailServer.start()) {
            for (int i = 0; i < MAILS; i++) {
                waits("ALERT", "slowly@city.example");
            }
            await().atMost(SOON).until(() -> sent("slowly@city.example").size() == MAILS);

            List<Instant> sent = sent("slowly@city.example");
            assertThat(Duration.between(sent.getFirst(), sent.getLast())).isGreaterThan(Duration.ofSeconds(MAILS - 2));
            assertThat(server.to("slowly@city.example")).hasSize(MAILS);
        }
    }

    @Test
    void anAlertGoesBeforeTheRemindersThatWaitedAlready() {
        try (MailServer server = MailServer.start()) {
            for (int i = 0; i < 2 * MAILS; i++) {
                waits("REMINDER", "everybody@city.example");
            }
            await().atMost(SOON).until(() -> !sent("everybody@city.example").isEmpty());
            waits("ALERT", "urgently@city.example");
            await().atMost(SOON).until(() -> sent("everybody@city.example").size() == 2 * MAILS);

            assertThat(sent("urgently@city.example").getFirst())
                    .isBefore(sent("everybody@city.example").getLast());
            assertThat(server.to("everybody@city.example")).hasSize(2 * MAILS);
        }
    }

    @Test
    void lettersToComplainantsKeepItToo() {
        Officers city = Officers.of("paced");
        List<UUID> incidents = Stream.generate(() -> ComplainantLettersTest.incident(city))
                .limit(MAILS)
                .toList();
        try (MailServer server = MailServer.start()) {
            incidents.forEach(incident -> {
                Peers.answer(
                        ComplainantLettersTest.contact(incident),
                        Peers.Answer.ok(ComplainantLettersTest.reporter(city, "EMAIL", "en")));
                ComplainantLettersTest.gave(city, incident, "EMAIL");
            });
            await().atMost(SOON).until(() -> letters(city).size() == MAILS);
            Database.execute(
                    "update complainant_letter set state = 'SEALED', sent_at = null, next_try_at = now() where entity_id = ?",
                    city.entity());
            await().atMost(SOON).until(() -> letters(city).size() == MAILS);

            List<Instant> sent = letters(city);
            assertThat(Duration.between(sent.getFirst(), sent.getLast())).isGreaterThan(Duration.ofSeconds(MAILS - 2));
            assertThat(server.to("odalys@" + city.entity() + ".example")).hasSize(2 * MAILS);
        }
    }

    /** What never leaves keeps nothing waiting that does: these would take longer than anybody waits for them. */
    @Test
    void aDrillTakesNoTurn() {
        UUID incident = breach(true, individuals(null));
        int people = 2 * (int) SOON.toSeconds();
        importing(
                incident,
                IntStream.range(0, people).mapToObj(MailPaceTest::agreed).collect(joining("\n", header(), "\n")));
        approved(incident, "4-III-B", "en");
        officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);

        await().atMost(SOON)
                .until(() -> Database.number(
                                "select count(*) from notice where incident_id = '" + incident + "' and state = 'SENT'")
                        == people);
    }

    private static String agreed(int number) {
        return person(
                "P-" + number,
                "Mail",
                "1 Elm Street",
                "Larkspur Falls",
                "WI",
                "54901",
                "p" + number + "@mail.example",
                "yes",
                "en");
    }

    private static void waits(String purpose, String recipient) {
        Database.execute(
                "insert into outgoing_mail (id, purpose, purpose_id, recipient, person, subject, body, state, attempts,"
                        + " next_try_at, created_at) values (?, ?, ?, ?, 'somebody', 'A duty', 'It is due.', 'WAITING', 0,"
                        + " now(), now())",
                UUID.randomUUID(),
                purpose,
                UUID.randomUUID(),
                recipient);
    }

    private static List<Instant> letters(Officers city) {
        return instants(
                "select sent_at from complainant_letter where entity_id = ? and state = 'SENT' order by sent_at",
                city.entity());
    }

    private static List<Instant> sent(String recipient) {
        return instants(
                "select sent_at from outgoing_mail where recipient = ? and state = 'SENT' order by sent_at", recipient);
    }

    private static List<Instant> instants(String sql, String argument) {
        return Database.rows(sql, argument).stream()
                .map(row -> ((Timestamp) row.get("sent_at")).toInstant())
                .toList();
    }
}
