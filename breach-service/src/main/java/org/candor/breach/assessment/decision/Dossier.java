package org.candor.breach.assessment.decision;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Discovery;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Facts.Sent;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.NoticeFacts;

/**
 * All that is known of one possible breach.
 *
 * @param zone legal calendar of the entity, as it was when the assessment opened
 */
public record Dossier(
        ZoneId zone,
        Worksheet worksheet,
        NoticeFacts notice,
        List<Candidate> candidates,
        Sent sent,
        List<Reopening> reopenings) {

    public Dossier {
        candidates = List.copyOf(candidates);
        // Absent in what was stored before reopenings were kept.
        reopenings = reopenings == null ? List.of() : List.copyOf(reopenings);
    }

    /** Nothing is known but who knew. */
    static Dossier opened(ZoneId zone, Capacity capacity, List<Candidate> candidates) {
        return new Dossier(zone, Worksheet.EMPTY, NoticeFacts.of(capacity), candidates, Sent.NOTHING, List.of());
    }

    /** Those candidates that no other has replaced, each under the name of the first that it corrects. */
    public List<Knowledge> knowledge() {
        Map<String, String> names = names();
        return candidates.stream()
                .filter(candidate -> names.containsKey(candidate.key()))
                .map(candidate -> candidate.knowledge().named(names.get(candidate.key())))
                .toList();
    }

    /**
     * By the key of each candidate that no other has replaced, the key of the first in its chain of corrections: duties that
     * hang on it keep their identity when it is corrected.
     */
    public Map<String, String> names() {
        Map<String, String> corrects = new HashMap<>();
        candidates.forEach(candidate -> candidate.replaces().ifPresent(key -> corrects.put(candidate.key(), key)));
        Set<String> replaced = Set.copyOf(corrects.values());
        Map<String, String> names = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (!replaced.contains(candidate.key())) {
                String name = first(candidate.key(), corrects);
                names.put(candidate.key(), names.containsValue(name) ? candidate.key() : name);
            }
        }
        return names;
    }

    private static String first(String key, Map<String, String> corrects) {
        String first = key;
        while (corrects.containsKey(first)) {
            first = corrects.get(first);
        }
        return first;
    }

    /** The key of the candidate that stands in the place of this one. */
    public String latest(String key) {
        return candidates.stream()
                .filter(candidate -> candidate.replaces().filter(key::equals).isPresent())
                .findFirst()
                .map(candidate -> latest(candidate.key()))
                .orElse(key);
    }

    /** The candidate that stands as the report of a business associate brought it. */
    public Optional<Candidate> reportedByAssociate() {
        Map<String, String> names = names();
        return candidates.stream()
                .filter(candidate -> candidate.ofAnAssociatesReport() && names.containsKey(candidate.key()))
                .findFirst();
    }

    /** True when an officer has corrected what the report of a business associate brought: his word stands over it. */
    public boolean reportIsCorrected() {
        return candidates.stream().anyMatch(Candidate::ofAnAssociatesReport)
                && reportedByAssociate().isEmpty();
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
        return new Dossier(zone, filled, recorded, candidates, sent, reopenings);
    }

    Dossier with(Sent done) {
        return new Dossier(zone, worksheet, notice, candidates, done, reopenings);
    }

    Dossier with(Candidate added) {
        List<Candidate> more = new ArrayList<>(candidates);
        more.add(added);
        return new Dossier(zone, worksheet, notice, more, sent, reopenings);
    }

    Dossier with(Reopening reopening) {
        List<Reopening> more = new ArrayList<>(reopenings);
        more.add(reopening);
        return new Dossier(zone, worksheet, notice, candidates, sent, more);
    }

    /** True where that person's knowledge of that time stands here already, whoever recorded it. */
    private boolean knows(Candidate other) {
        return candidates.stream()
                .map(Candidate::knowledge)
                .anyMatch(known -> known.by() == other.knowledge().by()
                        && known.at().equals(other.knowledge().at()));
    }

    /** With those candidates that are news; what a business associate reported itself is not told a second time. */
    Dossier withNews(List<Candidate> asked) {
        boolean reported = reportedByAssociate().isPresent() || reportIsCorrected();
        Dossier next = this;
        for (Candidate candidate : asked) {
            if (!next.knows(candidate) && !(reported && candidate.ofAnAssociatesReport())) {
                next = next.with(candidate);
            }
        }
        return next;
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
