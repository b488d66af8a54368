package org.candor.audit.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A duty to enter. What is left out is as the kind has it. */
@Schema(name = "DutyRequest")
public record DutyRequest(
        @NotNull @Pattern(regexp = DutyRequest.ENTITY) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") @Schema(examples = "SAFEGUARD_ASSESSMENT")
        String kind,

        @NotNull
        @Pattern(regexp = DutyRequest.CODE)
        @Schema(
                description =
                        "What it is about, by the organisation's own code; never the name of a person or words about one",
                examples = "Clinic East")
        String subject,

        @Pattern(regexp = DutyRequest.CODE) @Schema(nullable = true, examples = "Clinic East")
        String department,

        @Schema(nullable = true, description = "Whom the deadline board alerts; without it the kind's")
        OfficerRole role,

        @Pattern(regexp = DutyRequest.PERSON)
        @Schema(nullable = true, description = "Who does it, by the token's subject")
        String person,

        @Pattern(regexp = DutyRequest.PERSON)
        @Schema(
                nullable = true,
                description = "Of a case: against whom it is, by the token's subject; he never finds it. Else nobody")
        String against,

        @Schema(
                nullable = true,
                description = "Of a cost: the incident that it comes from; who may not see that does not find the duty")
        UUID incidentId,

        @Valid @Schema(nullable = true, description = "Of a cost: how much is asked for")
        Money cost,

        @Schema(nullable = true, description = "The last day in time; without it as soon as the kind says")
        LocalDate dueOn,

        @Pattern(regexp = "P(?=[0-9])([0-9]{1,2}Y)?([0-9]{1,3}M)?([0-9]{1,3}D)?")
        @Schema(
                nullable = true,
                description =
                        "ISO 8601 period in calendar units, no longer than the kind's; months as in 31 August, 28 February",
                examples = "P6M")
        String every,

        @CleanText(max = 2000)
        @Schema(
                implementation = String.class,
                nullable = true,
                description = "Scope or what else is to be known; kept sealed")
        PersonalText note) {

    /** A code of the organisation: a department, a place, a policy, a role. */
    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9 ._&/-]{0,59}";

    /** A token's subject. */
    public static final String PERSON = "[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}";

    /** The id of a legal entity. */
    public static final String ENTITY = "[a-z0-9-]{1,100}";
}
