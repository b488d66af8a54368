package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Answers facts with duties, or with the preconditions they break. Holds nothing but the rules; free for any thread. */
public final class ComputingObligations {

    private final RuleBook book;

    public ComputingObligations(RuleBook book) {
        this.book = book;
    }

    public Answer answer(Facts facts) {
        Discovery discovery = Discovery.of(facts.knowledge(), facts.zone());
        List<Precondition.Broken> broken = Preconditions.brokenBy(facts, discovery.on());
        if (!broken.isEmpty()) {
            return new Answer.Refused(broken);
        }
        Computation computation = new Computation(book, facts, discovery);
        List<Duty> duties = computation.run();
        Optional<LocalDate> letter = computation.combinedLetterDue();
        List<String> warnings = new Warnings(book, facts, discovery, computation.hold(), duties).all();
        return new Answer.Computed(discovery, letter, duties, warnings, CounselChecks.of(book, facts), book.version());
    }

    /** What each of these law-enforcement statements does. */
    public List<HoldRecord.Effect> effects(List<LawEnforcementDelay> statements, Optional<LocalDate> letters) {
        return HoldRecord.of(statements, book.principle(Principles.ORAL_DELAY).days(), letters);
    }
}
