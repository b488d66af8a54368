package org.candor.breach.assessment.decision;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.Discovery;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Facts.Sent;
import org.candor.breach.obligations.decision.Knowledge;

/**
 * All that is known of one possible breach.
 *
 * @param zone legal calendar of the entity, as it was when the assessment opened
 */
public record Dossier(ZoneId zone, Worksheet worksheet, NoticeFacts notice, List<Candidate> candidates, Sent sent) {

    public Dossier {
        candidates = List.copyOf(candidates);
    }

    /** Those candidates that no other has replaced. */
    public List<Knowledge> knowledge() {
        Set<String> replaced = new HashSet<>();
        candidates.forEach(candidate -> candidate.replaces().ifPresent(replaced::add));
        return candidates.stream()
                .map(Candidate::knowledge)
                .filter(knowledge -> !replaced.contains(knowledge.key()))
                .toList();
    }

    public Discovery discovery() {
        return Discovery.of(knowledge(), zone);
    }

    /** The facts of the duties; empty until somebody has counted. */
    public Optional<Facts> facts(boolean unsecuredPhi) {
        return notice.individuals().map(individuals -> facts(individuals, unsecuredPhi));
    }

    /** As if it were a breach, also before anybody has counted: for checking dates and for the outer limit. */
    public Facts factsWithAnyCount() {
        return facts(notice.individuals().orElse(new Individuals(Long.MAX_VALUE, true, Map.of())), true);
    }

    private Facts facts(Individuals individuals, boolean unsecuredPhi) {
        return new Facts(
                notice.capacity(),
                zone,
                knowledge(),
                notice.determinedOn(),
                unsecuredPhi,
                notice.part2Records(),
                individuals,
                notice.statePersonalInformation(),
                notice.hipaaExemptionRelied(),
                notice.delays(),
                notice.undeliverable(),
                notice.urgent(),
                sent,
                Optional.empty());
    }

    Dossier with(Worksheet filled, NoticeFacts recorded) {
        return new Dossier(zone, filled, recorded, candidates, sent);
    }

    Dossier with(Sent done) {
        return new Dossier(zone, worksheet, notice, candidates, done);
    }

    Dossier with(Candidate added) {
        List<Candidate> more = new ArrayList<>(candidates);
        more.add(added);
        return new Dossier(zone, worksheet, notice, more, sent);
    }

    boolean knows(String key) {
        return candidates.stream()
                .anyMatch(candidate -> candidate.knowledge().key().equals(key));
    }

    /** What the worksheet leads to so far. */
    public Suggestion suggestion() {
        return Suggestion.of(worksheet, !notice.statePersonalInformation().isEmpty());
    }
}
