package org.candor.intake.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A helper as an officer designates him. */
@Schema(name = "DelegateRequest")
public record DelegateRequest(
        @NotNull @CleanText(max = 63) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull @CleanText(max = 100) @Schema(examples = "Complaints of the health department")
        String area,

        @Schema(description = "Whom he helps: PRIVACY_OFFICER unless said, or SECURITY_OFFICER")
        OfficerRole role,

        @Size(max = 20)
        @Schema(
                description =
                        "Reports of these kinds go to him as well as to that officer; leave out for the record only",
                examples = "[\"COMPLAINT\"]")
        List<@NotNull ReportKind> kinds,

        @NotNull @CleanText(max = 100) @Schema(description = "The identity provider's subject of the person")
        String person,

        @NotNull @CleanText(max = 200) @Schema(examples = "Noor Castellane")
        String displayName,

        @NotNull @Email @CleanText(max = 200) @Schema(examples = "noor.castellane@larkspurfalls.example")
        String mailbox,

        @NotNull @Schema(description = "First day") LocalDate from) {

    /** Helpers are designated by the officers to whom reports go (policy I.B.1.c, I.C.1). */
    OfficerRole helped() {
        OfficerRole helped = role == null ? OfficerRole.PRIVACY_OFFICER : role;
        if (helped != OfficerRole.PRIVACY_OFFICER && helped != OfficerRole.SECURITY_OFFICER) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/role", "PRIVACY_OFFICER or SECURITY_OFFICER");
        }
        return helped;
    }

    List<ReportKind> kindsOrNone() {
        return kinds == null ? List.of() : kinds;
    }

    /** The last day of a designation. */
    @Schema(name = "DelegateEndRequest")
    public record EndRequest(@NotNull LocalDate until) {}
}
