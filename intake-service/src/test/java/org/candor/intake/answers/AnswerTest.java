package org.candor.intake.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.CaseEvent.ComplaintResult;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.OfficerMessageSent;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.intake.mailbox.NamelessReporter;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.Management;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Peers.Answer;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Investigation answers a complaint, and whoever has a mailbox finds the answer in it. */
@QuarkusTest
@OnRealPlatform
class AnswerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TEXT = "We found that the envelope of " + IntakeFixtures.PATIENT + " was mixed up.";

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void aNamelessComplainantFindsTheAnswerInHisMailboxOnce() {
        NamelessReporter reporter = complains(Map.of());
        Peers.answer(path(reporter), written());
        Envelope told = answered(reporter, LetterChannel.RECEIPT_MAILBOX);
        awaitAnswer(reporter);

        // The fact again, and another one of the same kind with nothing new to it.
        Facts.send(Topic.CASE, fact(reporter, LetterChannel.RECEIPT_MAILBOX), told);
        NamelessReporter after = complains(Map.of());
        Peers.answer(path(after), written());
        answered(after, LetterChannel.RECEIPT_MAILBOX);
        awaitAnswer(after);
        reporter.asks("/receipts/mailbox").statusCode(200).body("messages", hasSize(1));
        assertThat(Peers.asked(path(reporter))).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.header("Authorization")).startsWith("Bearer ");
        });
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            reports.await(OfficerMessageSent.class, sent -> sent.incidentId().equals(reporter.incidentId()));
            assertThat(reports.records().toString()).doesNotContain("envelope of");
        }
        assertThat(Database.number(
                        "select count(*) from mailbox_message where encode(body, 'escape') like '%Ashgrove%'"))
                .isZero();
    }

    @Test
    void asksAgainUntilInvestigationHandsItOut() {
        NamelessReporter reporter = complains(Map.of());
        Peers.answer(path(reporter), Answer.of(503));
        UUID event = answered(reporter, null).id();
        awaitTries(event, 2);
        Peers.answer(path(reporter), Answer.none());
        awaitTries(event, 3);
        reporter.asks("/receipts/mailbox").statusCode(200).body("messages", hasSize(0));
        Peers.answer(path(reporter), written());
        awaitAnswer(reporter);
    }

    /** As after a process that ended when the message was there and the mark was not: both are one transaction. */
    @Test
    void whatEndsBetweenMessageAndMarkLeavesNeither() {
        NamelessReporter reporter = complains(Map.of());
        Database.execute("alter table due_answer add constraint broken check (delivered_at is null) not valid");
        UUID event;
        try {
            Peers.answer(path(reporter), written());
            event = answered(reporter, LetterChannel.RECEIPT_MAILBOX).id();
            awaitTries(event, 2);
            reporter.asks("/receipts/mailbox").statusCode(200).body("messages", hasSize(0));
        } finally {
            Database.execute("alter table due_answer drop constraint broken");
        }
        awaitAnswer(reporter);
    }

    @Test
    void whoChoseTheMailboxFindsItThereAndWhoChoseALetterDoesNot() {
        NamelessReporter byLetter = complains(
                Map.of("contact", Map.of("name", "Odalys Fenwick", "answerBy", "LETTER", "address", "12 Mill Lane")));
        answered(byLetter, LetterChannel.MAIL);
        NamelessReporter byMailbox =
                complains(Map.of("contact", Map.of("name", "Odalys Fenwick", "answerBy", "MAILBOX")));
        Peers.answer(path(byMailbox), written());
        answered(byMailbox, LetterChannel.MAIL);

        awaitAnswer(byMailbox);
        assertThat(Database.number("select count(*) from due_answer where incident_id = ?", byLetter.incidentId()))
                .isZero();
        Management.get("/q/metrics").then().body(containsString("candor_answers_waiting"));
    }

    private static NamelessReporter complains(Map<String, Object> more) {
        Map<String, Object> report = new java.util.HashMap<>(more);
        report.put("kind", "COMPLAINT");
        return NamelessReporter.reports(report);
    }

    private static Envelope answered(NamelessReporter reporter, LetterChannel channel) {
        return Facts.send(Topic.CASE, fact(reporter, channel), IntakeFixtures.ENTITY, false, Envelope.SYSTEM);
    }

    private static ComplaintAnswered fact(NamelessReporter reporter, LetterChannel channel) {
        return new ComplaintAnswered(
                reporter.incidentId(), LocalDate.of(2026, 3, 27), false, ComplaintResult.VIOLATION_FOUND, channel);
    }

    private static Answer written() {
        return Answer.ok(Map.of("language", "en", "text", TEXT, "answeredOn", "2026-03-27"));
    }

    private static String path(NamelessReporter reporter) {
        return "/investigation/cases/" + reporter.incidentId() + "/complaint-answer/text";
    }

    private static void awaitAnswer(NamelessReporter reporter) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> reporter.asks("/receipts/mailbox")
                        .statusCode(200)
                        .body("messages", hasSize(1))
                        .body("messages[0].sender", equalTo("OFFICER"))
                        .body("messages[0].text", equalTo(TEXT)));
    }

    private static void awaitTries(UUID event, int tries) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Database.number("select coalesce(max(tries), 0) from due_answer where event_id = ?", event)
                        >= tries);
    }
}
