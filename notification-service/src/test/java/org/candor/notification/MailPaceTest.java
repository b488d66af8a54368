package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** What the mail server takes in a minute holds for what waits in the queue as it does for notices. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(MailPaceTest.Slowly.class)
class MailPaceTest {

    private static final int MAILS = 4;

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
                Database.execute(
                        "insert into outgoing_mail (id, purpose, purpose_id, recipient, person, subject, body, state, attempts,"
                                + " next_try_at, created_at) values (?, 'ALERT', ?, 'slowly@city.example', 'somebody',"
                                + " 'A duty', 'It is due.', 'WAITING', 0, now(), now())",
                        UUID.randomUUID(),
                        UUID.randomUUID());
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> sent().size() == MAILS);

            List<Instant> sent = sent();
            assertThat(Duration.between(sent.getFirst(), sent.getLast())).isGreaterThan(Duration.ofSeconds(MAILS - 2));
            assertThat(server.to("slowly@city.example")).hasSize(MAILS);
        }
    }

    private static List<Instant> sent() {
        return Database.rows(
                        "select sent_at from outgoing_mail where recipient = 'slowly@city.example' and state = 'SENT'"
                                + " order by sent_at")
                .stream()
                .map(row -> ((Timestamp) row.get("sent_at")).toInstant())
                .toList();
    }
}
