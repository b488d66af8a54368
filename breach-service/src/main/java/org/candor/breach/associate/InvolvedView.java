package org.candor.breach.associate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.breach.obligations.KeptObligation;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A business associate's part in a breach.
 *
 * @param knowledgeKey its candidate in the discovery record
 * @param clocks of law, policy and contract, the earliest first
 * @param notifier who sends the one set of notices; absent until it was decided
 * @param review what was decided after all notices; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvolvedBusinessAssociate")
public record InvolvedView(
        UUID associateId,
        String name,
        boolean agent,
        String knowledgeKey,
        List<Clock> clocks,
        Notifier notifier,
        PersonalText notifierReason,
        String notifierBy,
        Instant notifierAt,
        Review review,
        String reviewedBy,
        Instant reviewedAt) {

    /** Who sends the notices; there is one set, and the covered entity stays responsible (policy III.A.4.b). */
    public enum Notifier {
        ENTITY,
        BUSINESS_ASSOCIATE
    }

    /**
     * One clock of its notice to the entity.
     *
     * @param source {@code LAW}, {@code POLICY} or {@code CONTRACT}
     * @param alarms true for the earliest, on which the alarm is
     * @param toldOn when it told the entity; absent while it has not
     * @param daysLate until it told, or until today; 0 in time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BusinessAssociateClock")
    public record Clock(
            String source, LocalDate due, boolean alarms, LocalDate toldOn, long daysLate, String citation) {

        static Clock of(KeptObligation obligation, boolean first, LocalDate today) {
            LocalDate until = obligation.completedOn() == null ? today : obligation.completedOn();
            long late = Math.max(0, until.toEpochDay() - obligation.due().toEpochDay());
            return new Clock(
                    obligation.source(),
                    obligation.due(),
                    first,
                    obligation.completedOn(),
                    late,
                    obligation.citation());
        }
    }

    /** What the entity decided about the relationship (policy III.B.4). */
    @Schema(name = "BusinessAssociateReview")
    public record Review(PersonalText mitigation, PersonalText legalAction, PersonalText complianceReview) {}
}
