package org.candor.investigation.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CasePhase;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.investigation.timeline.Deadlines;
import org.candor.investigation.timeline.Deadlines.Deadline;
import org.candor.investigation.timeline.PhasePicture;
import org.candor.investigation.timeline.TimelineSheet;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that happened in a case, in order. */
@Path("/cases/{incidentId}")
@Tag(name = "timeline")
class TimelineResource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yy", Locale.US);

    private final CaseWork work;
    private final Cases cases;
    private final CaseViews views;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Deadlines deadlines;
    private final CaseFilePrint print;
    private final Narrowing narrowing;

    TimelineResource(
            CaseWork work,
            Cases cases,
            CaseViews views,
            IncidentVault vault,
            AccessLog accessLog,
            Deadlines deadlines,
            CaseFilePrint print,
            Narrowing narrowing) {
        this.work = work;
        this.cases = cases;
        this.views = views;
        this.vault = vault;
        this.accessLog = accessLog;
        this.deadlines = deadlines;
        this.print = print;
        this.narrowing = narrowing;
    }

    @Schema(name = "Timeline")
    record TimelineView(
            UUID incidentId, List<PhasePart> phases, List<DeadlinePart> deadlines, List<EntryPart> entries) {}

    @Schema(name = "TimelineDeadline")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadlinePart(
            UUID id,
            @Schema(examples = "COMPLAINT_ANSWER") String kind,
            String title,
            LocalDate dueOn,
            Instant dueAt,
            LocalDate metOn,
            boolean cancelled) {}

    @Schema(name = "PhaseSpan")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PhasePart(CasePhase phase, int round, Instant startedAt, Instant endedAt) {}

    /** @param reference what it was about: a step, a form, an id */
    @Schema(name = "TimelineEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryPart(
            Instant at,
            @Schema(examples = "safe-to-continue-decided") String kind,
            CasePhase phase,
            int round,
            String actor,
            String reference,
            PersonalText reason) {

        EntryPart withoutWords() {
            return new EntryPart(at, kind, phase, round, actor, reference, null);
        }
    }

    @GET
    @Path("/timeline")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readTimeline", summary = "What happened, in order; phases and deadlines beside it")
    @APIResponse(responseCode = "200", description = "The entries that the filter takes")
    public Uni<TimelineView> timeline(@PathParam("incidentId") UUID incidentId, @BeanParam TimelineFilter filter) {
        return Transactions.run(() -> work.openForReading(incidentId)
                .call(() -> accessLog.read("read-timeline", incidentId))
                .chain(() -> cases.phases(incidentId))
                .chain(phases -> deadlines
                        .of(incidentId)
                        .chain(marks -> entries(incidentId, filter)
                                .map(entries -> new TimelineView(
                                        incidentId,
                                        phases.stream()
                                                .map(TimelineResource::phase)
                                                .toList(),
                                        marks.stream()
                                                .map(TimelineResource::deadline)
                                                .toList(),
                                        entries)))));
    }

    @GET
    @Path("/timeline.csv")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "exportTimeline", summary = "The same entries as CSV")
    public Uni<String> sheet(@PathParam("incidentId") UUID incidentId, @BeanParam TimelineFilter filter) {
        return Transactions.run(() -> work.openForReading(incidentId)
                .call(() -> accessLog.read("export-timeline", incidentId))
                .chain(() -> entries(incidentId, filter))
                .map(entries -> TimelineSheet.csv(
                        entries.stream().map(TimelineResource::cells).toList())));
    }

    @GET
    @Path("/timeline.svg")
    @Produces("image/svg+xml")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(
            operationId = "drawTimeline",
            summary = "The phases as bars and the deadlines as marks, with the same facts as text")
    public Uni<String> picture(@PathParam("incidentId") UUID incidentId) {
        return Transactions.run(() -> work.openForReading(incidentId)
                .call(() -> accessLog.read("read-timeline", incidentId))
                .chain(opened -> cases.phases(incidentId)
                        .chain(phases -> deadlines
                                .of(incidentId)
                                .map(marks -> PhasePicture.svg(
                                        phases.stream()
                                                .map(TimelineResource::span)
                                                .toList(),
                                        marks.stream()
                                                .map(one -> mark(one, zone(opened)))
                                                .toList(),
                                        zone(opened),
                                        work.now())))));
    }

    @GET
    @Path("/case-file.pdf")
    @Produces("application/pdf")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "printCaseFile", summary = "The whole case as an accessible PDF")
    @APIResponse(responseCode = "200", description = "With phi=true also what people wrote; that printing is on record")
    @APIResponse(responseCode = "403", description = "phi=true is not for an auditor")
    public Uni<byte[]> caseFile(
            @PathParam("incidentId") UUID incidentId, @QueryParam("phi") @DefaultValue("false") boolean phi) {
        if (phi) {
            narrowing.requireWords();
        }
        return print.pdf(incidentId, phi);
    }

    private Uni<List<EntryPart>> entries(UUID incidentId, TimelineFilter filter) {
        return cases.timeline(incidentId)
                .chain(rows -> vault.open(incidentId)
                        .map(cipher -> rows.stream()
                                .filter(filter::takes)
                                .map(row -> narrowing.of(entry(row, cipher), EntryPart::withoutWords))
                                .toList()));
    }

    private EntryPart entry(TimelineRow row, IncidentCipher cipher) {
        return new EntryPart(
                row.at,
                row.kind,
                row.phase,
                row.round,
                row.actor,
                row.reference,
                row.words == null
                        ? null
                        : views.read(cipher, "timeline_entry.words", row.id, row.words, Words.Reason.class)
                                .reason());
    }

    private static TimelineSheet.Row cells(EntryPart entry) {
        return new TimelineSheet.Row(
                entry.at(),
                entry.kind(),
                entry.phase().name(),
                entry.round(),
                entry.actor(),
                entry.reference(),
                entry.reason() == null ? "" : entry.reason().value());
    }

    private static PhasePart phase(PhaseRow row) {
        return new PhasePart(row.phase, row.round, row.startedAt, row.endedAt);
    }

    private static DeadlinePart deadline(Deadline one) {
        return new DeadlinePart(
                one.id(),
                one.kind(),
                one.title(),
                one.dueOn().orElse(null),
                one.dueAt().orElse(null),
                one.metOn().orElse(null),
                one.cancelled());
    }

    private static PhasePicture.Mark mark(Deadline one, ZoneId zone) {
        Instant due = one.dueAt().orElseGet(() -> PhasePicture.endOf(one.dueOn().orElseThrow(), zone));
        boolean open = one.metOn().isEmpty() && !one.cancelled();
        String state = open
                ? "open"
                : one.cancelled()
                        ? "cancelled"
                        : "met " + DAY.format(one.metOn().orElseThrow());
        return new PhasePicture.Mark(one.title(), due, state, open);
    }

    private static PhasePicture.Span span(PhaseRow row) {
        return new PhasePicture.Span(row.phase, row.startedAt, Optional.ofNullable(row.endedAt));
    }

    private static ZoneId zone(CaseWork.Opened opened) {
        return opened.acting().entity().map(LegalEntity::zone).orElse(ZoneOffset.UTC);
    }
}
