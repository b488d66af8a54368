package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.candor.breach.obligations.decision.CountTest.Bound;
import org.candor.breach.obligations.decision.CountTest.CountBase;
import org.candor.breach.obligations.decision.Rule.DayUnit;

/** Says in words why a duty exists and where its day comes from. */
final class Reasons {

    private Reasons() {}

    static String of(Rule rule, long count, LocalDate discovery, boolean broughtForward, boolean hipaaTiming) {
        StringBuilder text = new StringBuilder(200);
        appendCount(text, rule, count);
        text.append(rule.says()).append("; ");
        if (broughtForward) {
            text.append("due with the first letters");
        } else if (hipaaTiming) {
            text.append("on the HIPAA timetable, as the State's relief is relied on");
        } else {
            appendOffset(text, rule, rule.days().getAsInt());
            text.append(anchorWords(rule, discovery));
        }
        return text.toString();
    }

    static String ofBusinessAssociate(Rule rule, int days, LocalDate knew) {
        StringBuilder text = new StringBuilder(160).append(rule.says()).append("; ");
        appendOffset(text, rule, days);
        return text.append("the business associate knew on ").append(knew).toString();
    }

    static String withHold(String reason, LocalDate baseDue, Optional<LocalDate> heldUntil, LocalDate due) {
        if (heldUntil.isEmpty()) {
            return reason;
        }
        String held = reason + "; a law-enforcement statement holds it until " + heldUntil.get();
        if (due.isAfter(baseDue)) {
            return held + ", which moves the due day from " + baseDue + " to " + due;
        }
        return held + ", which does not move the due day";
    }

    private static void appendCount(StringBuilder text, Rule rule, long count) {
        if (rule.count().base() == CountBase.NONE) {
            return;
        }
        text.append(count).append(countWords(rule.count().base()));
        String joint = ", ";
        for (Bound bound : rule.count().bounds()) {
            text.append(joint).append(bound.comparator().words()).append(' ').append(bound.threshold());
            joint = " and ";
        }
        text.append(": ");
    }

    private static String countWords(CountBase base) {
        return switch (base) {
            case NONE -> "";
            case TOTAL -> " individuals in all";
            case RESIDENTS -> " residents";
            case PART2_RECORDS -> " people with Part 2 records";
            case UNDELIVERABLE_LIVING -> " living people without a usable address";
        };
    }

    private static void appendOffset(StringBuilder text, Rule rule, int days) {
        if (days == 0) {
            text.append("on the day of ");
            return;
        }
        text.append(days).append(rule.unit() == DayUnit.BUSINESS ? " business" : " calendar");
        text.append(days == 1 ? " day after " : " days after ");
    }

    private static String anchorWords(Rule rule, LocalDate discovery) {
        return switch (rule.anchor()) {
            case DISCOVERY -> "discovery on " + discovery;
            case DETERMINATION -> "the determination that there was a breach";
            case END_OF_YEAR_OF_DISCOVERY -> "the end of " + discovery.getYear() + ", the year of discovery";
            case HHS_NOTICE -> "the report to the Secretary";
            case CONSUMER_NOTICE -> "the letters";
            case BUSINESS_ASSOCIATE_KNEW -> "the business associate knew";
        };
    }
}
