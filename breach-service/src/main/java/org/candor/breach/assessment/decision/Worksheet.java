package org.candor.breach.assessment.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The breach risk assessment tool, form 4-III-A, as far as it is filled in. */
public record Worksheet(
        Optional<PhiGate> phi,
        Optional<ProtectionGate> protection,
        Optional<EventGate> event,
        Map<ExceptionKind, ExceptionFinding> exceptions,
        Map<Factor, FactorFinding> factors,
        Optional<PolicyFinding> policy) {

    /** Nothing is filled in, so that the presumption stands. */
    public static final Worksheet EMPTY =
            new Worksheet(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of(), Optional.empty());

    public Worksheet {
        exceptions = Map.copyOf(exceptions);
        factors = Map.copyOf(factors);
    }

    /** Policy III.A.5: every place that is empty or unsupported, in the order of the form. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        missing.addAll(missingGate("gates.phi", phi.map(PhiGate::support)));
        missing.addAll(missingGate("gates.protection", protection.map(ProtectionGate::support)));
        missing.addAll(missingGate("gates.event", event.map(EventGate::support)));
        if (event.isPresent() && !event.get().isSound()) {
            missing.add("gates.event.happened");
        }
        for (ExceptionKind kind : ExceptionKind.values()) {
            missing.addAll(missingException(kind));
        }
        for (Factor factor : Factor.values()) {
            missing.addAll(missingFactor(factor));
        }
        missing.addAll(missingGate("policy", policy.map(PolicyFinding::support)));
        return List.copyOf(missing);
    }

    /** What ends the question before the four factors are weighed, in the order of the law. */
    Optional<String> endedBy() {
        return Stream.of(
                        phi.filter(PhiGate::ends).map(gate -> "it is no protected health information (45 CFR 160.103)"),
                        protection
                                .filter(ProtectionGate::ends)
                                .map(gate -> "it was secured by a method of the guidance (74 FR 19006)"),
                        event.filter(EventGate::ends)
                                .map(gate -> "what happened is permitted by 45 CFR part 164, subpart E"),
                        appliedException().map(kind -> "an exception applies: " + words(kind)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** 45 CFR 164.402(2): all four factors speak for a low probability of compromise. */
    boolean showsLowProbability() {
        return factors.size() == Factor.values().length
                && factors.values().stream().allMatch(finding -> finding.rating() == FactorFinding.Rating.LOW);
    }

    private Optional<ExceptionKind> appliedException() {
        return Stream.of(ExceptionKind.values())
                .filter(kind ->
                        exceptions.containsKey(kind) && exceptions.get(kind).applies(kind))
                .findFirst();
    }

    private static List<String> missingGate(String place, Optional<String> support) {
        if (support.isEmpty()) {
            return List.of(place);
        }
        return support.get().isBlank() ? List.of(place + ".support") : List.of();
    }

    private List<String> missingException(ExceptionKind kind) {
        String place = "exceptions." + kind;
        ExceptionFinding finding = exceptions.get(kind);
        if (finding == null) {
            return List.of(place);
        }
        List<String> missing = new ArrayList<>();
        if (!finding.answers(kind)) {
            missing.add(place + ".answers");
        }
        if (finding.evidence().isBlank()) {
            missing.add(place + ".evidence");
        }
        return missing;
    }

    private List<String> missingFactor(Factor factor) {
        String place = "factors." + factor;
        FactorFinding finding = factors.get(factor);
        if (finding == null) {
            return List.of(place);
        }
        List<String> missing = new ArrayList<>();
        if (finding.rating() == FactorFinding.Rating.NOT_APPLICABLE && endedBy().isEmpty()) {
            missing.add(place + ".rating");
        }
        if (finding.support().isBlank()) {
            missing.add(place + ".support");
        }
        return missing;
    }

    private static String words(ExceptionKind kind) {
        return switch (kind) {
            case UNINTENTIONAL_USE -> "unintentional, in good faith and within authority (45 CFR 164.402(1)(i))";
            case INADVERTENT_DISCLOSURE -> "inadvertent, between authorized persons (45 CFR 164.402(1)(ii))";
            case NOT_RETAINED -> "the recipient could not reasonably retain it (45 CFR 164.402(1)(iii))";
        };
    }
}
