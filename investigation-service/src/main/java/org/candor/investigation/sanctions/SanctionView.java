package org.candor.investigation.sanctions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.investigation.sanctions.decision.Concerned;
import org.candor.investigation.sanctions.decision.Conduct;
import org.candor.investigation.sanctions.decision.Measure;
import org.candor.investigation.sanctions.decision.Relation;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sanction record as its readers see it. */
@Schema(name = "SanctionRecord")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SanctionView(
        UUID incidentId,
        String openedBy,
        Instant openedAt,
        List<String> readers,
        List<PersonPart> persons,
        List<NotePart> notes,
        Instant concludedAt) {

    @Schema(name = "SanctionPerson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonPart(
            UUID id,
            PersonalText name,
            PersonalText position,

            @Schema(description = "True when it was said that he has no account here")
            boolean hasNoAccount,

            Relation relation,
            Conduct conduct,
            Conduct.Intent intent,
            boolean refusesToCooperate,
            Concerned.Hearing statement,
            Instant statementAt,

            @Schema(description = "True when no sanction is lawful (45 CFR 164.530(e)(1)); absent until checked")
            Boolean protectedAct,

            @Schema(description = "What the policy's words propose; never applied by itself")
            Measure proposedByPolicy,

            Measure proposal,
            String proposedBy,
            Measure ruling,
            String ruledBy,
            Instant ruledAt,

            @Schema(description = "What has to be there before a sanction can be decided")
            List<String> missing) {}

    @Schema(name = "SanctionNote")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NotePart(
            UUID id,
            String kind,
            UUID personId,
            Instant happenedAt,
            String writtenBy,
            Instant writtenAt,
            PersonalText text) {}
}
