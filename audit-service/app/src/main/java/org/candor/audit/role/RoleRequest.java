package org.candor.audit.role;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role of the inventory. */
@Schema(name = "AccessRoleRequest")
public record RoleRequest(
        @NotNull @Pattern(regexp = DutyRequest.ENTITY) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull @Pattern(regexp = DutyRequest.CODE) @Schema(examples = "Billing clerk")
        String code,

        @NotNull @Valid Inventory inventory) {

    /** What the role gives; a change is a new version. */
    @Schema(name = "AccessInventory")
    public record Inventory(
            @NotNull @CleanText(max = 1000) @Schema(description = "What data", examples = "Claims and their payments")
            String what,

            @NotNull
            @CleanText(max = 1000)
            @Schema(description = "Where it is", examples = "Billing system, paper file B")
            String place,

            @NotNull @CleanText(max = 1000) @Schema(description = "How it is used", examples = "Read and corrected")
            String how,

            @NotNull @CleanText(max = 1000) @Schema(description = "Why", examples = "To bill and to answer payers")
            String why,

            @NotNull
            @CleanText(max = 1000)
            @Schema(description = "Who may see it, by office", examples = "Clerks of the billing office")
            String who) {}
}
