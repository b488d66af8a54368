package org.candor.breach.obligations.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.breach.obligations.decision.CountTest.CountBase;
import org.candor.breach.obligations.decision.Rule.Anchor;
import org.candor.breach.obligations.decision.Rule.Condition;
import org.candor.breach.obligations.decision.Rule.Scope;

/** All rules, checked once and laid out for looking up; a book that contradicts itself is not made. */
public final class RuleBook {

    private final String version;
    private final Map<Capacity, List<Rule>> federal = new EnumMap<>(Capacity.class);
    private final Map<Jurisdiction, List<Rule>> state = new EnumMap<>(Jurisdiction.class);
    private final Map<Jurisdiction, List<Rule>> beforeLetters = new EnumMap<>(Jurisdiction.class);
    private final Map<Jurisdiction, List<Rule>> afterLetters = new EnumMap<>(Jurisdiction.class);
    private final Map<Jurisdiction, StateLaw> known = new EnumMap<>(Jurisdiction.class);
    private final Map<String, Principle> principles = new HashMap<>();
    private final List<Rule> rules;

    private RuleBook(String version, List<Rule> rules, List<Principle> principles, List<StateLaw> known) {
        this.version = version;
        this.rules = List.copyOf(rules);
        for (Capacity capacity : Capacity.values()) {
            federal.put(capacity, federalOf(capacity));
        }
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            List<Rule> own = stateOf(jurisdiction);
            state.put(jurisdiction, own);
            beforeLetters.put(
                    jurisdiction,
                    own.stream().filter(rule -> !hangsOnLetters(rule)).toList());
            afterLetters.put(
                    jurisdiction, own.stream().filter(RuleBook::hangsOnLetters).toList());
        }
        principles.forEach(principle -> this.principles.put(principle.id(), principle));
        known.forEach(law -> this.known.put(law.jurisdiction(), law));
    }

    /**
     * The book of these rules.
     *
     * @throws RuleDataRefused when a rule is not sound in itself, two rules could make the same duty
     *     of the same breach, a principle the evaluation needs is absent, or nothing is known of a jurisdiction
     */
    public static RuleBook of(String version, List<Rule> rules, List<Principle> principles, List<StateLaw> known) {
        rules.forEach(RuleBook::refuseUnsound);
        refuseCollisions(rules);
        RuleBook book = new RuleBook(version, rules, principles, known);
        book.refuseGaps();
        return book;
    }

    /** Which edition of the data this is; kept in the snapshot of every computation. */
    public String version() {
        return version;
    }

    /** Every rule, in the order of the data. */
    public List<Rule> rules() {
        return rules;
    }

    List<Rule> federal(Capacity capacity) {
        return federal.get(capacity);
    }

    /** Every rule of one State. */
    List<Rule> state(Jurisdiction jurisdiction) {
        return state.get(jurisdiction);
    }

    /** Those of its rules that do not wait for the day of the one letter. */
    List<Rule> beforeLetters(Jurisdiction jurisdiction) {
        return beforeLetters.get(jurisdiction);
    }

    /** Those counted from the letters; the letters of every State must stand before they can be. */
    List<Rule> afterLetters(Jurisdiction jurisdiction) {
        return afterLetters.get(jurisdiction);
    }

    Optional<StateLaw> known(Jurisdiction jurisdiction) {
        return Optional.ofNullable(known.get(jurisdiction));
    }

    /** The principle with that id, one of {@link Principles}. */
    Principle principle(String id) {
        return principles.get(id);
    }

    private List<Rule> federalOf(Capacity capacity) {
        return rules.stream()
                .filter(rule -> rule.scope() != Scope.STATE && rule.capacity() == capacity)
                .toList();
    }

    private List<Rule> stateOf(Jurisdiction jurisdiction) {
        return rules.stream()
                .filter(rule -> rule.jurisdiction().filter(jurisdiction::equals).isPresent())
                .toList();
    }

    private static boolean hangsOnLetters(Rule rule) {
        return rule.anchor() == Anchor.CONSUMER_NOTICE;
    }

    private static void refuseUnsound(Rule rule) {
        if ((rule.scope() == Scope.STATE) != rule.jurisdiction().isPresent()) {
            throw refused(rule, "a rule of a State names its jurisdiction, and no other rule does");
        }
        if (rule.until().isPresent() && rule.until().get().isBefore(rule.from())) {
            throw refused(rule, "it ends before it begins");
        }
        if (rule.scope() == Scope.EACH_JURISDICTION && rule.count().base() != CountBase.RESIDENTS) {
            throw refused(rule, "a rule for each jurisdiction counts residents");
        }
        if ((rule.count().base() == CountBase.NONE) != rule.count().bounds().isEmpty()) {
            throw refused(rule, "a count needs a bound, and a bound a count");
        }
        if ((rule.condition() == Condition.BUSINESS_ASSOCIATE_KNEW)
                != (rule.anchor() == Anchor.BUSINESS_ASSOCIATE_KNEW)) {
            throw refused(rule, "what hangs on a business associate's knowledge is counted from it");
        }
        if (rule.days().orElse(0) < 0) {
            throw refused(rule, "days are counted forward from the anchor");
        }
        if (rule.days().isEmpty() && rule.anchor() != Anchor.BUSINESS_ASSOCIATE_KNEW) {
            throw refused(rule, "only a contract of a business associate leaves the days open");
        }
    }

    private static void refuseCollisions(List<Rule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            for (Rule later : rules.subList(i + 1, rules.size())) {
                if (later.collidesWith(rules.get(i))) {
                    throw refused(
                            later,
                            "effective dates overlap with " + rules.get(i).id() + " at "
                                    + rules.get(i).evidence().place() + ", which makes the same duty");
                }
            }
        }
    }

    private void refuseGaps() {
        List<String> absent = new ArrayList<>(Principles.NEEDED);
        absent.removeAll(principles.keySet());
        if (!absent.isEmpty()) {
            throw new RuleDataRefused("principles", absent.getFirst(), "is absent");
        }
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            if (!known.containsKey(jurisdiction)) {
                throw new RuleDataRefused("jurisdictions", jurisdiction.name(), "is absent");
            }
        }
    }

    private static RuleDataRefused refused(Rule rule, String what) {
        return new RuleDataRefused(rule.evidence().place(), rule.id(), what);
    }
}
