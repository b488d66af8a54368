package org.candor.breach.assessment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An officer's word that a duty was done, where no other service tells it. */
@Schema(name = "Completion")
public record CompletionRequest(@NotNull LocalDate completedOn) {}
