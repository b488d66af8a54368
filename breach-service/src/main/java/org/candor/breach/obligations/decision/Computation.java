package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.Rule.Condition;
import org.candor.breach.obligations.decision.Rule.DayUnit;
import org.candor.breach.obligations.decision.Rule.Relief;
import org.candor.breach.obligations.decision.Rule.Scope;
import org.candor.events.ObligationKind;

/** One evaluation of the rules: federal duties first, then those of the States, which may hang on them. */
final class Computation {

    private static final MonthDay END_OF_YEAR = MonthDay.of(12, 31);

    private final RuleBook book;
    private final Facts facts;
    private final Optional<LocalDate> discoveredOn;
    private final Hold hold;
    private final Completion completion;
    private final List<Duty> duties = new ArrayList<>();

    Computation(RuleBook book, Facts facts, Discovery discovery) {
        this.book = book;
        this.facts = facts;
        this.discoveredOn = discovery.on();
        this.completion = new Completion(facts);
        this.hold =
                Hold.of(facts.delays(), book.principle(Principles.ORAL_DELAY).days());
    }

    List<Duty> run() {
        for (Rule rule : book.federal(facts.capacity())) {
            applyFederal(rule);
        }
        if (facts.capacity() == Capacity.COVERED_ENTITY && discoveredOn.isPresent()) {
            Set<Jurisdiction> states = facts.individuals().residents().keySet();
            states.forEach(state -> applyState(state, book.beforeLetters(state)));
            states.forEach(state -> applyState(state, book.afterLetters(state)));
        }
        return duties;
    }

    Hold hold() {
        return hold;
    }

    /** Policy III.D.1.a.ii: one letter, so the earliest due day of all letters to individuals. */
    Optional<LocalDate> combinedLetterDue() {
        LocalDate earliest = null;
        for (Duty duty : duties) {
            boolean letter = duty.rule().kind() == ObligationKind.INDIVIDUAL_NOTICE
                    || duty.rule().kind() == ObligationKind.STATE_INDIVIDUAL_NOTICE;
            if (letter && (earliest == null || duty.due().isBefore(earliest))) {
                earliest = duty.due();
            }
        }
        return Optional.ofNullable(earliest);
    }

    /** 45 CFR 164.402: without unsecured PHI there is no breach, and without a breach no federal duty. */
    private void applyFederal(Rule rule) {
        if (!facts.unsecuredPhi()) {
            return;
        }
        if (rule.condition() == Condition.BUSINESS_ASSOCIATE_KNEW) {
            facts.knowledge().stream()
                    .filter(Knowledge::ofBusinessAssociate)
                    .forEach(entry -> applyToBusinessAssociate(rule, entry));
        } else if (discoveredOn.isPresent()
                && rule.inForceOn(discoveredOn.get())
                && (rule.condition() != Condition.URGENT || facts.urgent())) {
            applyCounted(rule);
        }
    }

    private void applyCounted(Rule rule) {
        if (rule.scope() == Scope.FEDERAL) {
            addIfCountIsMet(rule, Jurisdiction.FEDERAL, rule.duty(), countFor(rule, null));
            return;
        }
        for (Map.Entry<Jurisdiction, Long> residents :
                facts.individuals().residents().entrySet()) {
            String code = residents.getKey().name();
            addIfCountIsMet(rule, code, rule.duty() + "-" + code, residents.getValue());
        }
    }

    private void applyState(Jurisdiction jurisdiction, List<Rule> rules) {
        long residents = facts.individuals().residentsOf(jurisdiction);
        if (residents < 1) {
            return;
        }
        for (Rule rule : rules) {
            if (rule.inForceOn(discoveredOn.get())
                    && isTriggered(rule, jurisdiction)
                    && !isExempt(rule, jurisdiction)) {
                addIfCountIsMet(rule, jurisdiction.name(), rule.duty(), countFor(rule, jurisdiction));
            }
        }
    }

    /** What hangs on telling the Secretary needs no personal information as the State defines it. */
    private boolean isTriggered(Rule rule, Jurisdiction jurisdiction) {
        return rule.condition() == Condition.HHS_NOTICE_OWED
                ? owed(ObligationKind.HHS_NOTICE).isPresent()
                : facts.statePersonalInformation().contains(jurisdiction);
    }

    private boolean isExempt(Rule rule, Jurisdiction jurisdiction) {
        return rule.relief() == Relief.EXEMPT && reliefTakesEffect(jurisdiction);
    }

