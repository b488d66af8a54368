package org.candor.investigation.sanctions.decision;

import static org.candor.investigation.decision.Verdict.accepted;
import static org.candor.investigation.decision.Verdict.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.sanctions.decision.Concerned.Proposal;
import org.candor.investigation.sanctions.decision.Concerned.Protection;
import org.candor.investigation.sanctions.decision.Concerned.Ruling;
import org.candor.investigation.sanctions.decision.Concerned.Statement;

/** The rules, in the order of the policy (S1 to S4) and of 45 CFR 164.530(e). */
public final class Sanctions {

    private Sanctions() {}

    /**
     * Who opens the record reads it.
     *
     * @param noViolation triage found a disclosure that the rules permit (policy I.B.2.b): there is nothing to sanction
     */
    public static Verdict<Set<String>> open(boolean triaged, boolean noViolation, Set<String> readers, String by) {
        if (!triaged) {
            return refused(SanctionRefusal.NOT_TRIAGED_YET);
        }
        if (noViolation) {
            return refused(SanctionRefusal.NO_VIOLATION_NO_SANCTION);
        }
        return readers.contains(by) ? accepted(readers) : refused(SanctionRefusal.READER_MISSING);
    }

    /** Nobody reads the record of what is said of himself. */
    public static Verdict<Set<String>> readers(Set<String> readers, String by, Collection<String> concerned) {
        if (!readers.contains(by)) {
            return refused(SanctionRefusal.READER_MISSING);
        }
        return concerned.stream().anyMatch(readers::contains)
                ? refused(SanctionRefusal.READER_IS_CONCERNED)
                : accepted(readers);
    }

    /**
     * Of whom it is known that he has an account it is said which, so that he never reads, proposes or decides here. Workforce
     * have one or are said to have none; of outsiders it may stay open.
     */
    public static Verdict<Relation> account(Relation relation, boolean subject, boolean hasNone) {
        boolean contradictory = subject && hasNone;
        boolean unsaid = !relation.outsider() && !subject && !hasNone;
        return contradictory || unsaid ? refused(SanctionRefusal.ACCOUNT_MISSING) : accepted(relation);
    }

    /** All must cooperate and be factual (policy S1.c). */
    public static Verdict<Concerned> refuseToCooperate(Concerned person) {
        return accepted(person.refusing());
    }

    /** The person may explain (policy S1.d); a refusal, or an opportunity that was not taken, is documented instead. */
    public static Verdict<Concerned> hear(Concerned person, Statement statement, Instant now) {
        if (person.statement().isPresent()) {
            return refused(SanctionRefusal.STATEMENT_RECORDED_ALREADY);
        }
        return statement.at().isAfter(now)
                ? refused(SanctionRefusal.NOT_BEFORE_NOW)
                : accepted(person.heard(statement));
    }

    /**
     * No sanction for acts under 164.502(j) or for complaints (45 CFR 164.530(e)(1)). A later check may find more; what was
     * found stays found.
     */
    public static Verdict<Concerned> check(Concerned person, Protection protection) {
        if (person.ruling().isPresent()) {
            return refused(SanctionRefusal.RULED_ALREADY);
        }
        return person.protection().map(protection::keeps).orElse(true)
                ? accepted(person.checked(protection))
                : refused(SanctionRefusal.PROTECTION_STAYS);
    }

    /** A measure is proposed by a person, also the one that the policy proposes (policy S2.a). */
    public static Verdict<Concerned> propose(Concerned person, Measure measure, String by, Instant now) {
        if (person.ruling().isPresent()) {
            return refused(SanctionRefusal.RULED_ALREADY);
        }
        if (!measure.fits(person.relation())) {
            return refused(SanctionRefusal.MEASURE_DOES_NOT_FIT);
        }
        if (person.protectedAct() && measure != Measure.NO_SANCTION) {
            return refused(SanctionRefusal.PROTECTED_ACT);
        }
        return accepted(person.proposed(new Proposal(measure, by, now)));
    }

    /**
     * A person who never proposed anything for this one decides, after every gate, not harder than proposed, and alike in
     * like cases or with the reason why not (policy R10.a). A protected act is compared with nothing.
     *
     * @param earlier what like cases brought
     * @param explained true when the reason for differing is given
     */
    public static Verdict<Concerned> rule(
            Concerned person, Measure measure, String by, Set<Measure> earlier, boolean explained, Instant now) {
        if (person.ruling().isPresent()) {
            return refused(SanctionRefusal.RULED_ALREADY);
        }
        if (person.proposal().isEmpty()) {
            return refused(SanctionRefusal.NO_PROPOSAL);
        }
        if (person.proposers().contains(by)) {
            return refused(SanctionRefusal.OWN_PROPOSAL);
        }
        if (!measure.fits(person.relation())) {
            return refused(SanctionRefusal.MEASURE_DOES_NOT_FIT);
        }
        List<String> missing = gates(person, measure);
        if (!missing.isEmpty()) {
            return refused(SanctionRefusal.GATES_REMAIN, missing);
        }
        if (person.protectedAct() && measure != Measure.NO_SANCTION) {
            return refused(SanctionRefusal.PROTECTED_ACT);
        }
        if (measure.strongerThan(person.proposal().get().measure())) {
            return refused(SanctionRefusal.STRONGER_THAN_PROPOSED);
        }
        if (!person.protectedAct() && !earlier.isEmpty() && !earlier.contains(measure) && !explained) {
            return refused(
                    SanctionRefusal.UNLIKE_EARLIER_SANCTIONS,
                    earlier.stream().map(like -> "earlier." + like).sorted().toList());
        }
        return accepted(person.ruled(new Ruling(measure, by, now)));
    }

    /** What has to be there before this measure can be decided. */
    public static List<String> gates(Concerned person, Measure measure) {
        List<String> missing = new ArrayList<>();
        if (person.statement().isEmpty() && measure != Measure.NO_SANCTION) {
            missing.add("person.statement");
        }
        if (person.protection().isEmpty()) {
            missing.add("person.protection-check");
        }
        return List.copyOf(missing);
    }

    /**
     * The record ends when everybody in it was decided about.
     *
     * @param explained true when it is said why there is nobody to decide about
     */
    public static Verdict<Collection<Concerned>> conclude(Collection<Concerned> persons, boolean explained) {
        if (persons.isEmpty() && !explained) {
            return refused(SanctionRefusal.NOBODY_NAMED);
        }
        List<String> open = persons.stream()
                .filter(person -> person.ruling().isEmpty())
                .map(person -> "person." + person.id())
                .toList();
        return open.isEmpty() ? accepted(persons) : refused(SanctionRefusal.PERSONS_NOT_RULED, open);
    }
}
