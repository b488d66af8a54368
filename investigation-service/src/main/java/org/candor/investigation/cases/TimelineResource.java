package org.candor.investigation.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CasePhase;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.investigation.timeline.PhasePicture;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that happened in a case, in order. */
@Path("/cases/{incidentId}")
@Tag(name = "timeline")
class TimelineResource {

    private final CaseWork work;
    private final Cases cases;
    private final CaseViews views;
    private final IncidentVault vault;
    private final AccessLog accessLog;

    TimelineResource(CaseWork work, Cases cases, CaseViews views, IncidentVault vault, AccessLog accessLog) {
        this.work = work;
        this.cases = cases;
        this.views = views;
        this.vault = vault;
        this.accessLog = accessLog;
    }

    @Schema(name = "Timeline")
    record TimelineView(UUID incidentId, List<PhasePart> phases, List<EntryPart> entries) {}

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
            PersonalText reason) {}

    @GET
    @Path("/timeline")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "readTimeline", summary = "What happened, in order")
    public Uni<TimelineView> timeline(@PathParam("incidentId") UUID incidentId) {
        return Transactions.run(() -> work.openForReading(incidentId)
                .call(() -> accessLog.read("read-timeline", incidentId))
                .chain(() -> cases.phases(incidentId))
                .chain(phases -> cases.timeline(incidentId)
                        .chain(entries ->
                                vault.open(incidentId).map(cipher -> view(incidentId, phases, entries, cipher)))));
    }

    @GET
    @Path("/timeline.svg")
    @Produces("image/svg+xml")
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel", "auditor"})
    @Operation(operationId = "drawTimeline", summary = "The phases as bars, with the same facts as text")
    public Uni<String> picture(@PathParam("incidentId") UUID incidentId) {
        return Transactions.run(() -> work.openForReading(incidentId)
                .call(() -> accessLog.read("read-timeline", incidentId))
                .chain(opened -> cases.phases(incidentId)
                        .map(phases -> PhasePicture.svg(
                                phases.stream().map(TimelineResource::span).toList(), zone(opened), work.now()))));
    }

    private TimelineView view(
            UUID incidentId, List<PhaseRow> phases, List<TimelineRow> entries, IncidentCipher cipher) {
        return new TimelineView(
                incidentId,
                phases.stream()
                        .map(row -> new PhasePart(row.phase, row.round, row.startedAt, row.endedAt))
                        .toList(),
                entries.stream().map(row -> entry(row, cipher)).toList());
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

    private static PhasePicture.Span span(PhaseRow row) {
        return new PhasePicture.Span(row.phase, row.startedAt, Optional.ofNullable(row.endedAt));
    }

    private static ZoneId zone(CaseWork.Opened opened) {
        return opened.acting().entity().map(LegalEntity::zone).orElse(ZoneOffset.UTC);
    }
}
