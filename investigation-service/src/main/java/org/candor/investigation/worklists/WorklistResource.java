package org.candor.investigation.worklists;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.investigation.worklists.WorklistViews.ApprovalPart;
import org.candor.investigation.worklists.WorklistViews.CasePart;
import org.candor.investigation.worklists.WorklistViews.OverduePart;
import org.candor.investigation.worklists.WorklistViews.PhaseCount;
import org.candor.investigation.worklists.WorklistViews.SearchRequest;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for whom. */
@Path("/worklists")
@Tag(name = "worklists")
class WorklistResource {

    private final Worklists worklists;
    private final AccessLog accessLog;

    WorklistResource(Worklists worklists, AccessLog accessLog) {
        this.worklists = worklists;
        this.accessLog = accessLog;
    }

    @GET
    @Path("/mine")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel"})
    @Operation(operationId = "listMyCases", summary = "Open cases in which the caller is in charge or assigned")
    public Uni<Page<CasePart>> mine(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return page("list-my-cases", limit, () -> worklists.mine(after, limit));
    }

    @GET
    @Path("/team")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel"})
    @Operation(
            operationId = "listTeamCases",
            summary = "Open cases on which somebody of the caller's response team is assigned")
    public Uni<Page<CasePart>> team(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return page("list-team-cases", limit, () -> worklists.team(after, limit));
    }

    /** A request of its own kind, since what people type may be a name, and addresses are logged on the way. */
    @POST
    @Path("/search")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "searchCases",
            summary = "Cases by id, code, step, or title of a deadline; what people wrote is sealed and not searched")
    public Uni<Page<CasePart>> search(
            @NotNull @Valid SearchRequest request,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return page("search-cases", limit, () -> worklists.search(request.q(), after, limit));
    }

    @GET
    @Path("/drills")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "auditor"})
    @Operation(operationId = "listDrills", summary = "The log of exercises, newest first (policy I.A.2)")
    public Uni<Page<CasePart>> drills(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<Cursor> after = Cursor.decode(cursor);
        return page("list-drills", limit, () -> worklists.drills(after, limit));
    }

    @GET
    @Path("/overdue")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "listOverdue", summary = "Duties whose day or hour has passed, longest first; at most 500")
    public Uni<List<OverduePart>> overdue() {
        return recorded("list-overdue", worklists::overdue, OverduePart::incidentId);
    }

    @GET
    @Path("/approvals")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "listApprovals",
            summary = "What waits for the caller's decision or signature, longest first; at most 500")
    public Uni<List<ApprovalPart>> approvals() {
        return recorded("list-approvals", worklists::approvals, ApprovalPart::incidentId);
    }

    @GET
    @Path("/counts")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "countCases", summary = "Cases by phase, and the median time of each phase")
    public Uni<List<PhaseCount>> counts() {
        return Transactions.run(() -> worklists.counts().call(() -> accessLog.list("count-cases", "", List.of())));
    }

    private interface Work<T> {
        Uni<List<T>> run();
    }

    private Uni<Page<CasePart>> page(String action, int limit, Work<CasePart> work) {
        return Transactions.run(() -> work.run()
                .map(rows -> Page.of(rows, limit, row -> row, row -> new Cursor(row.openedAt(), row.incidentId())))
                .call(page -> accessLog.list(
                        action,
                        "",
                        page.items().stream().map(CasePart::incidentId).toList())));
    }

    private <T> Uni<List<T>> recorded(String action, Work<T> work, Function<T, UUID> incident) {
        return Transactions.run(() -> work.run()
                .call(rows -> accessLog.list(
                        action, "", rows.stream().map(incident).distinct().toList())));
    }
}