    /** Relief for HIPAA entities has an effect only where a HIPAA notice is given. */
    private boolean reliefTakesEffect(Jurisdiction jurisdiction) {
        return facts.hipaaExemptionRelied().contains(jurisdiction)
                && owed(ObligationKind.INDIVIDUAL_NOTICE).isPresent();
    }

    private void addIfCountIsMet(Rule rule, String jurisdiction, String key, long count) {
        if (!rule.count().holds(count)) {
            return;
        }
        boolean hipaaTiming = rule.relief() == Relief.HIPAA_TIMING
                && reliefTakesEffect(rule.jurisdiction().orElseThrow());
        baseDue(rule, hipaaTiming).ifPresent(day -> {
            LocalDate baseDue = notAfterFirstLetter(rule, day);
            String reason = Reasons.of(rule, count, discoveredOn.get(), baseDue.isBefore(day), hipaaTiming);
            add(rule, key, jurisdiction, baseDue, reason, completion.on(rule), hipaaTiming);
        });
    }

    private void applyToBusinessAssociate(Rule rule, Knowledge entry) {
        ZoneId zone = facts.zone();
        LocalDate knew = entry.at().day(zone);
        if (rule.days().isEmpty() && entry.contractDays().isEmpty() || !rule.inForceOn(discoveredOn.orElse(knew))) {
            return;
        }
        int days = rule.days().orElseGet(() -> entry.contractDays().getAsInt());
        Optional<LocalDate> told = entry.toldEntityAt().map(moment -> moment.day(zone));
        String reason = Reasons.ofBusinessAssociate(rule, days, knew);
        add(rule, rule.duty() + "-" + entry.key(), Jurisdiction.FEDERAL, knew.plusDays(days), reason, told, false);
    }

    private void add(
            Rule rule,
            String key,
            String jurisdiction,
            LocalDate baseDue,
            String reason,
            Optional<LocalDate> completed,
            boolean hipaaTiming) {
        LocalDate due = rule.held() ? hold.due(baseDue) : baseDue;
        Optional<LocalDate> heldUntil = rule.held() ? hold.heldUntil() : Optional.empty();
        duties.add(new Duty(
                rule,
                key,
                jurisdiction,
                baseDue,
                heldUntil,
                due,
                completion.keepThrough(rule),
                completed,
                completion.daysLate(rule, due, completed),
                Reasons.withHold(reason, baseDue, heldUntil, due),
                Readings.behind(book, rule, facts.delays(), hold, due, hipaaTiming)));
    }

    private long countFor(Rule rule, Jurisdiction jurisdiction) {
        return switch (rule.count().base()) {
            case NONE -> 0;
            case TOTAL -> facts.individuals().total();
            case RESIDENTS -> facts.individuals().residentsOf(jurisdiction);
            case PART2_RECORDS -> facts.part2Records();
            case UNDELIVERABLE_LIVING -> facts.undeliverable().living();
        };
    }

    private Optional<LocalDate> baseDue(Rule rule, boolean hipaaTiming) {
        if (hipaaTiming) {
            return discoveredOn.map(
                    day -> day.plusDays(book.principle(Principles.HIPAA_TIMING).days()));
        }
        int days = rule.days().getAsInt();
        return anchorDay(rule)
                .map(day -> rule.unit() == DayUnit.BUSINESS ? BusinessCalendar.plus(day, days) : day.plusDays(days));
    }

    private Optional<LocalDate> anchorDay(Rule rule) {
        return switch (rule.anchor()) {
            case DISCOVERY -> discoveredOn;
            case DETERMINATION -> facts.determinedOn().or(() -> discoveredOn);
            case END_OF_YEAR_OF_DISCOVERY -> discoveredOn.map(day -> day.with(END_OF_YEAR));
            case HHS_NOTICE ->
                facts.sent().hhs().or(() -> owed(ObligationKind.HHS_NOTICE).map(Duty::due));
            case CONSUMER_NOTICE -> facts.sent().individualFirst().or(this::combinedLetterDue);
            case BUSINESS_ASSOCIATE_KNEW -> Optional.empty();
        };
    }

    private LocalDate notAfterFirstLetter(Rule rule, LocalDate day) {
        Optional<LocalDate> letter = facts.sent().individualFirst();
        return rule.notAfterFirstLetter() && letter.isPresent() && letter.get().isBefore(day) ? letter.get() : day;
    }

    private Optional<Duty> owed(ObligationKind kind) {
        for (Duty duty : duties) {
            if (duty.rule().kind() == kind) {
                return Optional.of(duty);
            }
        }
        return Optional.empty();
    }
}
