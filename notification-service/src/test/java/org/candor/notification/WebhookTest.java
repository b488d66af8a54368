package org.candor.notification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.Envelope;
import org.candor.events.NoticeEvent.NoticeReturned;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** Other systems are told of facts: signed, again until they answer, and only what is nobody's secret. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class WebhookTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CLOSED = "org.candor.investigation.case-closed.v1";
    private static final String RETURNED = "org.candor.notification.notice-returned.v1";

    @Test
    void aFactIsDeliveredWithASignatureThatHoldsAndNothingButIdsAndCounts() throws Exception {
        Officers city = Officers.of("signed");
        try (Receiver receiver = Receiver.start()) {
            Response made = subscribe(city, receiver.url(), CLOSED, RETURNED);
            String secret = made.path("secret");
            UUID incident = incident(city);
            Facts.send(Topic.CASE, new CaseOpened(incident, city.entity(), Instant.now()), city.entity());
            Envelope closed = Facts.send(
                    Topic.CASE, new CaseClosed(incident, LocalDate.of(2026, 3, 10), Instant.now()), city.entity());
            Facts.send(Topic.NOTICE, new NoticeReturned(incident, 12, LocalDate.of(2026, 3, 10)), city.entity());
            Facts.send(
                    Topic.CASE,
                    new CaseClosed(incident, LocalDate.of(2026, 3, 11), Instant.now()),
                    city.entity(),
                    true,
                    "system");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(receiver.calls()).hasSize(2));
            Receiver.Call call = receiver.calls().stream()
                    .filter(one -> one.body().contains(CLOSED))
                    .findFirst()
                    .orElseThrow();
            assertThat(call.signature()).isEqualTo(signature(secret, call));
            assertThat(Instant.ofEpochSecond(Long.parseLong(call.timestamp())))
                    .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(5));
            assertThat(call.body())
                    .contains(incident.toString(), closed.id().toString(), city.entity())
                    .doesNotContain("2026-03-10");
            assertThat(receiver.calls()).anyMatch(one -> one.body().contains("\"counts\":{\"count\":12}"));

            String id = made.path("webhookId");
            await().atMost(SOON)
                    .untilAsserted(() -> as(city, "admin")
                            .get("/webhooks/" + id + "/deliveries?state=DELIVERED")
                            .then()
                            .body("items.size()", equalTo(2))
                            .body("items.deliveryId", hasItem(call.id()))
                            .body("items[0].outcome", equalTo("204")));
            as(city, "admin").get("/webhooks/" + id).then().body("secret", nullValue());
            as(city, "other").get("/webhooks/" + id).then().statusCode(404);
            assertThat(Database.rows("select * from webhook where id = cast(? as uuid)", id)
                            .toString())
                    .doesNotContain(secret.replace("whsec_", ""));

            as(city, "admin")
                    .post("/webhooks/" + id + "/deliveries/" + call.id() + "/replay")
                    .then()
                    .statusCode(204);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(receiver.calls().stream()
                                    .filter(one -> one.id().equals(call.id())))
                            .hasSize(2));

            String tag = as(city, "admin").get("/webhooks/" + id).header("ETag");
            as(city, "admin").post("/webhooks/" + id + "/secret").then().statusCode(428);
            String fresh = as(city, "admin")
                    .header("If-Match", tag)
                    .post("/webhooks/" + id + "/secret")
                    .then()
                    .statusCode(200)
                    .body("secret", not(equalTo(secret)))
                    .extract()
                    .path("secret");
            as(city, "admin")
                    .header("If-Match", tag)
                    .post("/webhooks/" + id + "/secret")
                    .then()
                    .statusCode(412);
            int before = receiver.calls().size();
            Facts.send(Topic.CASE, new CaseClosed(incident, LocalDate.of(2026, 4, 1), Instant.now()), city.entity());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(receiver.calls()).hasSizeGreaterThan(before));
            Receiver.Call last = receiver.calls().getLast();
            assertThat(last.signature()).isEqualTo(signature(fresh, last));

            as(city, "admin").delete("/webhooks/" + id).then().statusCode(204);
            as(city, "admin").get("/webhooks/" + id).then().statusCode(404);
        }
    }

    @Test
    void aSubscriberLearnsNothingOfWhatHeIsRecusedFrom() throws Exception {
        Officers city = Officers.of("recusal");
        try (Receiver receiver = Receiver.start()) {
            String id = subscribe(city, receiver.url(), CLOSED).path("webhookId");
            UUID about = UUID.randomUUID();
            Routing.open(about, city.entity()).recusing(city.subject("admin")).send();
            UUID other = incident(city);
            for (UUID each : List.of(about, other)) {
                Facts.send(Topic.CASE, new CaseClosed(each, LocalDate.of(2026, 3, 10), Instant.now()), city.entity());
            }
            await().atMost(SOON)
                    .until(() -> Database.number(
                                    "select count(*) from webhook_delivery where webhook_id = cast(? as uuid)", id)
                            == 2);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
            assertThat(receiver.calls().getFirst().body()).contains(other.toString());
            as(city, "admin").get("/webhooks/" + id + "/deliveries").then().body("items.size()", equalTo(1));
        }
    }

    /** A subscription outlives every token: who has left his office is told nothing more. */
    @Test
    void whoHasLeftHisOfficeIsToldNothingMore() throws Exception {
        Officers city = Officers.of("left").with(OfficerRole.ADMINISTRATOR, "head");
        UUID office = UUID.randomUUID();
        city.tell(office, OfficerRole.ADMINISTRATOR, "admin", true);
        try (Receiver receiver = Receiver.start()) {
            subscribe(city, receiver.url(), CLOSED);
            as(city, "head")
                    .contentType("application/json")
                    .body(Map.of("name", "Tickets", "url", receiver.url(), "types", List.of(CLOSED)))
                    .post("/webhooks")
                    .then()
                    .statusCode(201);
            city.tell(office, OfficerRole.ADMINISTRATOR, "admin", false);
            await().atMost(SOON)
                    .until(() ->
                            Database.number("select count(*) from officer where officer_id = ? and not active", office)
                                    == 1);

            Facts.send(
                    Topic.CASE,
                    new CaseClosed(incident(city), LocalDate.of(2026, 3, 10), Instant.now()),
                    city.entity());
            await().atMost(SOON).until(() -> states(city, "head").equals(List.of("DELIVERED")));
            assertThat(states(city, "admin")).containsExactly("WAITING");
            assertThat(receiver.calls()).hasSize(1);
        }
    }

    private static List<Object> states(Officers city, String owner) {
        return Database.rows(
                        "select d.state from webhook_delivery d join webhook w on w.id = d.webhook_id where w.owner = ?",
                        city.subject(owner))
                .stream()
                .map(row -> row.get("state"))
                .toList();
    }

    @Test
    void itIsTriedAgainUnderTheSameIdAndARedirectIsAFailure() throws Exception {
        Officers city = Officers.of("again");
        try (Receiver receiver = Receiver.start()) {
            receiver.answer(302);
            subscribe(city, receiver.url(), CLOSED);
            Facts.send(
                    Topic.CASE,
                    new CaseClosed(incident(city), LocalDate.of(2026, 3, 10), Instant.now()),
                    city.entity());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(receiver.calls()).isNotEmpty());
            receiver.answer(200);
            await().atMost(SOON)
                    .until(() -> Database.number(
                                    "select count(*) from webhook_delivery d join webhook w on w.id = d.webhook_id"
                                            + " where w.owner = ? and d.state = 'DELIVERED'",
                                    city.subject("admin"))
                            == 1);
            assertThat(receiver.calls().stream().map(Receiver.Call::id).distinct())
                    .hasSize(1);
            assertThat(receiver.calls()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void afterManyFailuresItIsDisabledAndTheOperatorIsTold() throws Exception {
        Officers city = Officers.of("broken");
        try (Receiver receiver = Receiver.start()) {
            receiver.answer(500);
            String id = subscribe(city, receiver.url(), CLOSED).path("webhookId");
            for (int day = 1; day <= 3; day++) {
                Facts.send(
                        Topic.CASE,
                        new CaseClosed(incident(city), LocalDate.of(2026, 3, day), Instant.now()),
                        city.entity());
            }
            await().atMost(SOON)
                    .untilAsserted(() ->
                            as(city, "admin").get("/webhooks/" + id).then().body("state", equalTo("DISABLED")));
            assertThat(Database.number(
                            "select count(*) from outgoing_mail where recipient = 'operator@installation.example' and body like ?",
                            "%" + id + "%"))
                    .isEqualTo(1);
            int calls = receiver.calls().size();
            assertThat(calls).isEqualTo(5);

            receiver.answer(200);
            String tag = as(city, "admin").get("/webhooks/" + id).header("ETag");
            as(city, "admin")
                    .header("If-Match", tag)
                    .post("/webhooks/" + id + "/enable")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ACTIVE"));
            await().atMost(SOON)
                    .untilAsserted(() -> as(city, "admin")
                            .get("/webhooks/" + id + "/deliveries?state=WAITING")
                            .then()
                            .body("items.size()", equalTo(0)));
            assertThat(receiver.calls()).hasSizeGreaterThan(calls);
        }
    }

    @Test
    void refusesWhatIsNoAddress() {
        Officers city = Officers.of("refused");
        for (String url :
                List.of("ftp://example.org/", "http://user:pass@127.0.0.1/", "http:///", "http://127.0.0.1/#here")) {
            as(city, "admin")
                    .contentType("application/json")
                    .body(Map.of("name", "Tickets", "url", url, "types", List.of(CLOSED)))
                    .post("/webhooks")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("TARGET_NOT_ALLOWED"));
        }
    }

    @Test
    void refusesATypeThatIsNotToldOutside() {
        Officers city = Officers.of("types");
        for (String type : List.of("org.candor.intake.no-such-fact.v1", "org.candor.intake.routing-changed.v1")) {
            as(city, "admin")
                    .contentType("application/json")
                    .body(Map.of("name", "Tickets", "url", "http://127.0.0.1/", "types", List.of(CLOSED, type)))
                    .post("/webhooks")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("/types/1"));
        }
    }

    private static UUID incident(Officers city) {
        UUID incident = UUID.randomUUID();
        Routing.open(incident, city.entity()).send();
        return incident;
    }

    private static Response subscribe(Officers city, String url, String... types) {
        Response made = as(city, "admin")
                .contentType("application/json")
                .body(Map.of("name", "Tickets", "url", url, "types", List.of(types)))
                .post("/webhooks");
        made.then().statusCode(201);
        return made;
    }

    /** For the entity only, so that facts of other tests are not delivered. */
    private static RequestSpecification as(Officers city, String name) {
        return given().auth()
                .oauth2(Tokens.subject(city.subject(name))
                        .roles("administrator")
                        .entities(city.entity())
                        .signed());
    }

    private static String signature(String secret, Receiver.Call call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        byte[] signed = mac.doFinal((call.id() + "." + call.timestamp() + "." + call.body()).getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }
}
