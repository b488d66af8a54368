package org.candor.investigation.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.CaseEvent;
import org.candor.events.CasePhase;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.PlaybookReader;
import org.candor.investigation.cases.decision.CaseCommand.Measure;
import org.candor.investigation.cases.decision.Decision.Accepted;
import org.candor.investigation.cases.decision.Decision.Refused;
import org.candor.investigation.cases.decision.StepEntry.Outcome;

/** Cases at the moments the tests speak of, each reached by the commands that lead there. */
final class CaseFixtures {

    static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    static final UUID INCIDENT = UUID.fromString("0195a000-0000-7000-8000-000000000001");

    static final Person PRIVACY = new Person("pat", Set.of(OfficerRole.PRIVACY_OFFICER));
    static final Person SECURITY = new Person("sam", Set.of(OfficerRole.SECURITY_OFFICER));
    static final Person HEAD = new Person("ada", Set.of(OfficerRole.ADMINISTRATOR));
    static final Person BYSTANDER = new Person("bob", Set.of(OfficerRole.AUDITOR));

    static final Classification BOTH_WITHOUT_PHI = kind(true, true, false, false, false);
    static final Classification BOTH_WITH_PHI = kind(true, true, true, true, false);
    static final Classification PRIVACY_ONLY = kind(true, false, true, true, false);
    static final Classification SECURITY_ONLY = kind(false, true, false, false, true);
    static final Classification NEITHER = kind(false, false, false, false, false);

    static final CaseDecisions DECISIONS = new CaseDecisions(PlaybookReader.shipped());

    private CaseFixtures() {}

    /** A cyber-related one meets the test of the definition about operation. */
    static Classification kind(boolean privacy, boolean security, boolean phi, boolean improper, boolean cyber) {
        Set<CyberTest> tests = cyber ? Set.of(CyberTest.ESSENTIAL_OPERATION) : Set.of();
        return new Classification(privacy, security, phi, improper, cyber, tests, Optional.empty());
    }

    static CaseCommand triage(Person by, Classification kind) {
        return new CaseCommand.TriageCase(by, kind, Optional.empty());
    }

    static Report workforceReport(ReportKind kind) {
        return workforceReport(kind, false);
    }

    static Report workforceReport(ReportKind kind, boolean phiPossible) {
        return new Report(
                kind,
                true,
                false,
                false,
                phiPossible,
                false,
                Optional.of(NOW.minus(Duration.ofDays(3))),
                Optional.of(NOW.minus(Duration.ofHours(20))),
                NOW);
    }

    static CaseState inTriage() {
        return opened(ReportKind.SECURITY_INCIDENT);
    }

    static CaseState opened(ReportKind kind) {
        return opened(workforceReport(kind));
    }

    static CaseState opened(Report report) {
        return accepted(DECISIONS.open(
                        new Opening.OpenCase(INCIDENT, "larkspur-falls", report, Optional.of(CHICAGO)), NOW))
                .next();
    }

    static CaseState triaged(Classification kind) {
        return after(inTriage(), triage(PRIVACY, kind));
    }

    /** All steps recorded, safety not decided. */
    static CaseState contained() {
        return withSteps(triaged(BOTH_WITHOUT_PHI), CasePhase.CONTAINMENT);
    }

    static CaseState judged(boolean safe) {
        return after(contained(), new CaseCommand.DecideSafeToContinue(SECURITY, safe));
    }

    static CaseState eradicated() {
        return withSteps(completed(judged(false)), CasePhase.ERADICATION);
    }

    static CaseState recovered() {
        return withSteps(completed(eradicated()), CasePhase.RECOVERY);
    }

    static CaseState inForms() {
        return completed(recovered());
    }

    static CaseState documented(CaseState state) {
        return after(state, new CaseCommand.WriteDocumentation(SECURITY, EnumSet.allOf(DocumentationItem.class)));
    }

    static CaseState formsSigned(CaseState state) {
        CaseState byPrivacy = after(documented(state), sign(PRIVACY, Form.PRIVACY_INCIDENT_REPORT));
        return after(byPrivacy, sign(SECURITY, Form.SECURITY_INCIDENT_REPORT));
    }

    static CaseState inFollowUp() {
        return completed(formsSigned(inForms()));
    }

    static CaseState reviewed(CaseState state) {
        return after(state, new CaseCommand.WriteFollowUp(PRIVACY, EnumSet.allOf(FollowUpItem.class)));
    }

    static CaseState readyToClose() {
        return reviewed(inFollowUp());
    }

    static CaseState closed() {
        return after(readyToClose(), new CaseCommand.CloseCase(PRIVACY, CHICAGO, List.of()));
    }

    static CaseCommand sign(Person by, Form form) {
        return new CaseCommand.SignForm(by, UUID.randomUUID(), form, "ab".repeat(32));
    }

    static CaseState completed(CaseState state) {
        return after(state, new CaseCommand.CompletePhase(SECURITY, state.phase()));
    }

    static CaseState withSteps(CaseState state, CasePhase phase) {
        CaseState worked = state;
        int minute = 0;
        for (Playbook.Step step : PlaybookReader.shipped().of(phase).steps()) {
            Instant start = NOW.minus(Duration.ofHours(10)).plus(Duration.ofMinutes(minute));
            worked = after(worked, done(step.id(), start, start.plusSeconds(60)));
            if (step.approval()) {
                worked = after(
                        worked,
                        new CaseCommand.ApproveStep(
                                HEAD, worked.file().work().entries().getLast().id()));
            }
            minute += 2;
        }
        return worked;
    }

    static CaseCommand answer(String day) {
        return new CaseCommand.AnswerComplaint(
                PRIVACY, letter(day), CaseEvent.ComplaintResult.VIOLATION_FOUND, CHICAGO);
    }

    /** More time, told on the day of the decision. */
    static CaseCommand extension(String until) {
        return extension("2026-03-10", until);
    }

    static CaseCommand extension(String told, String until) {
        return new CaseCommand.ExtendComplaint(PRIVACY, letter(told), day(until), CHICAGO);
    }

    private static CaseCommand.Letter letter(String day) {
        return new CaseCommand.Letter(UUID.randomUUID(), CaseEvent.LetterChannel.MAIL, day(day), "ab".repeat(32));
    }

    static CaseCommand done(String step, Instant start, Instant end) {
        return new CaseCommand.RecordStep(SECURITY, measure(step, start, end));
    }

    static Measure measure(String step, Instant start, Instant end) {
        return new Measure(
                UUID.randomUUID(),
                step,
                Outcome.DONE,
                Optional.of(start),
                Optional.of(end),
                "Done as planned",
                Optional.empty());
    }

    static CaseState after(CaseState state, CaseCommand command) {
        return accepted(decide(state, command)).next();
    }

    static Decision decide(CaseState state, CaseCommand command) {
        return DECISIONS.decide(state, command, NOW);
    }

    static Accepted accepted(Decision decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }

    static Refused refused(Decision decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return (Refused) decision;
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
