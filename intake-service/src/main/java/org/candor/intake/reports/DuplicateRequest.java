package org.candor.intake.reports;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an officer decides of two reports that look alike. */
@Schema(name = "DuplicateRequest")
public record DuplicateRequest(@NotNull Decision decision) {

    /** LINKED: they tell of the same. KEPT_APART: they do not. */
    public enum Decision {
        LINKED,
        KEPT_APART
    }
}
