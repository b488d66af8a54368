package org.candor.breach.noticeplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.breach.noticeplan.decision.Fault;
import org.candor.breach.noticeplan.decision.Sender;
import org.candor.events.ObligationEvent.SenderKind;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who tells whom, so that each person gets one notice.
 *
 * @param edition 0 while nothing was decided
 * @param people who are to be told, each counted once
 * @param complete true when each of them gets one notice, and one only
 * @param undecided covered entities whose people nobody is to tell yet
 * @param open groups of shared people for whom it is not decided who tells them
 * @param faults where the plan no longer fits, because counts or covered entities have changed since
 * @param plannedElsewhere true where another breach has this one among its covered entities, and its plan decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NoticePlan")
public record NoticePlanView(
        UUID incidentId,
        int edition,
        PersonalText reason,
        String decidedBy,
        Instant decidedAt,
        List<Line> coveredEntities,
        List<SharedLine> shared,
        List<Part> senders,
        Long people,
        boolean complete,
        Set<UUID> undecided,
        List<Set<UUID>> open,
        List<Fault> faults,
        boolean plannedElsewhere) {

    /**
     * A covered entity.
     *
     * @param id the incident for this entity, else {@code affectedId}
     * @param individuals absent while this entity has not counted
     * @param by who tells its people; absent while it is undecided
     * @param letters of a covered entity whose notices this entity gives in its place; absent for all others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NoticePlanCoveredEntity")
    public record Line(UUID id, PersonalText name, Long individuals, SenderView by, Letters letters) {}

    /** Whoever gives notices. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NoticePlanSenderShown")
    public record SenderView(SenderKind kind, UUID id) {
        static SenderView of(Sender sender) {
            return new SenderView(sender.kind(), sender.id());
        }
    }

    /** People of several covered entities. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NoticePlanSharedShown")
    public record SharedLine(Set<UUID> between, long individuals, SenderView by) {}

    /** What one sender gives. */
    @Schema(name = "NoticePlanPart")
    public record Part(SenderView by, List<UUID> coveredEntities, long notices) {}

    /**
     * Notices that this entity gives for another.
     *
     * @param due last day; absent before there are duties
     * @param givenOn absent while they have not been given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NoticesForOther")
    public record Letters(LocalDate due, LocalDate givenOn, PersonalText proof, String recordedBy) {}
}
