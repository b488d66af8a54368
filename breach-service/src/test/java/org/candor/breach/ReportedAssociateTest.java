package org.candor.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.breach.obligations.KeptObligation;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.Knowledge;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportEvent.ReportSupplemented;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** The clocks of a business associate run from its own report, before anybody has asked or answered the breach question. */
@QuarkusTest
@OnRealPlatform
class ReportedAssociateTest {

    /** 14:00 on 13 April in Chicago: the report came in. */
    private static final Instant RECEIVED = Instant.parse("2026-04-13T19:00:00Z");

    private static final LocalDate DISCOVERED = LocalDate.of(2026, 4, 1);

    @Test
    void runsTheClocksOfLawPolicyAndContractFromTheReportItself() {
        Story story = Story.announced();
        story.tell(Topic.REPORT, report(story, null, "INDEPENDENT", 5L));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            assertThat(set(probe, story, "POLICY").dueOn()).isEqualTo(LocalDate.of(2026, 4, 11));
            assertThat(set(probe, story, "LAW").dueOn()).isEqualTo(LocalDate.of(2026, 5, 31));
            assertThat(set(probe, story, "CONTRACT").dueOn()).isEqualTo(LocalDate.of(2026, 4, 6));
            assertThat(met(probe, story, "POLICY").daysLate()).isEqualTo(2);
            assertThat(met(probe, story, "LAW").daysLate()).isZero();
            assertThat(met(probe, story, "CONTRACT").daysLate()).isEqualTo(7);
        }
        ask(story);
        story.as("privacy-officer")
                .get(story.path(""))
                .then()
                .body("discovery.candidates", hasSize(1))
                .body("discovery.candidates[0].agentOfEntity", equalTo(false))
                // No agent: the entity discovers it with the telling (45 CFR 164.404(a)(2)).
                .body("discovery.on", equalTo("2026-04-13"));
    }

    @Test
    void takesTheDiscoveryOfAnAgentForTheEntitysOwn() {
        Story story = Story.announced();
        story.tell(Topic.REPORT, report(story, null, "AGENT", null));
        awaitReport(story);
        ask(story);
        story.as("privacy-officer")
                .get(story.path(""))
                .then()
                .body("discovery.on", equalTo(DISCOVERED.toString()))
                .body("discovery.candidates[0].decides", equalTo(true));
    }

    @Test
    void linksTheReportToTheRegisterAndShowsItBesideTheClocks() {
        Story story = Story.announced();
        String associate = registered(story);
        story.tell(Topic.REPORT, report(story, associate, "UNKNOWN", 99L));
        awaitReport(story);
        ask(story);
        story.as("privacy-officer")
                .get(story.breachPath("/business-associates"))
                .then()
                .statusCode(200)
                .body("associateId", equalTo(List.of(associate)))
                .body("[0].report.discoveredOn", equalTo(DISCOVERED.toString()))
                .body("[0].report.contractDays", equalTo(99))
                // The contract in the register counts, not what the associate says of it.
                .body("[0].clocks.source", equalTo(List.of("CONTRACT", "POLICY", "LAW")))
                .body("[0].clocks[0].due", equalTo("2026-04-08"))
                .body("[0].clocks[0].daysLate", equalTo(5));
    }

    @Test
    void setsTheSameDeadlineAgainWhenAFactIsCorrectedAndLetsAnOfficersWordStand() {
        Story story = Story.announced();
        String associate = registered(story);
        story.tell(Topic.REPORT, report(story, associate, "INDEPENDENT", null));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            UUID law = set(probe, story, "LAW").deadlineId();
            supplement(story, 1, LocalDate.of(2026, 3, 30));
            assertThat(probe.await(
                                    DeadlineSet.class,
                                    fact -> fact.deadlineId().equals(law)
                                            && fact.dueOn().equals(LocalDate.of(2026, 5, 29)))
                            .kind())
                    .isEqualTo("BUSINESS_ASSOCIATE_NOTICE");
            ask(story);
            supplement(story, 2, LocalDate.of(2026, 3, 28));
            probe.await(
                    DeadlineSet.class,
                    fact -> fact.deadlineId().equals(law) && fact.dueOn().equals(LocalDate.of(2026, 5, 27)));
            story.as("privacy-officer")
                    .header("If-Match", story.etag())
                    .body("{\"knowledge\": {\"at\": \"2026-03-25\", \"toldEntityAt\": \"2026-04-13\"}}")
                    .put(story.breachPath("/business-associates/" + associate))
                    .then()
                    .statusCode(200)
                    .body("[0].clocks.find { it.source == 'LAW' }.due", equalTo("2026-05-24"));
            probe.await(
                    DeadlineSet.class,
                    fact -> fact.deadlineId().equals(law) && fact.dueOn().equals(LocalDate.of(2026, 5, 24)));
        }
        supplement(story, 3, LocalDate.of(2026, 4, 2));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.as("privacy-officer")
                        .get(story.breachPath("/business-associates"))
                        .then()
                        .body("[0].report.supplements", equalTo(3))
                        .body("[0].report.discoveredOn", equalTo("2026-04-02"))
                        .body("[0].clocks.find { it.source == 'LAW' }.due", equalTo("2026-05-24")));
        story.breach();
        assertThat(story.obligations().jsonPath().getList("obligations.obligationId", String.class))
                .contains(clock(story, "LAW").toString());
    }

    @Test
    void takesAnOfficersEntryOfTheRegisterForTheReportThatNamedNone() {
        Story story = Story.announced();
        story.tell(Topic.REPORT, report(story, null, "UNKNOWN", null));
        awaitReport(story);
        ask(story);
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"knowledge\": {\"at\": \"2026-04-01\", \"toldEntityAt\": \"2026-04-13\"}, \"reported\": true}")
                .put(story.breachPath("/business-associates/" + registered(story)))
                .then()
                .statusCode(200)
                .body("[0].clocks", hasSize(3));
        story.as("privacy-officer")
                .get(story.path(""))
                .then()
                .body("discovery.candidates", hasSize(2))
                .body("discovery.candidates[0].replaced", equalTo(true));
    }

    @Test
    void runsAClockBeforeTheConclusionAndCancelsItWhenItIsNoBreach() {
        Story story = Story.asked();
        String associate = registered(story);
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"knowledge\": {\"at\": \"2026-04-02\"}}")
                .put(story.breachPath("/business-associates/" + associate))
                .then()
                .statusCode(200)
                .body("[0].clocks", hasSize(3));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet law = probe.await(
                    DeadlineSet.class,
                    fact -> story.incidentId.equals(fact.incidentId())
                            && fact.kind().equals("BUSINESS_ASSOCIATE_NOTICE")
                            && fact.dueOn().equals(LocalDate.of(2026, 6, 1)));
            story.put(Story.COMPLETE.formatted("LOW")).then().statusCode(200);
            story.conclude(Story.NO_BREACH).then().statusCode(200);
            probe.await(DeadlineCancelled.class, fact -> fact.deadlineId().equals(law.deadlineId()));
        }
    }

    @Test
    void takesAReportThatComesAfterTheQuestionInThePlaceOfWhatTheCaseSaid() {
        Story story = Story.asked(false, KnownBy.BUSINESS_ASSOCIATE);
        story.tell(Topic.REPORT, report(story, null, "INDEPENDENT", null));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.as("privacy-officer")
                        .get(story.path(""))
                        .then()
                        .body("discovery.candidates", hasSize(2))
                        .body("discovery.candidates[0].replaced", equalTo(true))
                        .body("discovery.candidates.at", hasItem(DISCOVERED.toString()))
                        .body("discovery.on", equalTo("2026-04-13")));
    }

    private static void awaitReport(Story story) {
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            set(probe, story, "LAW");
        }
    }

    private static ReportSubmitted report(Story story, String associate, String standing, Long days) {
        return new ReportSubmitted(
                story.incidentId,
                Story.CITY,
                ReportKind.IMPROPER_USE_OR_DISCLOSURE,
                "BUSINESS_ASSOCIATE",
                "FORM",
                false,
                false,
                true,
                false,
                null,
                RECEIVED.minus(Duration.ofDays(1)),
                RECEIVED,
                false,
                null,
                null,
                associate,
                DISCOVERED,
                standing,
                days);
    }

    private static void supplement(Story story, long number, LocalDate discovered) {
        story.tell(
                Topic.REPORT,
                new ReportSupplemented(
                        story.incidentId, Story.CITY, number, true, discovered, 612L, RECEIVED.plusSeconds(number)));
    }

    /** The case passes on what the report says, in its own coarser words. */
    private static void ask(Story story) {
        Envelope asked = story.tell(
                Topic.CASE,
                new BreachAssessmentRequested(
                        story.incidentId,
                        Story.CITY,
                        null,
                        List.of(new Knowledge(KnownBy.BUSINESS_ASSOCIATE, RECEIVED.minus(Duration.ofDays(1)))),
                        RECEIVED.plusSeconds(60)));
        assertThat(asked.id()).isNotNull();
        story.awaitOpen();
    }

    private static String registered(Story story) {
        return story.as("privacy-officer")
                .body(Map.of(
                        "entityId",
                        Story.CITY,
                        "terms",
                        Map.of(
                                "name",
                                "Reporting Mailer",
                                "agent",
                                false,
                                "contractDays",
                                7,
                                "reportsEveryUse",
                                true,
                                "contractFrom",
                                "2024-01-01")))
                .post("/business-associates")
                .then()
                .statusCode(201)
                .extract()
                .path("associateId");
    }

    private static UUID clock(Story story, String source) {
        return KeptObligation.idOf(story.incidentId, "US-BA-" + source + "-report-associate-1");
    }

    private static DeadlineSet set(TopicProbe probe, Story story, String source) {
        return probe.await(DeadlineSet.class, fact -> fact.deadlineId().equals(clock(story, source)));
    }

    private static DeadlineMet met(TopicProbe probe, Story story, String source) {
        return probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(clock(story, source)));
    }
}
