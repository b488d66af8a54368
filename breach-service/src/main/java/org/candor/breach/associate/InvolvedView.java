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
 * @param contract whether it was under contract on the day of discovery
 * @param report what it reported itself; absent where it did not, or is not in the register under that id
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
        Contract contract,
        AssociateReport report,
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

    /**
     * Its contract on the day that counts.
     *
     * @param out true when the contract did not cover the day of discovery
     * @param why in words; absent where nothing is wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BusinessAssociateContract")
    public record Contract(LocalDate from, LocalDate until, boolean out, String why) {

        static Contract of(LocalDate from, LocalDate until, LocalDate discovered) {
            boolean out =
                    discovered != null && (discovered.isBefore(from) || (until != null && discovered.isAfter(until)));
            String why = "no contract covers the day of discovery, " + discovered
                    + ": counsel must check on what ground it held the information (45 CFR 164.502(e), 164.504(e))";
            return new Contract(from, until, out, out ? why : null);
        }
    }

    /** What the entity decided about the relationship (policy III.B.4). */
    @Schema(name = "BusinessAssociateReview")
    public record Review(PersonalText mitigation, PersonalText legalAction, PersonalText complianceReview) {}
}
