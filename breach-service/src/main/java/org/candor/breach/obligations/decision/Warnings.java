package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.CountTest.CountBase;
import org.candor.breach.obligations.decision.LawEnforcementDelay.Form;
import org.candor.breach.obligations.decision.Rule.Relief;
import org.candor.breach.obligations.decision.Rule.Scope;
import org.candor.events.ObligationKind;

/** Says what a list of dates leaves unsaid: law that is known but not computed, counts that are open, holds with gaps. */
final class Warnings {

    /** 45 CFR 164.400: the rule is about breaches that happened on or after this day. */
    private static final LocalDate RULE_BEGAN = LocalDate.of(2009, 9, 23);

    private final RuleBook book;
    private final Facts facts;
    private final Discovery discovery;
    private final Hold hold;
    private final List<Duty> duties;
    private final List<String> texts = new ArrayList<>();

    Warnings(RuleBook book, Facts facts, Discovery discovery, Hold hold, List<Duty> duties) {
        this.book = book;
        this.facts = facts;
        this.discovery = discovery;
        this.hold = hold;
        this.duties = duties;
    }

    List<String> all() {
        warnOfDiscovery();
        if (facts.capacity() == Capacity.COVERED_ENTITY) {
            warnOfStates();
            warnOfRelief();
            warnOfUnknownResidence();
        } else {
            texts.add(
                    "as a business associate: what the contract with the covered entity asks, and what subcontractors owe,"
                            + " is not computed: counsel must check");
        }
        warnOfAge();
        warnOfIdleFields();
        warnOfCounts();
        warnOfDays();
        warnOfHolds();
        return texts;
    }

    private void warnOfDiscovery() {
        if (discovery.on().isEmpty()) {
            texts.add("no discovery yet: nobody's knowledge counts, so that no clock of the entity runs");
        } else if (owes(ObligationKind.INDIVIDUAL_NOTICE)) {
            texts.add("the due days are outer limits: notice is owed without unreasonable delay");
        }
    }

    /** What was discovered earlier also happened earlier. */
    private void warnOfAge() {
        boolean federal = duties.stream().anyMatch(duty -> duty.rule().scope() != Scope.STATE);
        if (federal && discovery.on().filter(RULE_BEGAN::isAfter).isPresent()) {
            texts.add("discovered before " + RULE_BEGAN + ": 45 CFR 164.400 applies the rule to breaches from that day,"
                    + " so that counsel must check whether the federal duties are owed");
        }
    }

    private void warnOfIdleFields() {
        long idle = facts.knowledge().stream()
                .filter(Knowledge::saysWhatOnlyConcernsABusinessAssociate)
                .count();
        if (idle > 0) {
            texts.add("agentOfEntity, toldEntityAt and contractDays concern a business associate only and were not"
                    + " considered in other entries of knowledge: " + idle);
        }
    }

    private void warnOfStates() {
        Set<Jurisdiction> concerned = EnumSet.noneOf(Jurisdiction.class);
        concerned.addAll(facts.statePersonalInformation());
        facts.individuals().residents().forEach((jurisdiction, count) -> {
            if (count > 0) {
                concerned.add(jurisdiction);
            }
        });
        concerned.forEach(this::warnOfState);
    }

    private void warnOfState(Jurisdiction jurisdiction) {
        boolean triggered = facts.statePersonalInformation().contains(jurisdiction);
        if (triggered && facts.individuals().residentsOf(jurisdiction) == 0) {
            texts.add(jurisdiction.title() + ": its law is said to be triggered, but no resident is counted");
        }
        boolean computed = !book.state(jurisdiction).isEmpty();
        book.known(jurisdiction)
                .filter(law -> !computed || triggered)
                .ifPresent(law -> texts.add(jurisdiction.title() + " (" + law.statute() + "): "
                        + (computed ? "beside the dates given, " : "no date is computed; ") + law.known()
                        + ": counsel must check"));
    }

    private void warnOfRelief() {
        for (Jurisdiction jurisdiction : facts.hipaaExemptionRelied()) {
            boolean grants = book.state(jurisdiction).stream().anyMatch(rule -> rule.relief() != Relief.NONE);
            if (!grants) {
                texts.add(
                        jurisdiction.title() + ": no relief for HIPAA entities is known, relying on it has no effect");
            } else if (!owes(ObligationKind.INDIVIDUAL_NOTICE)) {
                texts.add(
                        jurisdiction.title() + ": relief for HIPAA entities has no effect, as no HIPAA notice is owed");
            }
        }
    }

    private void warnOfUnknownResidence() {
        long unknown = facts.individuals().total() - facts.individuals().resident();
        if (unknown == 0) {
            return;
        }
        texts.add(unknown + " of " + facts.individuals().total()
                + " individuals have no known residence and count in no jurisdiction");
        if (owes(ObligationKind.INDIVIDUAL_NOTICE)) {
            facts.individuals()
                    .residents()
                    .forEach((jurisdiction, count) -> warnOfNearMedia(jurisdiction, count, unknown));
        }
    }

    private void warnOfNearMedia(Jurisdiction jurisdiction, long count, long unknown) {
        boolean couldTurn = book.federal(Capacity.COVERED_ENTITY).stream()
                .filter(rule -> rule.count().base() == CountBase.RESIDENTS)
                .anyMatch(rule -> !rule.count().holds(count) && rule.count().holds(count + unknown));
        if (couldTurn) {
            texts.add(jurisdiction.title() + ": " + count
                    + " residents are known; with those of unknown residence the media would have to be told");
        }
    }

    private void warnOfCounts() {
        if (facts.individuals().estimated()) {
            texts.add("the count is an estimate: report it as such and file an addendum when it is known");
        }
    }

    private void warnOfDays() {
        duties.stream()
                .map(Duty::due)
                .filter(day -> !BusinessCalendar.isBusinessDay(day))
                .distinct()
                .sorted()
                .forEach(day -> texts.add(day + " is no business day: a due day does not roll, act before it"));
    }

    private void warnOfHolds() {
        long limited = facts.delays().stream()
                .filter(delay -> !delay.writtenWithTime())
                .count();
        if (limited > 1) {
            texts.add("a second oral statement adds nothing to the first: ask for a writing that gives a time");
        }
        if (facts.delays().stream()
                .anyMatch(delay -> delay.form() == Form.WRITTEN && delay.until().isEmpty())) {
            texts.add("a writing that gives no time is held like an oral statement");
        }
        latestHeldDue()
                .filter(hold::cameTooLateFor)
                .ifPresent(due -> texts.add("a law-enforcement statement was made" + " after a notice was due on " + due
                        + ": it does not cure the lateness"));
    }

    private Optional<LocalDate> latestHeldDue() {
        return duties.stream()
                .filter(duty -> duty.rule().kind() == ObligationKind.INDIVIDUAL_NOTICE)
                .map(Duty::due)
                .findFirst();
    }

    private boolean owes(ObligationKind kind) {
        return duties.stream().anyMatch(duty -> duty.rule().kind() == kind);
    }
}
