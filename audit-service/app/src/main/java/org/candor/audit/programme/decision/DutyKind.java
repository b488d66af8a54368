package org.candor.audit.programme.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.candor.events.OfficerRole;

/**
 * A kind of duty, as the data says.
 *
 * @param title what is to be done, in words that may stand in an event
 * @param about what the subject of such a duty is
 * @param every the longest time between two; zero for what is done once
 * @param within how soon the first is due where nobody names a day
 * @param role who answers for it where nobody else is named
 * @param stretchable whether the next may be later than {@code every} with a reason
 * @param against whether such a duty is a case against somebody, who never finds it; no deadline is told of it
 * @param ofIncident whether such a duty asks for cost: it may name an amount and the incident that it comes from
 * @param keeping where such a duty is entered and done
 * @param where the address at which it is entered or done where that is not here; else empty
 * @param evidence what counts as proof
 * @param documented the part of it that counts only with a retained document
 * @param citations law and policy that ask for it
 */
public record DutyKind(
        String code,
        String title,
        About about,
        Period every,
        Period within,
        OfficerRole role,
        boolean stretchable,
        boolean against,
        boolean ofIncident,
        Keeping keeping,
        String where,
        List<String> evidence,
        Set<String> documented,
        List<String> citations) {

    /** What a subject is; one of a person is never told in an event. */
    public enum About {
        ENTITY,
        DEPARTMENT,
        LOCATION,
        POLICY,
        /** A retained document, by its id. */
        DOCUMENT,
        PERSON
    }

    /** What has a code or an id that everybody may know. */
    private static final Set<About> NAMED = EnumSet.of(About.DEPARTMENT, About.LOCATION, About.POLICY, About.DOCUMENT);

    /** Where a duty is entered and done. */
    public enum Keeping {
        HERE,
        /** It comes out of something else and is done here, such as a finding. */
        DONE_HERE,
        /** It is entered here and done where its check list is answered. */
        ENTERED_HERE,
        ELSEWHERE;

        public boolean isEntered() {
            return this == HERE || this == ENTERED_HERE;
        }

        public boolean isDone() {
            return this == HERE || this == DONE_HERE;
        }
    }

    public DutyKind {
        evidence = List.copyOf(evidence);
        documented = Set.copyOf(documented);
        citations = List.copyOf(citations);
    }

    public boolean once() {
        return every.isZero();
    }

    /** The day of the first where nobody names one. */
    public LocalDate firstDue(LocalDate today, Period interval) {
        return today.plus(within.isZero() ? interval : within);
    }

    /** An organisation may ask for more than the policy does, never for less. */
    public boolean allows(Period interval) {
        LocalDate any = LocalDate.of(2026, 1, 1);
        return !once() && any.plus(interval).isAfter(any) && !any.plus(interval).isAfter(any.plus(every));
    }

    /** What stands in an event and on the deadline board: no word of a person, nor what somebody has called his own matter. */
    public String titleOf(String subject, String department) {
        String what = NAMED.contains(about) ? subject : "";
        String where = department.equals(what) ? "" : department;
        return title + (what.isEmpty() ? "" : ": " + what) + (where.isEmpty() ? "" : ", " + where);
    }
}
