package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.ENTITY;
import static org.candor.local.acceptance.CaseFiles.PRIVACY;
import static org.candor.local.acceptance.CaseFiles.SECURITY;
import static org.candor.local.acceptance.CaseFiles.ZONE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.local.Checkout;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;
import org.candor.local.demo.Installing;
import org.candor.local.tools.OfflineVerifier;
import org.junit.jupiter.api.Test;

/**
 * A quarter in the life of a Security Officer: what is entered on its first day falls due, is done or is missing on a day three
 * months later, when the platform is started again on the same data (policies S0 and S2, I.A).
 */
class QuarterIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Path FOLDER = Checkout.find().root().resolve("deploy/local/target/quarter");
    private static final ZonedDateTime NOW = ZonedDateTime.now(ZoneOffset.UTC);
    private static final LocalDate FIRST = NOW.withZoneSameInstant(ZONE).toLocalDate();
    /** The entity's day when the clock, which goes by UTC, is three months ahead. */
    private static final LocalDate LAST =
            NOW.plusMonths(3).withZoneSameInstant(ZONE).toLocalDate();

    private static final String DEPARTMENT = "Clinic East";
    private static final String IVY = "ivy";
    private static final String VOLUNTEER = "volunteer-7";
    private static final String DUTIES = "/audit/programme/duties";

    private final StackSettings settings = StackSettings.onFreePorts(FOLDER);

    private Stack stack;
    private Users users;
    private Versioned policy;
    private Versioned assessment;
    private Versioned drill;

    @Test
    void dutiesFallDueAreDoneOrMissingAndTheProofOfTheQuarterVerifies() throws Exception {
        Trees.delete(FOLDER);
        at("P0D", this::theFirstDay);
        at("P3M", this::theLastDay);
    }

    private interface Day {
        void pass() throws Exception;
    }

    private void at(String ahead, Day day) throws Exception {
        try (Stack running = Stack.start(settings.environment(Map.of("CANDOR_CLOCK_AHEAD", ahead)))) {
            stack = running;
            users = Users.of(running);
            day.pass();
        }
    }

    private void theFirstDay() throws Exception {
        Installing.directory(users);
        policy = entered(
                "/audit/policies",
                "/policyId",
                Json.of(
                        "entityId",
                        ENTITY,
                        "code",
                        "S-04",
                        "kind",
                        "POLICY",
                        "nextReviewOn",
                        LAST,
                        "first",
                        version()));
        assessment = entered(
                DUTIES,
                "/dutyId",
                Json.of(
                        "entityId", ENTITY,
                        "kind", "SAFEGUARD_ASSESSMENT",
                        "subject", DEPARTMENT,
                        "department", DEPARTMENT,
                        "dueOn", LAST));
        drill = entered(
                "/investigation/readiness/drills",
                "/id",
                Json.of("entityId", ENTITY, "scenario", "A lost tablet", "dueOn", LAST, "everyMonths", 12));
        commitmentsOfTwo();

        Workforce crew = new Workforce(users, "field-crew");
        crew.curriculum();
        crew.imported(
                "people",
                "person,department,role,joined_on\n%s,Utilities,field-crew,%s\n".formatted(IVY, FIRST.minusYears(2)));
        crew.imported(
                "trainings",
                "person,course,completed_on,valid_until\n%s,SAFEGUARDS,%s,%s\n"
                        .formatted(IVY, FIRST.minusDays(300), FIRST.plusDays(60)));
        crew.inTheTeam(IVY);
    }

    private void theLastDay() throws Exception {
        aLapsedTrainingBlocksAnAssignment();
        theDrillIsRun();
        theReviewChangesNothing();
        theAssessmentFindsSomething();
        oneCommitmentIsMissing();
        thePageOfTheMonthTellsAll();
        theQuarterIsProven();
    }

    private void aLapsedTrainingBlocksAnAssignment() throws Exception {
        CaseFiles files = CaseFiles.reported(users, "SECURITY_INCIDENT", "A terminal restarts by itself.");
        files.triageCyber(false);
        Answer refused = files.as(SECURITY)
                .post(files.path("/assignments"), Json.of("person", IVY, "area", "FORENSICS"))
                .expecting(409);
        assertThat(refused.text("/code")).isEqualTo("TRAINING_LAPSED");
        assertThat(refused.text("/missing/0")).isEqualTo("curriculum.SAFEGUARDS.lapsed." + FIRST.plusDays(60));
    }

    private void theDrillIsRun() throws Exception {
        CaseFiles exercise = CaseFiles.drill(users);
        Answer running = drill.change(users.as(SECURITY), "POST", "/run", Json.of("incident", exercise.incident))
                .expecting(200);
        assertThat(running.text("/state")).isEqualTo("RUNNING");
        exercise.triage(false, false);
        exercise.document("anonymous");
        exercise.complete("FORMS");
        exercise.review();
        exercise.post(PRIVACY, "/closure", Map.of()).expecting(200);
        Answer ended = drill.change(users.as(SECURITY), "POST", "/conclusion", Json.of("text", "Locked from afar"))
                .expecting(200);
        assertThat(ended.text("/state")).isEqualTo("CONCLUDED");
    }

    /** 45 CFR 164.316(b)(2)(iii): the review is kept although nothing had to be changed, and the next one is set. */
    private void theReviewChangesNothing() throws Exception {
        JsonNode reviewed = policy.change(
                        users.as(SECURITY),
                        "POST",
                        "/reviews",
                        Json.of("changed", false, "nextReviewOn", LAST.plusYears(1)))
                .expecting(200)
                .json();
        assertThat(reviewed.path("versions")).hasSize(1);
        assertThat(reviewed.path("reviews")).singleElement().satisfies(review -> {
            assertThat(review.path("changed").asBoolean()).isFalse();
            assertThat(review.path("reviewedOn").asText()).isEqualTo(LAST.toString());
        });
    }

    /** The next assessment is due six calendar months later, and what was found is a task with a day of its own. */
    private void theAssessmentFindsSomething() throws Exception {
        users.as(PRIVACY)
                .post(
                        assessment.path() + "/findings",
                        Json.of("note", "A shelf with charts stands open", "dueOn", LAST.plusDays(14)))
                .expecting(201);
        JsonNode assessed = assessment
                .change(
                        users.as(PRIVACY),
                        "POST",
                        "/complete",
                        Json.of("evidence", "ASSESSMENT_REPORT", "note", "Walked through with the manager"))
                .expecting(200)
                .json();
        assertThat(assessed.path("dueOn").asText()).isEqualTo(LAST.plusMonths(6).toString());
        JsonNode tasks = users.as(PRIVACY)
                .get(DUTIES + "?parentId=" + assessed.path("dutyId").asText())
                .expecting(200)
                .json();
        assertThat(tasks.path("items"))
                .singleElement()
                .satisfies(task -> assertThat(task.path("dueOn").asText())
                        .isEqualTo(LAST.plusDays(14).toString()));
    }

    private void oneCommitmentIsMissing() throws Exception {
        JsonNode missing = users.as(PRIVACY)
                .get("/audit/programme/members?missing=true")
                .expecting(200)
                .json();
        assertThat(missing.path("items"))
                .singleElement()
                .satisfies(member -> assertThat(member.path("person").asText()).isEqualTo(VOLUNTEER));
    }

    private void thePageOfTheMonthTellsAll() throws Exception {
        JsonNode month = Patience.until(
                        "review, assessment and drill among what was done",
                        SOON,
                        () -> users.as(SECURITY).get("/notification/deadlines/calendar"),
                        answer -> kinds(answer.json(), "done")
                                .containsAll(List.of("POLICY_REVIEW", "SAFEGUARD_ASSESSMENT", "DRILL_DUE")))
                .json();
        assertThat(kinds(month, "late")).containsOnlyOnce("COMMITMENT");
        assertThat(month.path("done")
                        .valueStream()
                        .map(duty -> duty.path("proofEventId").asText()))
                .allMatch(proof -> !UUID.fromString(proof).toString().isEmpty());
        Path page = stack.layout().root().resolve("quarter.html");
        Files.write(page, users.as(SECURITY).file("/notification/deadlines/calendar/month.html?lang=en"));
        assertThat(Files.readString(page)).contains("Late now").doesNotContain(VOLUNTEER);
    }

    private void theQuarterIsProven() throws Exception {
        String period = "from=%s&to=%s"
                .formatted(
                        FIRST.minusDays(1).atStartOfDay(ZONE).toInstant(),
                        Instant.now().plus(Duration.ofDays(120)));
        Path pack = Files.write(
                stack.layout().root().resolve("quarter.zip"),
                users.as("auditor").file("/audit/packs?" + period));
        OfflineVerifier.Verdict verdict = OfflineVerifier.of(stack).verify(pack);
        assertThat(verdict.words()).contains("without a gap").endsWith("verified\n");
    }

    private static List<String> kinds(JsonNode month, String standing) {
        return month.path(standing)
                .valueStream()
                .map(duty -> duty.path("kind").asText())
                .toList();
    }

    /** One signs on the first day, the other never does. */
    private void commitmentsOfTwo() throws Exception {
        users.as(PRIVACY)
                .post(
                        "/audit/programme/commitments/texts",
                        Json.of("entityId", ENTITY, "wording", "I keep what I learn to myself.", "asksAgain", true))
                .expecting(201);
        String clerk = users.as("workforce").get("/audit/me").expecting(200).text("/subject");
        for (String person : List.of(clerk, VOLUNTEER)) {
            users.as(PRIVACY)
                    .post(
                            "/audit/programme/members",
                            Json.of(
                                    "entityId", ENTITY,
                                    "person", person,
                                    "standing", person.equals(clerk) ? "EMPLOYEE" : "VOLUNTEER",
                                    "department", DEPARTMENT,
                                    "joinedOn", FIRST))
                    .expecting(201);
        }
        users.as("workforce")
                .post("/audit/programme/commitments", Json.of("entityId", ENTITY, "number", 1, "agreed", true))
                .expecting(200);
    }

    private static Object version() {
        return Json.of(
                "title", "Safeguards of the city",
                "wording", "Whoever leaves his desk locks his screen.",
                "effectiveOn", FIRST,
                "leaders", List.of("Security Officer"),
                "references", List.of(),
                "sections", List.of("164.310(b)"),
                "externalIds", List.of());
    }

    private Versioned entered(String path, String id, Object what) throws Exception {
        return new Versioned(
                path + "/" + users.as(SECURITY).post(path, what).expecting(201).text(id));
    }
}
