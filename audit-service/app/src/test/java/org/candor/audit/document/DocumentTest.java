package org.candor.audit.document;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.candor.audit.KeptFile;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.RetentionEvent.DocumentKept;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** B-36, B-37, F-13: over HTTP, as a service hands them over and as an officer reads them. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class DocumentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] WORDS = "Form 3-III-B: what was found about somebody".getBytes(UTF_8);

    @Test
    void keepsADocumentAndPutsItsHashIntoTheTrail() {
        Story story = Story.triaged();
        story.entries(4);
        String id = KeptFile.of(story, WORDS)
                .keep()
                .then()
                .statusCode(201)
                .body("size", equalTo(WORDS.length))
                .body("kind", equalTo("FORM"))
                .extract()
                .path("documentId");

        assertThat(story.entries(5))
                .filteredOn(entry -> entry.get("type").equals("org.candor.audit.document-kept.v1"))
                .singleElement()
                .satisfies(entry -> assertThat((String) entry.get("data"))
                        .contains(KeptFile.sha256(WORDS), id, "\"reference\":\"FORM_3_III_B-1\"")
                        .doesNotContain("somebody"));
        Response content = as("privacy-officer").get("/documents/" + id + "/content");
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.asByteArray()).isEqualTo(WORDS);
        assertThat(content.header("Content-Disposition")).isEqualTo("attachment; filename=\"FORM-FORM_3_III_B-1\"");
        assertThat(content.header("Cache-Control")).isEqualTo("no-store");
        as("auditor")
                .get("/documents?incidentId=" + story.incidentId())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].sha256", equalTo(KeptFile.sha256(WORDS)));
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            AccessRecorded downloaded = accesses.await(
                    AccessRecorded.class,
                    access -> access.action().equals("download-document")
                            && access.incidentIds().equals(List.of(story.incidentId())));
            assertThat(downloaded.filter()).isEqualTo("documentId=" + id);
        }
    }

    @Test
    void streamsWhatIsLargerThanOnePiece() {
        Story story = Story.triaged();
        story.entries(4);
        byte[] large = new byte[3 * Received.CHUNK + 17];
        new Random(7).nextBytes(large);
        String id = keep(story, large);
        assertThat(Database.number("select count(*) from document.chunk where document_id = ?", UUID.fromString(id)))
                .isEqualTo(4);
        assertThat(as("auditor").get("/documents/" + id + "/content").asByteArray())
                .isEqualTo(large);
    }

    @Test
    void keepsTheSameBytesOnceHoweverOftenTheyCome() {
        Story story = Story.triaged();
        String first = keep(story, WORDS);
        KeptFile.of(story, WORDS).keep().then().statusCode(200).body("documentId", equalTo(first));
        Story other = Story.triaged();
        assertThat(keep(other, WORDS)).isNotEqualTo(first);
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            probe.await(DocumentKept.class, kept -> other.incidentId().equals(kept.incidentId()));
            assertThat(probe.records())
                    .filteredOn(seen -> seen.fact() instanceof DocumentKept kept
                            && story.incidentId().equals(kept.incidentId()))
                    .hasSize(1);
        }
    }

    @Test
    void goesOnWhereAFirstTryWasCutOff() {
        Story story = Story.triaged();
        story.entries(4);
        byte[] large = new byte[2 * Received.CHUNK];
        Arrays.fill(large, (byte) 'x');
        String id = keep(story, large);
        // As a process leaves it that dies after the first piece.
        asOwner("delete from document.kept where document_id = ?", id);
        asOwner("delete from document.chunk where number = 1 and document_id = ?", id);
        as("auditor").get("/documents/" + id).then().statusCode(404);

        KeptFile.of(story, large).keep().then().statusCode(201).body("documentId", equalTo(id));
        assertThat(as("auditor").get("/documents/" + id + "/content").asByteArray())
                .isEqualTo(large);
    }

    @Test
    void refusesWhatIsNotWhatItsHashSaysAndWhatIsEmpty() {
        Story story = Story.triaged();
        KeptFile.of(story, WORDS)
                .claiming(KeptFile.sha256("other".getBytes(UTF_8)))
                .keep()
                .then()
                .statusCode(422)
                .body("code", equalTo("DOCUMENT_DIFFERS"));
        KeptFile.of(story, new byte[0]).keep().then().statusCode(422);
        KeptFile.of(story, WORDS).claiming("no hash").keep().then().statusCode(422);
        assertThat(Database.number("select count(*) from document.document where incident_id = ?", story.incidentId()))
                .isZero();
    }

    /** 45 CFR 164.528(d), 164.530(j)(2): about a person and of no incident, under the request's id as its sender gives it. */
    @Test
    void anAccountingOfDisclosuresHasATimeOfItsOwn() {
        UUID request = UUID.randomUUID();
        for (String incidentId : new String[] {request.toString(), null}) {
            byte[] accounting = ("Accounting " + incidentId + UUID.randomUUID()).getBytes(UTF_8);
            String id = accounting(accounting, incidentId, "2028-02-29T18:00:00Z")
                    .then()
                    .statusCode(201)
                    .body("incidentId", nullValue())
                    .extract()
                    .path("documentId");
            accounting(accounting, incidentId, "2028-02-29T18:00:00Z")
                    .then()
                    .statusCode(200)
                    .body("documentId", equalTo(id));
            as("privacy-officer")
                    .get("/retention/documents/" + id)
                    .then()
                    .statusCode(200)
                    .body("createdOn", equalTo("2028-02-29"))
                    .body("keepThrough", equalTo("2034-03-01"))
                    .body(
                            "reason",
                            equalTo("HIPAA-SIX-YEARS (45 CFR 164.528(d), 164.530(j)(2)): kept for 6 years after it was"
                                    + " created on 2028-02-29"));
            due("2034-02-28").body("items.documentId", not(hasItem(id)));
            due("2034-03-01").body("items.documentId", hasItem(id));
            as("privacy-officer").get("/documents/" + id + "/content").then().statusCode(404);
            as("auditor").get("/documents/" + id + "/content").then().statusCode(200);
            bearer(Tokens.subject("x")
                            .roles("privacy-officer")
                            .entities("clinic")
                            .signed())
                    .get("/retention/documents/" + id)
                    .then()
                    .statusCode(404);
            try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
                DocumentKept kept = probe.await(
                        DocumentKept.class, fact -> fact.documentId().toString().equals(id));
                assertThat(kept.incidentId()).isNull();
            }
        }
        assertThat(Database.number("select count(*) from retention where incident_id = ?", request))
                .isZero();
    }

    /** As for incidents: the law sets a shortest time and no longest; that somebody decides is the organisation's own rule. */
    @Test
    void somebodyIsAskedToDecideOnADocumentWhoseTimeHasEnded() {
        String held = "held-" + UUID.randomUUID().toString().substring(0, 8);
        Response hold = as("counsel")
                .contentType(ContentType.JSON)
                .body(Map.of("entityId", held, "from", "2018-01-01", "reason", "LITIGATION", "note", "A suit"))
                .post("/holds");
        String kept = accounting(held, "2019-01-07T18:00:00Z");
        String recent = accounting(Story.CITY, LocalDate.now(ZoneOffset.UTC).minusYears(5) + "T18:00:00Z");
        String ended = accounting(Story.CITY, "2019-01-07T18:00:00Z");
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            DeadlineSet asked =
                    probe.await(DeadlineSet.class, set -> set.title().endsWith(": " + ended));
            assertThat(asked.kind()).isEqualTo("DOCUMENT_DISPOSAL");
            assertThat(asked.incidentId()).isNull();
            assertThat(asked.role()).isEqualTo(OfficerRole.PRIVACY_OFFICER);
            asked().body("items.subject", not(hasItem(kept))).body("items.subject", not(hasItem(recent)));
            Response duty = as("privacy-officer")
                    .get("/programme/duties/"
                            + asked().extract().path("items.find { it.subject == '" + ended + "' }.dutyId"));
            as("privacy-officer")
                    .header("If-Match", duty.header("ETag"))
                    .contentType(ContentType.JSON)
                    .body(Map.of("evidence", "KEPT_LONGER", "note", "A question of the state is open"))
                    .post("/programme/duties/" + duty.path("dutyId") + "/complete")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DONE"));
            probe.await(DeadlineMet.class, met -> met.deadlineId().equals(asked.deadlineId()));
            as("counsel")
                    .header("If-Match", hold.header("ETag"))
                    .post("/holds/" + hold.path("holdId") + "/lift")
                    .then()
                    .statusCode(200);
            DeadlineSet afterwards =
                    probe.await(DeadlineSet.class, set -> set.title().endsWith(": " + kept));
            as("counsel")
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "entityId", held, "from", "2018-01-01", "reason", "LITIGATION", "note", "Another suit"))
                    .post("/holds")
                    .then()
                    .statusCode(201);
            probe.await(DeadlineCancelled.class, gone -> gone.deadlineId().equals(afterwards.deadlineId()));
        }
        asked().body("items.findAll { it.subject == '" + ended + "' }", hasSize(1));
    }

    private static ValidatableResponse asked() {
        return as("privacy-officer")
                .get("/programme/duties?kind=DOCUMENT_DISPOSAL&state=ALL&limit=200")
                .then()
                .statusCode(200);
    }

    private static String accounting(String entityId, String frozenAt) {
        byte[] content = ("Accounting " + UUID.randomUUID()).getBytes(UTF_8);
        return accounting(content, null, entityId, frozenAt).path("documentId");
    }

    private static ValidatableResponse due(String until) {
        return as("auditor")
                .get("/retention/documents?limit=200&until=" + until)
                .then();
    }

    private static Response accounting(byte[] content, String incidentId, String frozenAt) {
        return accounting(content, incidentId, Story.CITY, frozenAt);
    }

    private static Response accounting(byte[] content, String incidentId, String entityId, String frozenAt) {
        RequestSpecification service = bearer(Tokens.subject("service-account-candor-notification")
                .roles("service")
                .claim("scope", "audit.documents")
                .signed());
        if (incidentId != null) {
            service.multiPart("incidentId", incidentId);
        }
        return service.multiPart("file", "document", content, "application/pdf")
                .multiPart("entityId", entityId)
                .multiPart("drill", "false")
                .multiPart("kind", "ACCOUNTING_OF_DISCLOSURES")
                .multiPart("reference", "request-" + (incidentId == null ? "none" : incidentId))
                .multiPart("sha256", KeptFile.sha256(content))
                .multiPart("frozenAt", frozenAt)
                .post("/documents");
    }

    @Test
    void takesNothingFromWhoIsNoServiceOrHasNotTheScope() {
        Story story = Story.triaged();
        KeptFile file = KeptFile.of(story, WORDS);
        file.keepAs(Tokens.of("service")).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        file.keepAs(Tokens.of("privacy-officer")).then().statusCode(403);
        file.keepAs(Tokens.subject("x")
                        .roles("service")
                        .claim("scope", "audit.documents")
                        .expired()
                        .signed())
                .then()
                .statusCode(401);
        given().multiPart("file", "document", WORDS).post("/documents").then().statusCode(401);
    }

    @Test
    void showsADocumentOnlyToThoseForWhomTheIncidentExists() {
        Story story = Story.triaged();
        story.entries(4);
        String id = keep(story, WORDS);
        as("privacy-officer").get("/documents/" + id).then().statusCode(200);
        as("privacy-officer").get("/documents").then().statusCode(422);
        bearer(Tokens.as("other-officer", "privacy-officer"))
                .get("/documents/" + id)
                .then()
                .statusCode(404);
        Routing.open(story.incidentId(), Story.CITY)
                .recusing("auditor-2")
                .recusing("privacy-officer")
                .version(2)
                .send();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        as("privacy-officer").get("/documents/" + id).then().statusCode(404));
        RequestSpecification recused = bearer(Tokens.as("auditor-2", "auditor"));
        recused.get("/documents/" + id + "/content").then().statusCode(404);
        assertThat(bearer(Tokens.as("auditor-2", "auditor"))
                        .get("/documents?limit=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .doesNotContain(story.incidentId().toString());
    }

    /** 45 CFR 164.502(b): who reads no names where the listing was drawn up reads none where it is kept. */
    @Test
    void aListingOfEverybodyIsReadByTheSameRolesAsInNotification() {
        Story story = Story.triaged();
        story.entries(4);
        String id = KeptFile.of(story, WORDS)
                .ofKind("LISTING")
                .keep()
                .then()
                .statusCode(201)
                .extract()
                .path("documentId");

        as("security-officer").get("/documents/" + id).then().statusCode(200).body("kind", equalTo("LISTING"));
        as("security-officer")
                .get("/documents/" + id + "/content")
                .then()
                .statusCode(403)
                .body("code", equalTo("NAMES_NOT_NEEDED"));
        for (String reader : List.of("privacy-officer", "auditor")) {
            assertThat(as(reader).get("/documents/" + id + "/content").asByteArray())
                    .isEqualTo(WORDS);
        }
    }

    @Test
    void storesTheBytesSealed() {
        Story story = Story.triaged();
        String id = keep(story, WORDS);
        assertThat(Database.number(
                        "select count(*) from document.chunk where document_id = ? and position(?::bytea in body) > 0",
                        UUID.fromString(id),
                        "somebody".getBytes(UTF_8)))
                .isZero();
    }

    private static String keep(Story story, byte[] content) {
        return KeptFile.of(story, content)
                .keep()
                .then()
                .statusCode(201)
                .extract()
                .path("documentId");
    }

    private static void asOwner(String sql, String id) {
        String table = sql.contains("document.kept") ? "document.kept" : "document.chunk";
        Database.execute("alter table " + table + " disable trigger refuse_change");
        Database.execute(sql, UUID.fromString(id));
        Database.execute("alter table " + table + " enable trigger refuse_change");
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
