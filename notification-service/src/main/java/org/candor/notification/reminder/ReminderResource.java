package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.candor.kit.errors.Languages;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Reminders and the programme that promotes reporting: drafted by one officer, approved by another, read and confirmed by staff. */
@Path("/reminders")
@Tag(name = "reminders")
public class ReminderResource {

    private final ReminderDesk desk;
    private final ReaderDesk readers;

    ReminderResource(ReminderDesk desk, ReaderDesk readers) {
        this.desk = desk;
        this.readers = readers;
    }

    @GET
    @RolesAllowed({"security-officer", "privacy-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listReminders",
            summary = "Reminders of the entities that the caller may see, oldest first")
    public Uni<Page<ReminderView>> page(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(cursor, limit);
    }

    @POST
    @RolesAllowed({"security-officer", "privacy-officer"})
    @Operation(operationId = "draftReminder", summary = "Draft a reminder in English and Spanish")
    public Uni<RestResponse<ReminderView>> draft(
            @NotNull @Valid ReminderRequest request, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return desk.draft(request, idempotencyKey)
                .map(made -> ResponseBuilder.<ReminderView>created(
                                URI.create("/notification/reminders/" + made.reminderId()))
                        .entity(made)
                        .header(HttpHeaders.ETAG, EntityTags.of(made.version()))
                        .build());
    }

    @GET
    @Path("/kinds")
    @RolesAllowed({"security-officer", "privacy-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listReminderKinds",
            summary = "What reminders are for, with citation, suggested interval and the words of their mails")
    public ReminderKinds kinds() {
        return ReminderKinds.READ;
    }

    @GET
    @Path("/{reminderId}")
    @RolesAllowed({"security-officer", "privacy-officer", "administrator", "auditor"})
    @Operation(operationId = "getReminder", summary = "A reminder")
    public Uni<RestResponse<ReminderView>> get(@PathParam("reminderId") UUID reminderId) {
        return desk.get(reminderId).map(ReminderResource::tagged);
    }

    @PUT
    @Path("/{reminderId}")
    @RolesAllowed({"security-officer", "privacy-officer"})
    @Operation(operationId = "changeReminder", summary = "Change a draft; whoever changes it becomes its author")
    public Uni<RestResponse<ReminderView>> change(
            @PathParam("reminderId") UUID reminderId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReminderRequest request) {
        return desk.change(reminderId, ifMatch, request).map(ReminderResource::tagged);
    }

    @POST
    @Path("/{reminderId}/approval")
    @RolesAllowed({"security-officer", "privacy-officer"})
    @Operation(
            operationId = "approveReminder",
            summary = "Approve it, as another officer than its author; it is then frozen")
    public Uni<RestResponse<ReminderView>> approve(
            @PathParam("reminderId") UUID reminderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.approve(reminderId, ifMatch).map(ReminderResource::tagged);
    }

    @POST
    @Path("/{reminderId}/end")
    @RolesAllowed({"security-officer", "privacy-officer"})
    @Operation(operationId = "endReminder", summary = "Issue it no more; receipts are kept")
    public Uni<RestResponse<ReminderView>> end(
            @PathParam("reminderId") UUID reminderId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.end(reminderId, ifMatch).map(ReminderResource::tagged);
    }

    @GET
    @Path("/{reminderId}/issues")
    @RolesAllowed({"security-officer", "privacy-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listReminderIssues",
            summary = "Its issues, the last first: how many have read each, and how many have not")
    public Uni<Page<ReminderView.Issue>> issues(
            @PathParam("reminderId") UUID reminderId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.issues(reminderId, cursor, limit);
    }

    @GET
    @Path("/issues/{issueId}/readers")
    @RolesAllowed({"security-officer", "privacy-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listIssueReaders",
            summary =
                    "Who is expected to read an issue, by subject: who has confirmed, who is missing; reading is recorded")
    public Uni<Page<ReaderView>> readers(
            @PathParam("issueId") UUID issueId,
            @QueryParam("state") @Pattern(regexp = "missing|confirmed") @Parameter(description = "Absent: both")
                    String state,
            @QueryParam("department") @Size(max = 100) String department,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return readers.ofIssue(issueId, state, department, cursor, limit);
    }

    @GET
    @Path("/mine")
    @RolesAllowed({
        "workforce",
        "manager",
        "investigator",
        "privacy-officer",
        "security-officer",
        "administrator",
        "counsel",
        "auditor",
        "operator"
    })
    @Operation(operationId = "listMyReminders", summary = "Reminders to the caller in his language, unread first")
    public Uni<Page<ReminderView.ToRead>> mine(@Context HttpHeaders headers) {
        boolean spanish = Languages.of(headers).getLanguage().equals("es");
        return desk.mine(spanish).map(all -> new Page<>(all, null));
    }

    @POST
    @Path("/issues/{issueId}/receipt")
    @RolesAllowed({
        "workforce",
        "manager",
        "investigator",
        "privacy-officer",
        "security-officer",
        "administrator",
        "counsel",
        "auditor",
        "operator"
    })
    @Operation(operationId = "confirmReminder", summary = "The caller has read it; the first time counts")
    public Uni<Void> read(@PathParam("issueId") UUID issueId) {
        return desk.read(issueId);
    }

    private static RestResponse<ReminderView> tagged(ReminderView reminder) {
        return ResponseBuilder.ok(reminder)
                .header(HttpHeaders.ETAG, EntityTags.of(reminder.version()))
                .build();
    }
}
