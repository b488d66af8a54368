package org.candor.breach.assessment.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.breach.assessment.decision.Assessment.Presumed;
import org.candor.breach.assessment.decision.Command.Conclude;
import org.candor.breach.assessment.decision.Conclusion.FollowUp;
import org.candor.breach.assessment.decision.FactorFinding.Rating;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Facts.Undeliverable;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Moment;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.events.AssessmentOutcome;
import org.candor.events.CaseEvent.KnownBy;

/** A spreadsheet with 612 patients went to the wrong vendor; a clerk learned of it on 7 April 2026. */
final class AssessmentFixtures {

    static final Instant NOW = Instant.parse("2026-04-20T15:00:00Z");
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    static final Individuals STORY = new Individuals(612, false, Map.of(Jurisdiction.WI, 505L, Jurisdiction.IL, 104L));

    private AssessmentFixtures() {}

    static Presumed opened() {
        return (Presumed) DecidingAssessments.open(CHICAGO, Capacity.COVERED_ENTITY, List.of(clerk()))
                .next();
    }

    static Presumed counted() {
        return counted(Worksheet.EMPTY);
    }

    static Presumed counted(Worksheet worksheet) {
        return (Presumed)
                accepted(opened(), new Command.RecordFacts(worksheet, counts())).next();
    }

    static Presumed inWisconsinsLaw(Worksheet worksheet) {
        NoticeFacts notice = new NoticeFacts(
                counts().capacity(),
                Optional.empty(),
                0,
                Optional.of(STORY),
                Set.of(Jurisdiction.WI),
                Set.of(),
                List.of(),
                new Undeliverable(0, 0),
                false);
        return (Presumed)
                accepted(opened(), new Command.RecordFacts(worksheet, notice)).next();
    }

    static Assessment noticesOwed() {
        return accepted(counted(), concluding(AssessmentOutcome.REPORTABLE_BREACH))
                .next();
    }

    static Assessment nothingOwed() {
        return accepted(counted(lowRisk()), concluding(AssessmentOutcome.NOT_A_BREACH))
                .next();
    }

    static NoticeFacts counts() {
        return NoticeFacts.of(Capacity.COVERED_ENTITY).counting(STORY, new Undeliverable(0, 0));
    }

    static Candidate clerk() {
        return candidate("clerk", "2026-04-07", Optional.empty());
    }

    static Candidate candidate(String key, String day, Optional<String> replaces) {
        Knowledge knowledge =
                Knowledge.of(key, KnownBy.WORKFORCE, Basis.ACTUAL, new Moment.OnDay(LocalDate.parse(day)));
        return new Candidate(knowledge, "an e-mail bounced", replaces, NOW);
    }

    static Facts.Sent sentOn(String day) {
        return new Facts.Sent(Optional.of(LocalDate.parse(day)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Complete; every gate leads on, no exception applies. */
    static Worksheet complete(Rating rating) {
        Map<Factor, FactorFinding> factors = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            factors.put(factor, new FactorFinding(rating, "see the log of the mail server"));
        }
        return new Worksheet(
                Optional.of(new PhiGate(PhiGate.Kind.PHI, "diagnoses and names")),
                Optional.of(new ProtectionGate(new Protection.Nothing(), "a plain spreadsheet")),
                Optional.of(new EventGate(false, Set.of(EventGate.Verb.DISCLOSURE), false, "to a vendor with no need")),
                exceptions(false),
                factors,
                Optional.of(new PolicyFinding(false, "nobody broke a policy")));
    }

    static Worksheet lowRisk() {
        return complete(Rating.LOW);
    }

    static Worksheet highRisk() {
        return complete(Rating.HIGH);
    }

    static Map<ExceptionKind, ExceptionFinding> exceptions(boolean answer) {
        Map<ExceptionKind, ExceptionFinding> exceptions = new EnumMap<>(ExceptionKind.class);
        for (ExceptionKind kind : ExceptionKind.values()) {
            exceptions.put(kind, finding(kind, answer, "the vendor's letter"));
        }
        return exceptions;
    }

    static ExceptionFinding finding(ExceptionKind kind, boolean answer, String evidence) {
        return new ExceptionFinding(
                kind.questions().stream().collect(Collectors.toMap(question -> question, question -> answer)),
                evidence);
    }

    static Worksheet with(Worksheet sheet, PhiGate gate) {
        return new Worksheet(
                Optional.of(gate),
                sheet.protection(),
                sheet.event(),
                sheet.exceptions(),
                sheet.factors(),
                sheet.policy());
    }

    static Worksheet with(Worksheet sheet, ProtectionGate gate) {
        return new Worksheet(
                sheet.phi(), Optional.of(gate), sheet.event(), sheet.exceptions(), sheet.factors(), sheet.policy());
    }

    static Worksheet with(Worksheet sheet, EventGate gate) {
        return new Worksheet(
                sheet.phi(),
                sheet.protection(),
                Optional.of(gate),
                sheet.exceptions(),
                sheet.factors(),
                sheet.policy());
    }

    static Worksheet with(Worksheet sheet, ExceptionKind kind, ExceptionFinding finding) {
        Map<ExceptionKind, ExceptionFinding> exceptions = new EnumMap<>(sheet.exceptions());
        exceptions.put(kind, finding);
        return new Worksheet(
                sheet.phi(), sheet.protection(), sheet.event(), exceptions, sheet.factors(), sheet.policy());
    }

    static Worksheet with(Worksheet sheet, Factor factor, FactorFinding finding) {
        Map<Factor, FactorFinding> factors = new EnumMap<>(sheet.factors());
        factors.put(factor, finding);
        return new Worksheet(
                sheet.phi(), sheet.protection(), sheet.event(), sheet.exceptions(), factors, sheet.policy());
    }

    static Worksheet with(Worksheet sheet, PolicyFinding policy) {
        return new Worksheet(
                sheet.phi(),
                sheet.protection(),
                sheet.event(),
                sheet.exceptions(),
                sheet.factors(),
                Optional.of(policy));
    }

    static Conclude concluding(AssessmentOutcome outcome) {
        return new Conclude(outcome, "", "", Optional.empty(), "privacy-officer");
    }

    static Conclude because(AssessmentOutcome outcome, String reason) {
        return new Conclude(outcome, reason, "", Optional.empty(), "privacy-officer");
    }

    static Conclude withCounsel(AssessmentOutcome outcome, String reason, String note) {
        return new Conclude(outcome, reason, note, Optional.empty(), "privacy-officer");
    }

    static FollowUp followUp(String first, String second, String third) {
        return new FollowUp(
                new FollowUp.Decision(false, first),
                new FollowUp.Decision(true, second),
                new FollowUp.Decision(true, third));
    }

    static Decision.Accepted accepted(Assessment state, Command command) {
        return switch (DecidingAssessments.decide(state, command, NOW)) {
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> throw new AssertionError(refused);
        };
    }

    static Decision.Refused refused(Assessment state, Command command) {
        return switch (DecidingAssessments.decide(state, command, NOW)) {
            case Decision.Refused refused -> refused;
            case Decision.Accepted accepted -> throw new AssertionError(accepted);
        };
    }
}
