package org.candor.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is done for a case is work on it: it ends the duty to go on with a quiet case (policy I.D.2). */
@QuarkusTest
@OnRealPlatform
class WorkBesideTheCaseTest {

    enum Work {
        EVIDENCE(
                "POST",
                "/evidence",
                "",
                Map.of(
                        "kind", "PHYSICAL",
                        "description", "A note",
                        "collectedAt", "2026-03-10T14:20:00Z",
                        "holder", "Dana Reyes",
                        "condition", "Intact")),
        MITIGATION("PUT", "/mitigation", "", Map.of("harm", "NOT_KNOWN", "training", "NEEDED")),
        CYBER("POST", "/cyber", "/decisions", Map.of("kind", "INDICATORS", "answer", false, "reason", "None was seen")),
        SANCTIONS("POST", "/sanctions", "", Map.of("readers", List.of(PRIVACY, SECURITY))),
        FORMS("PUT", "", "/documentation", Map.of("reporter", "anonymous"));

        private final String method;
        private final String root;
        private final String below;
        private final Map<String, Object> body;

        Work(String method, String root, String below, Map<String, Object> body) {
            this.method = method;
            this.root = root;
            this.below = below;
            this.body = body;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsTheDutyToGoOn(Work work) {
        Desk desk = Desk.reported().triaged(true);
        Database.execute(
                "update case_file set worked_at = ? where incident_id = ?",
                Timestamp.from(Instant.now().minus(Duration.ofDays(5))),
                desk.incident);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            DeadlineSet quiet = cases.await(
                    DeadlineSet.class,
                    fact -> desk.incident.equals(fact.incidentId())
                            && fact.kind().equals("CASE_IDLE"));

            desk.change(work.method, SECURITY, work.root, work.below, work.body).statusCode(oneOf(200, 201));

            cases.await(DeadlineMet.class, fact -> fact.deadlineId().equals(quiet.deadlineId()));
        }
        desk.get(PRIVACY, "").body("summary.idleDueAt", nullValue());
        assertThat(Database.number(
                        "select count(*) from case_file where incident_id = ? and idle_due_at is null"
                                + " and worked_at > now() - interval '1 hour'",
                        desk.incident))
                .isEqualTo(1);
        if (work == Work.SANCTIONS) {
            // Who may not read the record is not told either who wrote in it.
            desk.get(PRIVACY, "/timeline?kind=deadline-met").body("entries.actor", equalTo(List.of(Envelope.SYSTEM)));
        }
    }
}
