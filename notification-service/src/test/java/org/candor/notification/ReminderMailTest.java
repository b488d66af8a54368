package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A-17, R-14: whom a reminder is for comes as a list, each issue is mailed once, and who has not confirmed is known. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class ReminderMailTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    MutableClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aListIsTriedImportedMailedOnceInTwoLanguagesAndConfirmed() throws Exception {
        Officers city = Officers.of("mailed").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        known(city);
        await().atMost(SOON)
                .until(() -> Database.number("select count(*) from officer where entity_id = ?", city.entity()) == 1);
        Response made = draft(city, Map.of("kind", "REPORTING_PROGRAMME"));
        String id = made.path("reminderId");
        String list = "person,email,language,department\n"
                + line(city, "ana", "es", "Health")
                + line(city, "ben", "", "Works")
                + city.subject("cat") + ",,en,Health\n";

        take(city, id, list, true)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("added", equalTo(3))
                .body("withoutEmail", equalTo(1))
                .body("faults", hasSize(0));
        assertThat(listed(id)).isZero();
        take(city, id, list.replace("es,Health", "fr,Health"), true)
                .then()
                .statusCode(200)
                .body("faults[0].line", equalTo(2))
                .body("faults[0].column", equalTo("language"));
        take(city, id, list.replace("es,Health", "fr,Health"), false)
                .then()
                .statusCode(422)
                .body("code", equalTo("AUDIENCE_REFUSED"))
                .body("errors[0].field", equalTo("line 2, language"));
        take(city, id, "name\nana\n", true).then().statusCode(422).body("code", equalTo("AUDIENCE_UNREADABLE"));
        as(city, "author", "security-officer")
                .contentType("text/csv")
                .body(list.getBytes(StandardCharsets.UTF_8))
                .post("/reminders/" + id + "/readers/import")
                .then()
                .statusCode(428);
        assertThat(listed(id)).isZero();
        Response taken = take(city, id, list, false);
        taken.then().statusCode(200).body("added", equalTo(3));
        take(city, id, list, false).then().statusCode(200).body("unchanged", equalTo(3));
        recorded("import-reminder-readers", id);

        try (MailServer mail = MailServer.start();
                TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            approve(city, id);
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(mail.to(city.mailbox("ana"))).hasSize(1);
                assertThat(mail.to(city.mailbox("ben"))).hasSize(1);
                assertThat(mail.to(city.mailbox("privacy"))).hasSize(1);
            });
            MimeMessage spanish = mail.to(city.mailbox("ana")).getFirst();
            assertThat(spanish.getSubject()).isEqualTo("Informe en 24 horas de lo que parezca mal");
            assertThat(spanish.getContent().toString()).contains("/notification/reminders/mine");
            MimeMessage english = mail.to(city.mailbox("ben")).getFirst();
            assertThat(english.getSubject()).isEqualTo("Report what looks wrong within 24 hours");
            // What the officer wrote is read behind the sign-in.
            assertThat(english.getContent().toString()).doesNotContain("the text of the officer");

            UUID issue = issue(id);
            DeadlineSet duty =
                    facts.await(DeadlineSet.class, fact -> fact.deadlineId().equals(issue));
            assertThat(duty.kind()).isEqualTo("REPORTING_PROGRAMME");
            assertThat(duty.incidentId()).isNull();
            facts.await(DeadlineMet.class, fact -> fact.deadlineId().equals(issue));
            confirmedAndMissing(city, id, issue);
            assertThat(mail.to(city.mailbox("ana"))).hasSize(1);
        }
    }

    private static void confirmedAndMissing(Officers city, String id, UUID issue) {
        // Listed by name, without a role of the reminder's.
        as(city, "ana", "investigator")
                .post("/reminders/issues/" + issue + "/receipt")
                .then()
                .statusCode(204);
        as(city, "author", "security-officer")
                .queryParam("state", "missing")
                .get("/reminders/issues/" + issue + "/readers")
                .then()
                .statusCode(200)
                .body(
                        "items.person",
                        equalTo(List.of(city.subject("ben"), city.subject("cat"), city.subject("privacy"))))
                .body("items[0].readAt", nullValue());
        as(city, "author", "security-officer")
                .queryParam("state", "confirmed")
                .queryParam("department", "Health")
                .get("/reminders/issues/" + issue + "/readers")
                .then()
                .body("items.person", equalTo(List.of(city.subject("ana"))))
                .body("items[0].readAt", notNullValue());
        Response first =
                as(city, "author", "security-officer").queryParam("limit", 3).get("/reminders/" + id + "/readers");
        first.then().body("items", hasSize(3)).body("items[2].email", nullValue());
        as(city, "author", "security-officer")
                .queryParam("cursor", first.<String>path("next"))
                .get("/reminders/" + id + "/readers")
                .then()
                .body("items.person", equalTo(List.of(city.subject("privacy"))))
                .body("next", nullValue());
        await().atMost(SOON)
                .untilAsserted(() -> as(city, "author", "security-officer")
                        .get("/reminders/" + id + "/issues")
                        .then()
                        .body("items[0].mails.complete", equalTo(true))
                        .body("items[0].mails.sent", equalTo(3))
                        .body("items[0].mails.waiting", equalTo(0)));
        given().auth()
                .oauth2(Tokens.subject("stranger")
                        .roles("security-officer")
                        .entities("elsewhere")
                        .signed())
                .get("/reminders/issues/" + issue + "/readers")
                .then()
                .statusCode(404);
        await().atMost(SOON)
                .untilAsserted(() -> as(city, "author", "security-officer")
                        .queryParam("nature", "programme")
                        .queryParam("state", "met")
                        .get("/deadlines")
                        .then()
                        .body("items.deadlineId", hasItem(issue.toString())));
    }

    /** After a crash between two portions: what was queued stays as it is, and the rest follows. */
    @Test
    void mailingGoesOnBehindTheLastPersonAndTakesNobodyTwice() {
        Officers city = Officers.of("resumed");
        known(city);
        String id = draft(city, Map.of()).path("reminderId");
        String list = IntStream.range(0, 1_201)
                .mapToObj(i -> "p%04d@%s,p%04d@%s.example,en,\n".formatted(i, city.entity(), i, city.entity()))
                .collect(Collectors.joining("", "person,email,language,department\n", ""));
        take(city, id, list, false).then().statusCode(200).body("added", equalTo(1_201));
        approve(city, id);
        await().atMost(SOON).until(() -> mails(id) == 1_201);

        Database.execute(
                "update reminder_issue set mailed_at = null, mailed_through = ? where reminder_id = cast(? as uuid)",
                "p0600@" + city.entity(),
                id);
        await().atMost(SOON)
                .until(() -> Database.number(
                                "select count(*) from reminder_issue where reminder_id = cast(? as uuid) and mailed_at is not null",
                                id)
                        == 1);
        assertThat(mails(id)).isEqualTo(1_201);
        end(city, id);
    }

    @Test
    void whatWaitsIsTakenBackWhenTheReminderEnds() {
        Officers city = Officers.of("withheld");
        known(city);
        String id = draft(city, Map.of("kind", "VIRUS_ALERT", "everyMonths", 0)).path("reminderId");
        take(city, id, "person,email\n" + city.subject("ana") + "," + city.mailbox("ana") + "\n", false)
                .then()
                .statusCode(200);
        approve(city, id);
        await().atMost(SOON).until(() -> mails(id) == 1);
        end(city, id);
        as(city, "author", "security-officer")
                .get("/reminders/" + id + "/issues")
                .then()
                .body("items[0].mails.withheld", equalTo(1));
    }

    @Test
    void monthsAreThoseOfTheCalendarAndKindsAreData() {
        Officers city = Officers.of("months");
        known(city);
        LocalDate start = LocalDate.of(2027, 8, 31);
        String id = draft(city, Map.of("startsOn", start.toString(), "everyMonths", 6, "endsOn", "2029-12-31"))
                .path("reminderId");
        approve(city, id);
        clock.set(LocalDate.of(2028, 2, 28).atTime(12, 0).atZone(Fixtures.ZONE).toInstant());
        awaitIssue(id, 1);
        clock.set(LocalDate.of(2028, 2, 29).atTime(12, 0).atZone(Fixtures.ZONE).toInstant());
        awaitIssue(id, 2);

        as(city, "author", "security-officer")
                .get("/reminders/kinds")
                .then()
                .statusCode(200)
                .body(
                        "kinds.id",
                        equalTo(List.of("SECURITY_REMINDER", "REPORTING_PROGRAMME", "VIRUS_ALERT", "PASSWORD_CHANGE")));
        Map<String, Object> wrong = request(city, Map.of("kind", "CHAIN_LETTER"));
        refused(city, wrong, "/kind");
        refused(city, request(city, Map.of("everyMonths", 3, "everyDays", 90)), "/everyMonths");
    }

    private static void refused(Officers city, Map<String, Object> request, String field) {
        as(city, "author", "security-officer")
                .contentType("application/json")
                .body(request)
                .post("/reminders")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo(field));
    }

    private static Response draft(Officers city, Map<String, Object> change) {
        Response made = as(city, "author", "security-officer")
                .contentType("application/json")
                .body(request(city, change))
                .post("/reminders");
        made.then().statusCode(201);
        return made;
    }

    private static Map<String, Object> request(Officers city, Map<String, Object> change) {
        LocalDate today = Fixtures.today();
        Map<String, Object> request = new HashMap<>(Map.of(
                "entityId",
                city.entity(),
                "english",
                Map.of("title", "Report", "body", "This is the text of the officer."),
                "spanish",
                Map.of("title", "Informe", "body", "Este es el texto del oficial."),
                "roles",
                List.of("workforce", "privacy-officer"),
                "startsOn",
                today.toString(),
                "everyMonths",
                6,
                "endsOn",
                today.plusYears(2).toString()));
        request.putAll(change);
        return request;
    }

    private static void approve(Officers city, String id) {
        as(city, "privacy", "privacy-officer")
                .header("If-Match", "*")
                .post("/reminders/" + id + "/approval")
                .then()
                .statusCode(200);
    }

    private static void end(Officers city, String id) {
        as(city, "author", "security-officer")
                .header("If-Match", "*")
                .post("/reminders/" + id + "/end")
                .then()
                .statusCode(200);
    }

    private static Response take(Officers city, String id, String list, boolean dryRun) {
        return as(city, "author", "security-officer")
                .contentType("text/csv")
                .header("If-Match", "*")
                .queryParam("dryRun", dryRun)
                .body(list.getBytes(StandardCharsets.UTF_8))
                .post("/reminders/" + id + "/readers/import");
    }

    private static String line(Officers city, String name, String language, String department) {
        return city.subject(name) + "," + city.mailbox(name) + "," + language + "," + department + "\n";
    }

    private static void recorded(String action, String id) {
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            accesses.await(
                    AccessRecorded.class,
                    fact -> fact.action().equals(action) && fact.filter().contains(id));
        }
    }

    private static RequestSpecification as(Officers city, String name, String role) {
        return given().auth()
                .oauth2(Tokens.subject(city.subject(name))
                        .roles(role)
                        .entities(city.entity())
                        .signed());
    }

    private static void known(Officers city) {
        await().atMost(SOON)
                .until(() ->
                        Database.number("select count(*) from legal_entity where entity_id = ?", city.entity()) == 1);
    }

    private static void awaitIssue(String id, int number) {
        await().atMost(SOON)
                .until(() -> Database.number(
                                "select coalesce(max(number), 0) from reminder_issue where reminder_id = cast(? as uuid)",
                                id)
                        == number);
    }

    private static UUID issue(String id) {
        return UUID.fromString(Database.rows("select id from reminder_issue where reminder_id = cast(? as uuid)", id)
                .getFirst()
                .get("id")
                .toString());
    }

    private static long listed(String id) {
        return Database.number("select count(*) from reminder_reader where reminder_id = cast(? as uuid)", id);
    }

    private static long mails(String id) {
        return Database.number(
                "select count(*) from outgoing_mail m join reminder_issue i on i.id = m.purpose_id"
                        + " where m.purpose = 'REMINDER' and i.reminder_id = cast(? as uuid)",
                id);
    }
}
