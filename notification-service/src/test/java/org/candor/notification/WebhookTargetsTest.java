package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** As in production: the own network is closed, when a webhook is made and again at every delivery. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(WebhookTargetsTest.Production.class)
class WebhookTargetsTest {

    /** The surroundings of the other tests, less what they open. */
    public static final class Production implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(new Surroundings().start());
            settings.remove("candor.webhooks.private-targets");
            return settings;
        }

        @Override
        public void stop() {
            // Nothing was started.
        }
    }

    @Test
    void refusesTheOwnNetworkAndWhatIsNotEncrypted() {
        for (String url : List.of(
                "https://127.0.0.1/hook",
                "https://localhost/hook",
                "https://[::1]/hook",
                "https://169.254.169.254/latest",
                "https://10.1.2.3/hook",
                "https://192.168.1.1/hook",
                "https://[::ffff:127.0.0.1]/hook",
                "https://2130706433/hook",
                "http://1.1.1.1/hook",
                "https://no-such-name.invalid/hook")) {
            given().auth()
                    .oauth2(Tokens.of("administrator"))
                    .contentType("application/json")
                    .body(Map.of(
                            "name", "Tickets", "url", url, "types", List.of("org.candor.investigation.case-closed.v1")))
                    .post("/webhooks")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("TARGET_NOT_ALLOWED"));
        }
    }

    /** A name may have pointed elsewhere when the subscription was made. */
    @Test
    void asksAgainAtEachDelivery() throws Exception {
        UUID webhook = UUID.randomUUID();
        UUID delivery = UUID.randomUUID();
        try (Receiver receiver = Receiver.start()) {
            Database.execute(
                    "insert into webhook values (?, 'nobody', '*', 'Tickets', ?, 'x', 1, 'ACTIVE', 0, now(), null, 1)",
                    webhook,
                    receiver.url().replace("127.0.0.1", "localhost").replace("http:", "https:"));
            Database.execute(
                    "insert into webhook_delivery values (?, ?, ?, null, 'x', '{}', 'WAITING', 0, '', now(), now(), null)",
                    delivery,
                    webhook,
                    UUID.randomUUID());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Database.rows("select outcome from webhook_delivery where id = ?", delivery)
                            .getFirst()
                            .get("outcome")
                            .equals("ADDRESS_NOT_ALLOWED"));
            assertThat(receiver.calls()).isEmpty();
        }
        Database.execute("update webhook set state = 'DELETED' where id = ?", webhook);
    }
}
