package org.candor.breach.noticeplan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.events.ObligationEvent.SenderKind;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who tells whom, the whole of it.
 *
 * @param senders for each covered entity at most one; whoever is left out is undecided
 * @param shared people of several covered entities, so that nobody is told twice
 * @param reason why these are best placed, and on what agreement another gives the notices
 */
@Schema(name = "NoticePlanDecision")
public record NoticePlanRequest(
        @NotNull @Size(max = 500) List<@NotNull @Valid Choice> senders,
        @Size(max = 500) List<@NotNull @Valid SharedPeople> shared,
        @NotNull @CleanText(max = 2_000) PersonalText reason) {

    public NoticePlanRequest {
        senders = senders == null ? null : List.copyOf(senders);
        shared = shared == null ? List.of() : List.copyOf(shared);
    }

    /**
     * One decision.
     *
     * @param coveredEntity {@code affectedId} of the covered entity, or the incident's id for the people of this entity
     */
    @Schema(name = "NoticePlanChoice")
    public record Choice(
            @NotNull UUID coveredEntity, @NotNull @Valid By by) {}

    /**
     * Who gives notices.
     *
     * @param id absent for this entity; {@code affectedId} of a covered entity, {@code associateId} of a business associate
     */
    @Schema(name = "NoticePlanSender")
    public record By(@NotNull SenderKind kind, UUID id) {}

    /**
     * People who belong to each of these covered entities and to no other.
     *
     * @param between two of them or more, as in {@code coveredEntity}
     * @param by needed where these covered entities have different senders
     */
    @Schema(name = "NoticePlanSharedPeople")
    public record SharedPeople(
            @NotNull @Size(min = 2, max = 500) Set<@NotNull UUID> between,
            @Min(1) @Max(330_000_000) long individuals,
            @Valid By by) {}
}
