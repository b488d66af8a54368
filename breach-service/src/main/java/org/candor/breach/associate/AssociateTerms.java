package org.candor.breach.associate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.candor.breach.obligations.Columns;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What its contract says.
 *
 * @param agent whether it acts as an agent under the federal common law of agency, so that its knowledge is the entity's
 * @param contractDays days within which it must tell of a breach; absent where the contract names none
 * @param templateVersion version of the organisation's own template; absent where another text was signed
 * @param reportsEveryUse whether it must report every unauthorised use, not only breaches (policy III.A.4.c)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BusinessAssociateTerms", examples = """
        {"name": "Copper Kettle Billing", "agent": false, "contractDays": 5, "templateVersion": "2024-1",
         "reportsEveryUse": true, "contractFrom": "2024-01-01"}
        """)
public record AssociateTerms(
        @NotNull @CleanText(max = 200) String name,
        @NotNull Boolean agent,
        @Min(0) @Max(3_660) Integer contractDays,
        @CleanText(max = 40) String templateVersion,
        @NotNull Boolean reportsEveryUse,
        @NotNull LocalDate contractFrom,
        LocalDate contractUntil) {

    /** Reads them from that column on. */
    static AssociateTerms of(Object[] row, int from) {
        return new AssociateTerms(
                (String) row[from],
                (Boolean) row[from + 1],
                row[from + 2] == null ? null : ((Number) row[from + 2]).intValue(),
                (String) row[from + 3],
                (Boolean) row[from + 4],
                Columns.day(row[from + 5]),
                Columns.day(row[from + 6]));
    }

    @AssertTrue(message = "contractUntil must not lie before contractFrom")
    @Schema(hidden = true)
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isOneTime() {
        return contractFrom == null || contractUntil == null || !contractUntil.isBefore(contractFrom);
    }
}
