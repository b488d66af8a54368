package org.candor.breach.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.candor.breach.obligations.FactsView.KnowledgeView;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A candidate for the day of discovery.
 *
 * @param knowledge who knew, and when
 * @param how how it was learned; may hold health information
 * @param replaces key of an entry that this one corrects; both are kept
 */
@Schema(name = "KnowledgeRecord")
public record KnowledgeRequest(
        @NotNull @Schema(implementation = KnowledgeView.class)
        JsonNode knowledge,

        @Valid @CleanText(max = 2_000) PersonalText how,
        @Size(max = 100) String replaces) {}
