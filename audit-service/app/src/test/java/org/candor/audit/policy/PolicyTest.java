package org.candor.audit.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ProgrammeEvent.PolicyPublished;
import org.candor.events.ProgrammeEvent.PolicySuperseded;
import org.candor.events.RetentionEvent.DocumentKept;
import org.candor.events.Topic;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G-10, G-11, G-14 to G-17: over HTTP. */
@QuarkusTest
@OnRealPlatform(service = "audit_later", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class PolicyTest {

    @Inject
    MutableClock clock;

    private final String code = "SEC-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void inDecember() {
        clock.set(Instant.parse("2026-12-01T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void keepsEveryVersionAndSaysWhichIsInEffect() {
        Response policy = add();
        String path = "/policies/" + policy.path("policyId");
        change(policy, "/versions", version("2027-03-01"))
                .then()
                .statusCode(200)
                .body("inEffect", equalTo(1))
                .body("versions", hasSize(2))
                .body("versions[0].lastInEffectOn", equalTo("2027-02-28"))
                .body("versions[0].keepThrough", equalTo("2033-02-28"))
                .body("versions[1].keepThrough", nullValue());
        clock.set(Instant.parse("2027-03-01T15:00:00Z"));
        as("workforce").get(path).then().body("inEffect", equalTo(2));
        as("workforce")
                .get(path + "/versions/1")
                .then()
                .statusCode(200)
                .body("wording", equalTo("Whoever notices something tells the officer at once."))
                .body("leaders", contains("Security Officer"))
                .body("sections", contains("164.308(a)(6)(ii)", "164.316"));
        as("workforce").get(path + "/versions/3").then().statusCode(404);
        Response now = as("privacy-officer").get(path);
        change(now, "/versions", version("2027-02-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("VERSION_OUT_OF_ORDER"));
    }

    @Test
    void recordsAReviewAlsoWhereNothingChangedAndSetsTheNext() {
        Response policy = add();
        clock.set(Instant.parse("2027-12-03T15:00:00Z"));
        change(policy, "/reviews", Map.of("changed", false, "nextReviewOn", "2028-12-01"))
                .then()
                .statusCode(200)
                .body("reviews", hasSize(1))
                .body("reviews[0].changed", equalTo(false))
                .body("reviews[0].reviewedOn", equalTo("2027-12-03"))
                .body("nextReviewOn", equalTo("2028-12-01"))
                .body("versions", hasSize(1));
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            List<DeadlineSet> duties =
                    probe.awaitRecords(DeadlineSet.class, set -> set.title().contains(code), 2).stream()
                            .map(seen -> (DeadlineSet) seen.fact())
                            .sorted(Comparator.comparing(DeadlineSet::dueOn))
                            .toList();
            assertThat(duties)
                    .extracting(DeadlineSet::dueOn)
                    .containsExactly(LocalDate.parse("2027-12-01"), LocalDate.parse("2028-12-01"));
            assertThat(duties.getFirst().kind()).isEqualTo("POLICY_REVIEW");
            DeadlineMet met = probe.await(
                    DeadlineMet.class,
                    done -> done.deadlineId().equals(duties.getFirst().deadlineId()));
            assertThat(met.daysLate()).isEqualTo(2);
        }
        change(policy, "/reviews", Map.of("changed", false, "nextReviewOn", "2029-12-01"))
                .then()
                .statusCode(412);
    }

    @Test
    void anEarlyReviewThatIsDueAgainOnTheSameDayLeavesTheOneBeforeMet() {
        Response policy = add();
        clock.set(Instant.parse("2027-03-01T09:41:00Z"));
        change(policy, "/reviews", Map.of("changed", false, "nextReviewOn", "2027-12-01"))
                .then()
                .statusCode(200);
        String first = "policy-review/" + policy.path("policyId") + "/2027-12-01";
        UUID before = UUID.nameUUIDFromBytes(first.getBytes(StandardCharsets.UTF_8));
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            List<UUID> set = probe
                    .awaitRecords(DeadlineSet.class, duty -> duty.title().contains(code), 2)
                    .stream()
                    .map(seen -> ((DeadlineSet) seen.fact()).deadlineId())
                    .toList();
            assertThat(set).hasSize(2).doesNotHaveDuplicates().contains(before);
            probe.await(DeadlineMet.class, met -> met.deadlineId().equals(before));
            change(as("security-officer").get("/policies/" + policy.path("policyId")), "/withdraw", Map.of())
                    .then()
                    .statusCode(200);
            probe.await(
                    DeadlineCancelled.class,
                    cancelled -> set.contains(cancelled.deadlineId())
                            && !cancelled.deadlineId().equals(before));
        }
    }

    @Test
    void endsWithItsWithdrawalAndIsKeptSixYearsMore() {
        Response policy = add();
        change(policy, "/withdraw", Map.of())
                .then()
                .statusCode(200)
                .body("inEffect", nullValue())
                .body("versions[0].keepThrough", equalTo("2032-12-01"));
        Response gone = as("privacy-officer").get("/policies/" + policy.path("policyId"));
        change(gone, "/versions", version("2027-03-01")).then().statusCode(409).body("code", equalTo("WITHDRAWN"));
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            DeadlineSet set =
                    probe.await(DeadlineSet.class, duty -> duty.title().contains(code));
            probe.await(
                    DeadlineCancelled.class, cancelled -> cancelled.deadlineId().equals(set.deadlineId()));
        }
    }

    @Test
    void knowsWhoReadWhichVersionByHisOwnToken() {
        String path = "/policies/" + add().path("policyId") + "/versions/1/receipts";
        bearer(Tokens.as("clerk", "workforce")).post(path).then().statusCode(204);
        bearer(Tokens.as("clerk", "workforce")).post(path).then().statusCode(204);
        as("auditor")
                .get(path)
                .then()
                .statusCode(200)
                .body("items.person", contains("clerk"))
                .body("items[0].readAt", equalTo("2026-12-01T15:00:00Z"));
        as("workforce").get(path).then().statusCode(403);
        as("workforce").post(path.replace("/1/", "/7/")).then().statusCode(404);
    }

    @Test
    void keepsAttachmentsForEverybodyOfTheEntity() {
        String path = "/policies/" + add().path("policyId") + "/versions/1/attachments";
        byte[] plan = "Who calls whom, page one".getBytes(StandardCharsets.UTF_8);
        String id = attach(path, plan)
                .then()
                .statusCode(201)
                .body("name", equalTo("call tree.txt"))
                .extract()
                .path("documentId");
        assertThat(attach(path, plan).<String>path("documentId")).isEqualTo(id);
        as("workforce").get(path).then().body("items.documentId", contains(id));
        as("workforce")
                .multiPart("file", "x.txt", plan, "text/plain")
                .post(path)
                .then()
                .statusCode(403);
        given().multiPart("file", "x.txt", plan, "text/plain").post(path).then().statusCode(401);
        assertThat(as("workforce").get(path + "/" + id).asByteArray()).isEqualTo(plan);
        as("workforce").get("/documents/" + id).then().statusCode(403);
        as("privacy-officer").get("/documents/" + id).then().statusCode(404);
        as("auditor").get("/documents/" + id).then().statusCode(200).body("kind", equalTo("POLICY_ATTACHMENT"));
        String other = "/policies/" + UUID.randomUUID() + "/versions/1/attachments/" + id;
        as("workforce").get(other).then().statusCode(404);
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            DocumentKept kept = probe.await(
                    DocumentKept.class, fact -> fact.documentId().toString().equals(id));
            assertThat(kept.incidentId()).isNull();
        }
    }

    @Test
    void aCaseWithTheSamePaperHidesNoAttachmentFromWhomItIsAgainst() {
        String path = "/policies/" + add().path("policyId") + "/versions/1/attachments";
        byte[] paper = ("The rule of " + code).getBytes(StandardCharsets.UTF_8);
        String id = attach(path, paper).path("documentId");
        String dutyId = as("privacy-officer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "entityId", Story.CITY, "kind", "ENFORCEMENT", "subject", "Case " + code, "against", "sam"))
                .post("/programme/duties")
                .path("dutyId");
        as("privacy-officer")
                .multiPart("file", "rule.txt", paper, "text/plain")
                .post("/programme/duties/" + dutyId + "/files")
                .then()
                .statusCode(201)
                .body("documentId", equalTo(id));
        assertThat(bearer(Tokens.as("sam", "workforce")).get(path + "/" + id).asByteArray())
                .isEqualTo(paper);
        bearer(Tokens.as("sam", "auditor")).get("/documents/" + id).then().statusCode(404);
    }

    /** 45 CFR 164.316(b)(2)(i): six years from creation, or from when it was last in effect, whichever is later. */
    @Test
    void anAttachmentIsKeptFromWhenItsPolicyWasLastInEffect() {
        Response policy = add();
        String path = "/policies/" + policy.path("policyId");
        String id = attach(
                        path + "/versions/1/attachments",
                        ("Plan " + policy.path("code")).getBytes(StandardCharsets.UTF_8))
                .path("documentId");
        String end = "/retention/documents/" + id;
        as("auditor")
                .get(end)
                .then()
                .statusCode(200)
                .body("createdOn", equalTo("2026-12-01"))
                .body("keepThrough", nullValue());
        clock.set(Instant.parse("2028-02-29T15:00:00Z"));
        change(as("security-officer").get(path), "/withdraw", Map.of()).then().statusCode(200);
        as("auditor")
                .get(end)
                .then()
                .body("countedFrom", equalTo("2028-02-29"))
                .body("keepThrough", equalTo("2034-03-01"));
        as("workforce").get(end).then().statusCode(403);
    }

    private static Response attach(String path, byte[] content) {
        return as("security-officer")
                .multiPart("file", "../call tree.txt", content, "text/plain")
                .post(path);
    }

    @Test
    void findsWhatServesASection() {
        String id = add().path("policyId");
        as("workforce").get("/policies?limit=200&section=164.308").then().body("items.policyId", hasItem(id));
        as("workforce").get("/policies?limit=200&section=164.404").then().body("items.policyId", not(hasItem(id)));
        bearer(Tokens.subject("x").roles("workforce").entities("clinic").signed())
                .get("/policies/" + id)
                .then()
                .statusCode(404);
        bearer(Tokens.subject("x").roles("workforce").entities("clinic").signed())
                .get("/policies?limit=200")
                .then()
                .body("items.policyId", not(hasItem(id)));
    }

    @Test
    void takesACodeOncePerEntityAndARetryAsOne() {
        String key = UUID.randomUUID().toString();
        Response first = adding(key, "2027-12-01");
        assertThat(adding(key, "2027-12-01").<String>path("policyId")).isEqualTo(first.path("policyId"));
        adding(UUID.randomUUID().toString(), "2027-12-01")
                .then()
                .statusCode(409)
                .body("code", equalTo("CODE_TAKEN"));
        adding(UUID.randomUUID().toString(), "2026-12-01")
                .then()
                .statusCode(422)
                .body("code", equalTo("REVIEW_NOT_AHEAD"));
    }

    @Test
    void tellsOfEachVersionAndOfTheEndOfTheOneBefore() {
        Response policy = add();
        change(policy, "/versions", version("2027-03-01")).then().statusCode(200);
        Response now = as("security-officer").get("/policies/" + policy.path("policyId"));
        change(now, "/withdraw", Map.of()).then().statusCode(200);
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            List<PolicyPublished> published =
                    probe
                            .awaitRecords(
                                    PolicyPublished.class, fact -> fact.code().equals(code), 2)
                            .stream()
                            .map(seen -> (PolicyPublished) seen.fact())
                            .toList();
            assertThat(published).extracting(PolicyPublished::number).containsExactly(1L, 2L);
            assertThat(published).extracting(PolicyPublished::sha256).allMatch(hash -> hash.length() == 64);
            List<PolicySuperseded> superseded =
                    probe
                            .awaitRecords(
                                    PolicySuperseded.class, fact -> fact.code().equals(code), 2)
                            .stream()
                            .map(seen -> (PolicySuperseded) seen.fact())
                            .toList();
            assertThat(superseded.getFirst().byNumber()).isEqualTo(2L);
            assertThat(superseded.getFirst().lastInEffectOn()).isEqualTo(LocalDate.parse("2027-02-28"));
            assertThat(superseded.getFirst().keepThrough()).isEqualTo(LocalDate.parse("2033-02-28"));
            assertThat(superseded.getLast().byNumber()).isNull();
        }
    }

    /** G-15: reviewed yearly, and after a change by the day that was set; any review does that. */
    @Test
    void isReviewedYearlyAndAfterAChange() {
        adding(UUID.randomUUID().toString(), "2027-12-03")
                .then()
                .statusCode(422)
                .body("code", equalTo("REVIEW_TOO_LATE"));
        Response policy = add();
        String dutyId = as("security-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("entityId", Story.CITY, "kind", "POLICY_CHANGE_REVIEW", "subject", code))
                .post("/programme/duties")
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-12-31"))
                .extract()
                .path("dutyId");
        change(policy, "/reviews", Map.of("changed", false, "nextReviewOn", "2027-11-30"))
                .then()
                .statusCode(200);
        as("auditor")
                .get("/programme/duties/" + dutyId)
                .then()
                .body("state", equalTo("DONE"))
                .body("rounds[0].evidence", equalTo("REVIEW_RECORD"));
    }

    /** G-14: copies for those who have no token, and who has not read it. */
    @Test
    void knowsWhoGotACopyAndWhoHasNotReadIt() {
        String path = "/policies/" + add().path("policyId") + "/versions/1";
        Map<String, String> copy = Map.of("audience", "PARTNERS", "recipient", "Billing partner", "way", "MAIL");
        Response given =
                as("privacy-officer").contentType(ContentType.JSON).body(copy).post(path + "/distributions");
        given.then().statusCode(201).body("sentOn", equalTo("2026-12-01")).body("receivedOn", nullValue());
        as("privacy-officer")
                .contentType(ContentType.JSON)
                .body(copy)
                .post(path + "/distributions")
                .then()
                .body("distributionId", equalTo(given.path("distributionId")));
        String receipt = path + "/distributions/" + given.path("distributionId") + "/receipt";
        for (String day : List.of("2026-11-30", "2026-12-02")) {
            received(receipt, day).then().statusCode(422).body("code", equalTo("DONE_ON_IMPOSSIBLE"));
        }
        received(receipt, "2026-12-01").then().statusCode(200).body("receivedOn", equalTo("2026-12-01"));
        as("auditor").get(path + "/distributions").then().body("items.recipient", contains("Billing partner"));
        String reader = "reader-" + code;
        as("privacy-officer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "entityId", Story.CITY, "person", reader, "standing", "EMPLOYEE", "joinedOn", "2026-12-01"))
                .post("/programme/members")
                .then()
                .statusCode(201);
        as("auditor").get(path + "/unread").then().body("items", hasItem(reader));
        bearer(Tokens.as(reader, "workforce")).post(path + "/receipts").then().statusCode(204);
        as("auditor").get(path + "/unread").then().body("items", not(hasItem(reader)));
    }

    /** G-14: those whom it applies to, customers and partners read it without a token, while an officer says so. */
    @Test
    void isReadByEverybodyWhileItIsPublished() {
        String id = add().path("policyId");
        String page = "/policies-published/" + id;
        given().get(page).then().statusCode(404);
        as("workforce").put("/policies/" + id + "/publication").then().statusCode(403);
        as("privacy-officer").put("/policies/" + id + "/publication").then().statusCode(204);
        as("privacy-officer").put("/policies/" + id + "/publication").then().statusCode(204);
        given().get("/policies-published?entityId=" + Story.CITY)
                .then()
                .statusCode(200)
                .body("items.policyId", hasItem(id))
                .body("items[0].wording", nullValue());
        given().get(page)
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Whoever notices something tells the officer at once."));
        given().get(page + "/policy.json").then().body("code", equalTo(code)).body("number", equalTo(1));
        as("privacy-officer").delete("/policies/" + id + "/publication").then().statusCode(204);
        given().get(page).then().statusCode(404);
    }

    /** G-17. */
    @Test
    void maps45CfrAndOtherFrameworksToThePoliciesOfToday() {
        String id = add().path("policyId");
        Response crosswalk = as("workforce").get("/policies/crosswalk");
        crosswalk.then().statusCode(200);
        assertThat(crosswalk.<List<String>>path(
                        "items.find { it.framework == 'CFR' && it.reference == '164.316' }.policies.policyId"))
                .contains(id);
        assertThat(crosswalk.<List<String>>path(
                        "items.find { it.framework == 'OTHER' && it.reference == '02.f' }.policies.policyId"))
                .contains(id);
    }

    private static Response received(String path, String day) {
        return as("privacy-officer")
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("receivedOn", day))
                .post(path);
    }

    private Response add() {
        Response added = adding(UUID.randomUUID().toString(), "2027-12-01");
        added.then().statusCode(201);
        return added;
    }

    private Response adding(String key, String nextReviewOn) {
        return as("security-officer")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "entityId",
                        Story.CITY,
                        "code",
                        code,
                        "kind",
                        "POLICY",
                        "nextReviewOn",
                        nextReviewOn,
                        "first",
                        version("2026-12-01")))
                .post("/policies");
    }

    private static Map<String, Object> version(String effectiveOn) {
        Map<String, Object> version = new HashMap<>();
        version.put("title", "Reporting of incidents");
        version.put("wording", "Whoever notices something tells the officer at once.");
        version.put("effectiveOn", effectiveOn);
        version.put("leaders", List.of("Security Officer"));
        version.put("references", List.of("Handbook of the city, chapter 3"));
        version.put("sections", List.of("164.308(a)(6)(ii)", "164.316"));
        version.put("externalIds", List.of("02.f"));
        return version;
    }

    private static Response change(Response seen, String what, Map<String, Object> body) {
        return as("security-officer")
                .header("If-Match", seen.header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/policies/" + seen.path("policyId") + what);
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
