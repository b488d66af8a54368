package org.candor.breach.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.decision.Delegation;
import org.candor.breach.obligations.decision.Duty;
import org.candor.breach.obligations.decision.Reading;
import org.candor.breach.obligations.decision.Standing;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A duty as it is kept with a computation, and shown: its limit and the organisation's own target.
 *
 * @param obligationId made of the incident and the key, so that it is the same in every computation
 * @param key names the duty within the breach
 * @param target by when the organisation wants it done; never after {@code due}
 * @param daysLate only once it was done
 * @param says the rule in plain words
 * @param must what has to stand in the notice
 * @param mustNot what must not stand in it
 * @param delegation who gives the notice in the entity's place, and why; absent where the entity gives it
 * @param readIn where the rule was read, and {@code verified} when it was last compared with that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Obligation")
public record KeptObligation(
        UUID obligationId,
        String key,
        String ruleId,
        ObligationKind kind,
        String jurisdiction,
        LocalDate baseDue,
        LocalDate heldUntil,
        LocalDate target,
        LocalDate due,
        String track,
        String method,
        String source,
        LocalDate keepThrough,
        String recipient,
        String citation,
        String reason,
        LocalDate completedOn,
        Long daysLate,
        String says,
        List<String> must,
        List<String> mustNot,
        String readIn,
        String verified,
        List<Reading> readings,
        DelegationView delegation) {

    private static final String OWN_NOTICE = "US-BA-OWN";

    /**
     * A notice that another gives. The duty stands, and is late, until there is proof.
     *
     * @param associateId the business associate in the register, or the covered entity of the notice plan
     * @param by absent in what was kept before there were plans, when it was a business associate
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Delegation")
    public record DelegationView(UUID associateId, LocalDate decidedOn, String reason, Delegation.By by) {
        static DelegationView of(Delegation decided) {
            return new DelegationView(decided.associateId(), decided.decidedOn(), decided.reason(), decided.by());
        }
    }

    static KeptObligation of(
            UUID incidentId,
            Duty duty,
            Optional<LocalDate> completed,
            LocalDate target,
            Optional<Delegation> delegation) {
        return new KeptObligation(
                idOf(incidentId, duty.key()),
                duty.key(),
                duty.rule().id(),
                duty.rule().kind(),
                duty.jurisdiction(),
                duty.baseDue(),
                duty.heldUntil().orElse(null),
                target,
                duty.due(),
                duty.rule().track().orElse(null),
                duty.rule().method().orElse(null),
                duty.rule().source().orElse(null),
                duty.keepThrough().orElse(null),
                duty.rule().recipient(),
                duty.rule().citation(),
                duty.reason(),
                completed.orElse(null),
                completed
                        .map(day -> Math.max(0L, day.toEpochDay() - duty.due().toEpochDay()))
                        .orElse(null),
                duty.rule().says(),
                duty.rule().must(),
                duty.rule().mustNot(),
                duty.rule().evidence().source(),
                duty.rule().evidence().verified(),
                duty.readings(),
                delegation.map(DelegationView::of).orElse(null));
    }

    /** True for the entity's own notice to covered entities, where it acts as a business associate (45 CFR 164.410). */
    public boolean ofTheEntityAsBusinessAssociate() {
        return ruleId.equals(OWN_NOTICE);
    }

    /** The id of a duty of that key in that breach. */
    public static UUID idOf(UUID incidentId, String key) {
        return UUID.nameUUIDFromBytes((incidentId + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    Standing standing() {
        return new Standing(
                key,
                ruleId,
                Optional.ofNullable(track == null ? method : track),
                due,
                Optional.ofNullable(heldUntil),
                Optional.ofNullable(completedOn),
                Optional.ofNullable(delegatedTo()));
    }

    private UUID delegatedTo() {
        return delegation == null ? null : delegation.associateId();
    }

    Obligation fact() {
        return new Obligation(
                obligationId,
                ruleId,
                kind,
                jurisdiction,
                baseDue,
                heldUntil,
                due,
                track,
                method,
                source,
                recipient,
                citation,
                reason,
                completedOn,
                delegatedTo(),
                must,
                mustNot);
    }
}
