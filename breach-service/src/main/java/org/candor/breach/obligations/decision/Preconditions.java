package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.breach.obligations.decision.Precondition.Broken;

/** Finds every way in which facts contradict themselves. */
final class Preconditions {

    private final Facts facts;
    private final Optional<LocalDate> discoveredOn;
    private final List<Broken> broken = new ArrayList<>();

    private Preconditions(Facts facts, Optional<LocalDate> discoveredOn) {
        this.facts = facts;
        this.discoveredOn = discoveredOn;
    }

    static List<Broken> brokenBy(Facts facts, Optional<LocalDate> discoveredOn) {
        Preconditions preconditions = new Preconditions(facts, discoveredOn);
        preconditions.checkKnowledge();
        preconditions.checkCounts();
        preconditions.checkDates();
        preconditions.checkDelays();
        return preconditions.broken;
    }

    private void checkKnowledge() {
        int index = 0;
        for (Knowledge entry : facts.knowledge()) {
            String pointer = "/knowledge/" + index++;
            if (entry.ofBusinessAssociate()
                    && entry.toldEntityAt().isPresent()
                    && entry.toldEntityAt().get().isBefore(entry.at(), facts.zone())) {
                refuse(Precondition.TOLD_BEFORE_KNOWN, pointer + "/toldEntityAt", "lies before it knew");
            }
        }
    }

    private void checkCounts() {
        long total = facts.individuals().total();
        if (facts.individuals().resident() > total) {
            refuse(
                    Precondition.RESIDENTS_OVER_TOTAL,
                    "/individuals/byJurisdiction",
                    "adds up to more than individuals.total");
        }
        if (facts.part2Records() > total) {
            refuse(Precondition.PART2_RECORDS_OVER_TOTAL, "/part2Records", "is more than individuals.total");
        }
        if (facts.undeliverable().living() > total) {
            refuse(Precondition.UNDELIVERABLE_OVER_TOTAL, "/undeliverable/living", "is more than individuals.total");
        }
    }

    private void checkDates() {
        Facts.Sent sent = facts.sent();
        checkDate(facts.determinedOn(), Precondition.DETERMINED_BEFORE_DISCOVERY, "/determinedOn");
        checkDate(sent.individualFirst(), Precondition.SENT_BEFORE_DISCOVERY, "/sent/individualFirst");
        checkDate(sent.hhs(), Precondition.SENT_BEFORE_DISCOVERY, "/sent/hhs");
        checkDate(sent.media(), Precondition.SENT_BEFORE_DISCOVERY, "/sent/media");
        checkDate(
                sent.substitutePostingStarted(), Precondition.SENT_BEFORE_DISCOVERY, "/sent/substitutePostingStarted");
    }

    private void checkDelays() {
        int index = 0;
        for (LawEnforcementDelay delay : facts.delays()) {
            String pointer = "/lawEnforcementDelays/" + index++;
            checkDate(Optional.of(delay.statedOn()), Precondition.STATED_BEFORE_DISCOVERY, pointer + "/statedOn");
            if (delay.until().isPresent() && delay.until().get().isBefore(delay.statedOn())) {
                refuse(Precondition.DELAY_ENDS_BEFORE_STATED, pointer + "/until", "lies before statedOn");
            }
        }
    }

    private void checkDate(Optional<LocalDate> date, Precondition early, String pointer) {
        if (date.isEmpty()) {
            return;
        }
        if (discoveredOn.isEmpty()) {
            refuse(
                    Precondition.NOBODY_COUNTS_YET,
                    pointer,
                    "is given although nobody's knowledge counts, so that there is no discovery yet");
        } else if (date.get().isBefore(discoveredOn.get())) {
            refuse(early, pointer, "lies before discovery on " + discoveredOn.get());
        }
    }

    private void refuse(Precondition which, String pointer, String text) {
        broken.add(new Broken(which, pointer, text));
    }
}
