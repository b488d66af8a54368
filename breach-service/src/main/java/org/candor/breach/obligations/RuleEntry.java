package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.CountTest;
import org.candor.breach.obligations.decision.CountTest.Bound;
import org.candor.breach.obligations.decision.CountTest.Comparator;
import org.candor.breach.obligations.decision.CountTest.CountBase;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.breach.obligations.decision.Principle;
import org.candor.breach.obligations.decision.Reading;
import org.candor.breach.obligations.decision.Rule;
import org.candor.breach.obligations.decision.Rule.Anchor;
import org.candor.breach.obligations.decision.Rule.CompletedBy;
import org.candor.breach.obligations.decision.Rule.Condition;
import org.candor.breach.obligations.decision.Rule.DayUnit;
import org.candor.breach.obligations.decision.Rule.Relief;
import org.candor.breach.obligations.decision.Rule.Scope;
import org.candor.breach.obligations.decision.StateLaw;
import org.candor.events.ObligationKind;

/** One entry of a rule file. */
final class RuleEntry extends EntryFields {

    /** A misspelt field would be a rule that says less than was meant. */
    private static final Set<String> FIELDS = Set.of(
            "id",
            "duty",
            "kind",
            "scope",
            "capacity",
            "from",
            "until",
            "when",
            "count",
            "anchor",
            "days",
            "unit",
            "notAfterFirstLetter",
            "relief",
            "held",
            "completedBy",
            "keepDays",
            "track",
            "method",
            "source",
            "recipient",
            "citation",
            "says",
            "must",
            "mustNot",
            "readings",
            "readIn",
            "verified");

    private static final Set<String> PRINCIPLE_FIELDS =
            Set.of("id", "citation", "says", "days", "readings", "readIn", "verified");
    private static final Set<String> LAW_FIELDS = Set.of("code", "statute", "known", "readIn", "verified");
    private static final Set<String> COUNT_FIELDS = Set.of("of", "atLeast", "moreThan", "fewerThan");
    private static final Set<String> READING_FIELDS = Set.of("id", "taken", "other");

    RuleEntry(JsonNode node, String place) {
        super(node, place);
    }

    Rule rule() {
        refuseUnknown(node(), FIELDS);
        String scope = text("scope");
        return new Rule(
                text("id"),
                optionalText("duty").orElse(name()),
                choice(ObligationKind.class, text("kind")),
                scopeOf(scope),
                Jurisdiction.of(scope),
                choice(Capacity.class, text("capacity")),
                date("from"),
                node().has("until") ? Optional.of(date("until")) : Optional.empty(),
                choice(Condition.class, text("when")),
                node().has("count") ? count(node().get("count")) : CountTest.ANY,
                choice(Anchor.class, text("anchor")),
                number("days"),
                choice(DayUnit.class, text("unit")),
                flag("notAfterFirstLetter"),
                choice(Relief.class, optionalText("relief").orElse("NONE")),
                flag("held"),
                choice(CompletedBy.class, optionalText("completedBy").orElse("NOT_ASKED")),
                number("keepDays"),
                optionalText("track"),
                optionalText("method"),
                optionalText("source"),
                text("recipient"),
                text("citation"),
                text("says"),
                texts("must"),
                texts("mustNot"),
                readings(),
                new Rule.Evidence(text("readIn"), date("verified").toString(), place()));
    }

    Principle principle() {
        refuseUnknown(node(), PRINCIPLE_FIELDS);
        return new Principle(
                text("id"),
                text("citation"),
                text("says"),
                number("days").orElse(0),
                readings(),
                text("readIn"),
                date("verified").toString());
    }

    StateLaw stateLaw() {
        refuseUnknown(node(), LAW_FIELDS);
        return new StateLaw(
                Jurisdiction.of(text("code")).orElseThrow(() -> refused("code is no jurisdiction")),
                text("statute"),
                text("known"),
                text("readIn"),
                date("verified").toString());
    }

    private Scope scopeOf(String scope) {
        return switch (scope) {
            case Jurisdiction.FEDERAL -> Scope.FEDERAL;
            case "EACH" -> Scope.EACH_JURISDICTION;
            default -> {
                Jurisdiction.of(scope).orElseThrow(() -> refused("scope " + scope + " is no jurisdiction"));
                yield Scope.STATE;
            }
        };
    }

    private CountTest count(JsonNode count) {
        refuseUnknown(object(count, "count"), COUNT_FIELDS);
        List<Bound> bounds = new ArrayList<>();
        addBound(bounds, count, "atLeast", Comparator.AT_LEAST);
        addBound(bounds, count, "moreThan", Comparator.MORE_THAN);
        addBound(bounds, count, "fewerThan", Comparator.FEWER_THAN);
        return new CountTest(choice(CountBase.class, count.path("of").asText()), bounds);
    }

    private void addBound(List<Bound> bounds, JsonNode count, String field, Comparator comparator) {
        JsonNode threshold = count.get(field);
        if (threshold != null) {
            bounds.add(new Bound(comparator, wholeNumber(threshold, "count." + field)));
        }
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (JsonNode reading : list("readings")) {
            refuseUnknown(object(reading, "readings"), READING_FIELDS);
            readings.add(new Reading(
                    words(reading.path("id"), "readings.id"),
                    words(reading.path("taken"), "readings.taken"),
                    words(reading.path("other"), "readings.other")));
        }
        return readings;
    }
}
