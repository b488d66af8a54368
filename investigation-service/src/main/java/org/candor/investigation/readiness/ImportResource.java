package org.candor.investigation.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.candor.kit.data.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists that an organisation comes with. */
@Path("/readiness/imports")
@Tag(name = "readiness")
class ImportResource {

    private final ImportDesk desk;

    ImportResource(ImportDesk desk) {
        this.desk = desk;
    }

    /** What becomes, or in a dry run would become, of a row. */
    enum Result {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    @Schema(name = "ImportedRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowPart(
            @Schema(description = "In the file; the header is line 1", examples = "2")
            long line,

            Result result,

            @Schema(description = "Why it was refused", examples = "NO_ISO_DAY")
            String code,

            @Schema(description = "Where", examples = "joined_on")
            String column) {}

    @Schema(name = "ImportResult")
    record ImportView(boolean dryRun, long added, long changed, long unchanged, long refused, List<RowPart> rows) {

        static ImportView of(boolean dryRun, List<RowPart> rows) {
            return new ImportView(
                    dryRun,
                    count(rows, Result.ADDED),
                    count(rows, Result.CHANGED),
                    count(rows, Result.UNCHANGED),
                    count(rows, Result.REFUSED),
                    rows);
        }

        private static long count(List<RowPart> rows, Result wanted) {
            return rows.stream().filter(row -> row.result() == wanted).count();
        }
    }

    @POST
    @Path("/people")
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importWorkforce",
            summary = "Take in a list of the workforce; without dryRun=false it is only checked",
            description =
                    "CSV in UTF-8 with the columns person (subject at the identity provider), department, role, joined_on"
                            + " and, if wanted, left_on (ISO days); at most 5000 rows. Rows that are right are taken, the others are named by"
                            + " line and column. The same list again changes nothing; who is not in it stays as he is.")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "two people", value = """
                                                    person,department,role,joined_on,left_on
                                                    019cb452-04c0-790c-8c7d-7247342cd811,Utilities,workforce,2026-03-01,
                                                    019cb452-04c0-790c-8c7d-7247342cd812,Clinic,manager,2019-05-13,
                                                    """)))
    @APIResponse(responseCode = "422", description = "UNREADABLE_LIST")
    public Uni<ImportView> people(
            @QueryParam("entityId") @NotNull String entityId,
            @QueryParam("dryRun") @DefaultValue("true") @Schema(implementation = Boolean.class) String dryRun,
            @NotNull byte[] file) {
        return Transactions.run(() -> desk.people(entityId, file, isDry(dryRun)));
    }

    @POST
    @Path("/trainings")
    @Consumes("text/csv")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "importTrainings",
            summary = "Take in completed courses; without dryRun=false the list is only checked",
            description =
                    "CSV in UTF-8 with the columns person, course (code of the catalogue), completed_on and, if wanted,"
                            + " valid_until (ISO days) and evidence (where the proof is found); at most 5000 rows. Nobody vouches for himself:"
                            + " a row about the caller is refused. The same list again changes nothing.")
    @RequestBody(
            content = @Content(mediaType = "text/csv", examples = @ExampleObject(name = "two courses", value = """
                                                    person,course,completed_on,valid_until,evidence
                                                    019cb452-04c0-790c-8c7d-7247342cd811,PRIVACY,2026-03-12,,LMS-2026-0412
                                                    019cb452-04c0-790c-8c7d-7247342cd812,SECURITY,2026-02-02,2027-02-01,
                                                    """)))
    @APIResponse(responseCode = "422", description = "UNREADABLE_LIST")
    public Uni<ImportView> trainings(
            @QueryParam("entityId") @NotNull String entityId,
            @QueryParam("dryRun") @DefaultValue("true") @Schema(implementation = Boolean.class) String dryRun,
            @NotNull byte[] file) {
        return Transactions.run(() -> desk.trainings(entityId, file, isDry(dryRun)));
    }

    /** Only the word false takes a list in; what was mistyped does not. */
    private static boolean isDry(String dryRun) {
        return !dryRun.equals("false");
    }
}
