package org.candor.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Names that stand on brokers and in archives; a change here is a new version, never an edit. */
class NamesTest {

    @Test
    void topicsKeepTheirNames() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::topicName))
                .containsExactly(
                        "intake.report.v1",
                        "intake.directory.v1",
                        "intake.routing.v1",
                        "investigation.case.v1",
                        "breach.assessment.v1",
                        "breach.obligation.v1",
                        "notification.notice.v1",
                        "audit.checkpoint.v1",
                        "audit.retention.v1",
                        "audit.programme.v1",
                        "audit.access.v1");
    }

    @Test
    void onlyStatesOfAKeyAreCompacted() {
        assertThat(Topic.values()).filteredOn(Topic::compacted).containsExactly(Topic.DIRECTORY, Topic.ROUTING);
    }

    @Test
    void factsKeepTheirTypes() {
        assertThat(Facts.all().map(Facts::type))
                .containsExactlyInAnyOrder(
                        "org.candor.intake.report-submitted.v1",
                        "org.candor.intake.report-routed.v1",
                        "org.candor.intake.contact-given.v1",
                        "org.candor.intake.reporter-message-received.v1",
                        "org.candor.intake.officer-message-sent.v1",
                        "org.candor.intake.break-glass-used.v1",
                        "org.candor.intake.report-corrected.v1",
                        "org.candor.intake.report-supplemented.v1",
                        "org.candor.intake.report-withdrawn.v1",
                        "org.candor.intake.implicated-person-added.v1",
                        "org.candor.intake.check-up-due.v1",
                        "org.candor.intake.deadline-set.v1",
                        "org.candor.intake.deadline-met.v1",
                        "org.candor.intake.deadline-cancelled.v1",
                        "org.candor.intake.entity-changed.v1",
                        "org.candor.intake.officer-changed.v1",
                        "org.candor.intake.delegate-changed.v1",
                        "org.candor.intake.routing-changed.v1",
                        "org.candor.investigation.case-opened.v1",
                        "org.candor.investigation.case-triaged.v1",
                        "org.candor.investigation.breach-assessment-requested.v1",
                        "org.candor.investigation.phase-started.v1",
                        "org.candor.investigation.phase-completed.v1",
                        "org.candor.investigation.safe-to-continue-decided.v1",
                        "org.candor.investigation.readers-restricted.v1",
                        "org.candor.investigation.form-signed.v1",
                        "org.candor.investigation.complaint-answered.v1",
                        "org.candor.investigation.recommendation-decided.v1",
                        "org.candor.investigation.case-closed.v1",
                        "org.candor.investigation.case-reopened.v1",
                        "org.candor.investigation.training-completed.v1",
                        "org.candor.investigation.deadline-set.v1",
                        "org.candor.investigation.deadline-met.v1",
                        "org.candor.investigation.deadline-cancelled.v1",
                        "org.candor.breach.assessment-opened.v1",
                        "org.candor.breach.discovery-determined.v1",
                        "org.candor.breach.assessment-concluded.v1",
                        "org.candor.breach.obligations-computed.v1",
                        "org.candor.breach.hold-placed.v1",
                        "org.candor.breach.hold-ended.v1",
                        "org.candor.breach.log-entry-recorded.v1",
                        "org.candor.breach.notifier-decided.v1",
                        "org.candor.breach.deadline-set.v1",
                        "org.candor.breach.deadline-met.v1",
                        "org.candor.breach.deadline-cancelled.v1",
                        "org.candor.notification.campaign-opened.v1",
                        "org.candor.notification.roster-imported.v1",
                        "org.candor.notification.counts-offered.v1",
                        "org.candor.notification.notice-text-approved.v1",
                        "org.candor.notification.notices-sent.v1",
                        "org.candor.notification.notice-returned.v1",
                        "org.candor.notification.posting-published.v1",
                        "org.candor.notification.posting-suspended.v1",
                        "org.candor.notification.posting-resumed.v1",
                        "org.candor.notification.posting-ended.v1",
                        "org.candor.notification.media-notified.v1",
                        "org.candor.notification.hhs-submitted.v1",
                        "org.candor.notification.regulator-notified.v1",
                        "org.candor.notification.campaign-completed.v1",
                        "org.candor.notification.misaddressed-mailing-detected.v1",
                        "org.candor.notification.deadline-set.v1",
                        "org.candor.notification.deadline-met.v1",
                        "org.candor.notification.deadline-cancelled.v1",
                        "org.candor.audit.checkpoint-signed.v1",
                        "org.candor.audit.retention-set.v1",
                        "org.candor.audit.document-kept.v1",
                        "org.candor.audit.hold-placed.v1",
                        "org.candor.audit.hold-lifted.v1",
                        "org.candor.audit.disposal-ordered.v1",
                        "org.candor.audit.key-destroyed.v1",
                        "org.candor.audit.disposal-completed.v1",
                        "org.candor.audit.log-removal-ordered.v1",
                        "org.candor.audit.deadline-set.v1",
                        "org.candor.audit.deadline-met.v1",
                        "org.candor.audit.deadline-cancelled.v1",
                        "org.candor.audit.policy-published.v1",
                        "org.candor.audit.policy-superseded.v1",
                        "org.candor.audit.commitment-signed.v1",
                        "org.candor.audit.deadline-set.v1",
                        "org.candor.audit.deadline-met.v1",
                        "org.candor.audit.deadline-cancelled.v1",
                        "org.candor.audit.access-recorded.v1");
    }

    @Test
    void aTypeIsFoundOnItsOwnTopicOnly() {
        assertThat(Topic.CASE.factOf("org.candor.investigation.case-closed.v1")).contains(CaseEvent.CaseClosed.class);
        assertThat(Topic.REPORT.factOf("org.candor.investigation.case-closed.v1"))
                .isEmpty();
        assertThat(Topic.CASE.factOf("org.candor.investigation.case-closed.v2")).isEmpty();
        assertThatThrownBy(() -> Topic.REPORT.typeOf(CaseEvent.CaseClosed.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTopicIsFoundByItsName() {
        assertThat(Topic.values())
                .allSatisfy(topic -> assertThat(Topic.named(topic.topicName())).contains(topic));
        assertThat(Topic.named("intake.report.v2")).isEmpty();
    }

    @Test
    void rolesKeepTheNamesOfTheToken() {
        assertThat(Arrays.stream(OfficerRole.values()).map(OfficerRole::tokenRole))
                .containsExactly(
                        "privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor");
    }
}
