package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candor.events.ObligationKind;

/**
 * One sentence of law that makes a duty, as data.
 *
 * @param id unique among all rules
 * @param duty names the duty through rules that replace one another, so that a recomputed duty keeps its identity
 * @param jurisdiction for {@link Scope#STATE} whose law it is; else empty
 * @param from first day of discovery on which it applies
 * @param until last such day; empty while it is in force
 * @param count what must be met; no bounds where no count matters
 * @param days offset from the anchor; empty where the facts give it (a contract's days)
 * @param notAfterFirstLetter the due day is never later than the first individual notice
 * @param held whether a law-enforcement statement holds it (45 CFR 164.412)
 * @param keepDays how long a notice must stand after it began; empty where it does not stand
 * @param says the sentence in plain words
 * @param must what has to stand in the notice
 * @param mustNot what must not stand in it
 */
public record Rule(
        String id,
        String duty,
        ObligationKind kind,
        Scope scope,
        Optional<Jurisdiction> jurisdiction,
        Capacity capacity,
        LocalDate from,
        Optional<LocalDate> until,
        Condition condition,
        CountTest count,
        Anchor anchor,
        OptionalInt days,
        DayUnit unit,
        boolean notAfterFirstLetter,
        Relief relief,
        boolean held,
        CompletedBy completedBy,
        OptionalInt keepDays,
        Optional<String> track,
        Optional<String> method,
        Optional<String> source,
        String recipient,
        String citation,
        String says,
        List<String> must,
        List<String> mustNot,
        List<Reading> readings,
        Evidence evidence) {

    public Rule {
        must = List.copyOf(must);
        mustNot = List.copyOf(mustNot);
        readings = List.copyOf(readings);
    }

    /** For whom a rule makes a duty. */
    public enum Scope {
        /** One federal duty. */
        FEDERAL,
        /** One duty per jurisdiction whose count meets the test. */
        EACH_JURISDICTION,
        /** One duty under the law of one State. */
        STATE
    }

    /** What must be so beside the count. */
    public enum Condition {
        UNSECURED_PHI,
        URGENT,
        BUSINESS_ASSOCIATE_KNEW,
        STATE_PERSONAL_INFORMATION,
        HHS_NOTICE_OWED
    }

    /** From which day the offset is counted; that day is day 0. */
    public enum Anchor {
        DISCOVERY,
        DETERMINATION,
        END_OF_YEAR_OF_DISCOVERY,
        BUSINESS_ASSOCIATE_KNEW,
        HHS_NOTICE,
        CONSUMER_NOTICE
    }

    /** What kind of days are counted. */
    public enum DayUnit {
        CALENDAR,
        BUSINESS
    }

    /** What a State grants those who are bound by HIPAA, where it is relied on and a HIPAA notice is owed. */
    public enum Relief {
        NONE,
        EXEMPT,
        HIPAA_TIMING
    }

    /** Which fact shows that the duty was done. */
    public enum CompletedBy {
        FIRST_LETTER,
        HHS_REPORT,
        MEDIA_NOTICE,
        POSTING,
        TELLING_THE_ENTITY,
        NOT_ASKED
    }

    /** Where the rule was read, when it was last compared with it, and in which entry of which file it stands. */
    public record Evidence(String source, String verified, String place) {}

    boolean inForceOn(LocalDate discovery) {
        return !discovery.isBefore(from)
                && until.map(last -> !discovery.isAfter(last)).orElse(true);
    }

    /** True when both could make the same duty of the same breach. */
    boolean collidesWith(Rule other) {
        return duty.equals(other.duty)
                && capacity == other.capacity
                && !count.excludes(other.count)
                && startsBeforeEndOf(other)
                && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Rule other) {
        return other.until.map(last -> !from.isAfter(last)).orElse(true);
    }
}
