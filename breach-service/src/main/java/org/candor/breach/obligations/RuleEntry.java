package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.breach.obligations.decision.Principle;
import org.candor.breach.obligations.decision.Reading;
import org.candor.breach.obligations.decision.Rule;
import org.candor.breach.obligations.decision.Rule.Anchor;
import org.candor.breach.obligations.decision.Rule.Bound;
import org.candor.breach.obligations.decision.Rule.Comparator;
import org.candor.breach.obligations.decision.Rule.CompletedBy;
import org.candor.breach.obligations.decision.Rule.Condition;
import org.candor.breach.obligations.decision.Rule.CountBase;
import org.candor.breach.obligations.decision.Rule.CountTest;
import org.candor.breach.obligations.decision.Rule.DayUnit;
import org.candor.breach.obligations.decision.Rule.Relief;
import org.candor.breach.obligations.decision.Rule.Scope;
import org.candor.breach.obligations.decision.RuleDataRefused;
import org.candor.breach.obligations.decision.StateLaw;
import org.candor.events.ObligationKind;

/** One entry of a rule file. */
final class RuleEntry {

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

    private final JsonNode node;
    private final String place;
    private final String name;

    RuleEntry(JsonNode node, String place) {
        this.node = node;
        this.place = place;
        this.name = node.path("id").asText(node.path("code").asText("without id"));
    }

    /** Its id or code. */
    String name() {
        return name;
    }

    Rule rule() {
        node.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw refused("unknown field " + field);
            }
        });
        String scope = text("scope");
        return new Rule(
                text("id"),
                optionalText("duty").orElse(name),
                choice(ObligationKind.class, text("kind")),
                scopeOf(scope),
                Jurisdiction.of(scope),
                choice(Capacity.class, text("capacity")),
                date("from"),
                node.has("until") ? Optional.of(date("until")) : Optional.empty(),
                choice(Condition.class, text("when")),
                node.has("count") ? count(node.get("count")) : CountTest.ANY,
                choice(Anchor.class, text("anchor")),
                number("days"),
                choice(DayUnit.class, text("unit")),
                node.path("notAfterFirstLetter").asBoolean(),
                choice(Relief.class, optionalText("relief").orElse("NONE")),
                node.path("held").asBoolean(),
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
                new Rule.Evidence(text("readIn"), date("verified").toString(), place));
    }

    Principle principle() {
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
        List<Bound> bounds = new ArrayList<>();
        addBound(bounds, count.get("atLeast"), Comparator.AT_LEAST);
        addBound(bounds, count.get("moreThan"), Comparator.MORE_THAN);
        addBound(bounds, count.get("fewerThan"), Comparator.FEWER_THAN);
        return new CountTest(choice(CountBase.class, count.path("of").asText()), bounds);
    }

    private void addBound(List<Bound> bounds, JsonNode threshold, Comparator comparator) {
        if (threshold != null) {
            bounds.add(new Bound(comparator, threshold.longValue()));
        }
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        node.path("readings")
                .forEach(reading -> readings.add(new Reading(
                        reading.path("id").asText(),
                        reading.path("taken").asText(),
                        reading.path("other").asText())));
        return readings;
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private String text(String field) {
        return optionalText(field).orElseThrow(() -> refused(field + " is absent"));
    }

    private Optional<String> optionalText(String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText).filter(text -> !text.isBlank());
    }

    private OptionalInt number(String field) {
        return node.has(field) ? OptionalInt.of(node.get(field).intValue()) : OptionalInt.empty();
    }

    private LocalDate date(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeParseException e) {
            throw refused(field + " is no day: " + e.getParsedString());
        }
    }

    private <E extends Enum<E>> E choice(Class<E> type, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw refused("unknown " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT) + " " + value);
    }

    private RuleDataRefused refused(String what) {
        return new RuleDataRefused(place, name, what);
    }
}
