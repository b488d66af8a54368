package org.candor.breach.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.FactsView;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.PreviewView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One duty with all that it rests on.
 *
 * @param obligation as it stands, or as it last stood before it fell away
 * @param owed false when it has fallen away since
 * @param facts of that computation; they name no official, no agency and nobody affected
 * @param rulesVersion edition of the rules by which it was computed
 * @param versions every computation in which it was otherwise than before, the first first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Explanation")
public record Explanation(
        UUID incidentId,
        String entityName,
        String timeZone,
        boolean drill,
        LocalDate discoveredOn,
        KeptObligation obligation,
        boolean owed,
        FactsView facts,
        String rulesVersion,
        List<Version> versions,
        String disclaimer) {

    /** What one computation said of it, and because of what. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int computation,
            Instant computedAt,
            String because,
            boolean owed,
            LocalDate due,
            LocalDate heldUntil,
            LocalDate completedOn,
            String reason) {

        private static Version of(KeptComputation computation, Optional<KeptObligation> then) {
            return new Version(
                    computation.version(),
                    computation.computedAt(),
                    computation.because(),
                    then.isPresent(),
                    then.map(KeptObligation::due).orElse(null),
                    then.map(KeptObligation::heldUntil).orElse(null),
                    then.map(KeptObligation::completedOn).orElse(null),
                    then.map(KeptObligation::reason).orElse(null));
        }
    }

    /** Empty when no computation knows that duty. */
    static Optional<Explanation> of(
            UUID incidentId, String entityName, String timeZone, boolean drill, List<KeptComputation> all, UUID duty) {
        List<Version> versions = new ArrayList<>();
        KeptComputation last = null;
        Optional<KeptObligation> before = Optional.empty();
        for (KeptComputation computation : all) {
            Optional<KeptObligation> then = in(computation, duty);
            if (!then.equals(before)) {
                versions.add(Version.of(computation, then));
            }
            last = then.isPresent() ? computation : last;
            before = then;
        }
        if (last == null) {
            return Optional.empty();
        }
        return Optional.of(new Explanation(
                incidentId,
                entityName,
                timeZone,
                drill,
                last.discoveredOn(),
                in(last, duty).orElseThrow(),
                before.isPresent(),
                last.facts(),
                last.rulesVersion(),
                versions,
                PreviewView.NOT_LEGAL_ADVICE));
    }

    private static Optional<KeptObligation> in(KeptComputation computation, UUID duty) {
        return computation.obligations().stream()
                .filter(obligation -> obligation.obligationId().equals(duty))
                .findFirst();
    }
}
