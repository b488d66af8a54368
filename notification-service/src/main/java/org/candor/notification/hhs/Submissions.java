package org.candor.notification.hhs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.NoticeEvent.HhsSubmitted;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.hhs.SubmissionRequest.Kind;
import org.candor.notification.hhs.WorksheetView.SubmissionView;

/** Records what was typed into the portal, and keeps the worksheet as it read then. */
@ApplicationScoped
class Submissions {

    private static final String ADD = """
            insert into hhs_submission (id, incident_id, report, kind, track, tracking_number, previous_tracking_number,
                                        submitted_on, complete, worksheet, sha256, recorded_at, recorded_by)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            on conflict do nothing
            """;

    private record Kept(boolean complete, byte[] worksheet, byte[] sha256) {}

    private final Worksheets worksheets;
    private final SubmissionRows rows;
    private final CampaignDesk desk;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Workers workers;
    private final Keeping keeping;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    Submissions(
            Worksheets worksheets,
            SubmissionRows rows,
            CampaignDesk desk,
            Outbox outbox,
            Idempotency idempotency,
            Workers workers,
            Keeping keeping,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.worksheets = worksheets;
        this.rows = rows;
        this.desk = desk;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.workers = workers;
        this.keeping = keeping;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<SubmissionView> submit(UUID incidentId, SubmissionRequest request, String retryKey) {
        if (request.kind() == Kind.ADDENDUM && request.previousTrackingNumber() == null) {
            throw new Problem(CommonProblem.INVALID_FIELD)
                    .field("/previousTrackingNumber", "an addendum names the report that it corrects");
        }
        return worksheets
                .filled(incidentId, request.report())
                .chain(sheet -> workers.run(() -> kept(sheet)))
                .chain(kept -> Transactions.run(() -> desk.toChange(incidentId)
                        .chain(campaign -> idempotency.once(
                                "submit-hhs-" + incidentId,
                                retryKey,
                                request,
                                SubmissionView.class,
                                () -> submit(campaign, request, kept)))));
    }

    Uni<byte[]> worksheet(UUID incidentId, UUID submissionId) {
        return Transactions.run(() ->
                desk.read(incidentId, "read-hhs-worksheet").chain(() -> rows.worksheet(incidentId, submissionId)));
    }

    private Uni<SubmissionView> submit(CampaignRow campaign, SubmissionRequest request, Kept kept) {
        return request.kind() == Kind.INITIAL
                ? fulfil(campaign, request).chain(() -> add(campaign, request, kept))
                : mustCorrect(campaign, request).chain(() -> add(campaign, request, kept));
    }

    private Uni<CampaignRow> fulfil(CampaignRow campaign, SubmissionRequest request) {
        Command.Fulfil command = new Command.Fulfil(
                Set.of(request.report().duty()), Optional.empty(), Optional.empty(), request.submittedOn());
        return desk.apply(campaign, command, caller.subject());
    }

    /** An addendum corrects a report of the same kind that was recorded before. */
    private Uni<Void> mustCorrect(CampaignRow campaign, SubmissionRequest request) {
        if (request.submittedOn().isAfter(desk.today(campaign))) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/submittedOn", "not after today");
        }
        return rows.of(campaign.incidentId(), request.report())
                .invoke(earlier -> {
                    if (earlier.stream()
                            .noneMatch(one -> one.trackingNumber().equals(request.previousTrackingNumber()))) {
                        throw new Problem(NotificationProblem.NO_EARLIER_REPORT)
                                .field("/previousTrackingNumber", "no report with that number is recorded");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<SubmissionView> add(CampaignRow campaign, SubmissionRequest request, Kept kept) {
        UUID id = ids.next();
        String actor = caller.subject();
        String track = campaign.campaign().duties().list().stream()
                .filter(duty -> duty.kind() == request.report().duty())
                .map(Duty::track)
                .findFirst()
                .orElse("");
        String previous = request.previousTrackingNumber() == null ? "" : request.previousTrackingNumber();
        LocalDate on = request.submittedOn();
        String hash = HexFormat.of().formatHex(kept.sha256());
        return Sql.update(
                        ADD,
                        id,
                        campaign.incidentId(),
                        request.report().name(),
                        request.kind().name(),
                        track,
                        request.trackingNumber(),
                        previous,
                        on,
                        kept.complete(),
                        kept.worksheet(),
                        kept.sha256(),
                        clock.instant(),
                        actor)
                .invoke(added -> {
                    if (added == 0) {
                        throw new Problem(NotificationProblem.ALREADY_DONE);
                    }
                })
                .chain(() -> outbox.publish(
                        Topic.NOTICE,
                        new HhsSubmitted(
                                campaign.incidentId(),
                                track,
                                request.trackingNumber(),
                                on,
                                request.report().name(),
                                hash),
                        campaign.origin(actor)))
                .chain(() -> keeping.handOver(frozen(campaign, request, id, kept), campaign.origin(actor)))
                .replaceWith(new SubmissionView(
                        id,
                        request.kind(),
                        track,
                        request.trackingNumber(),
                        previous.isEmpty() ? null : previous,
                        on,
                        kept.complete(),
                        hash));
    }

    private FrozenDocument frozen(CampaignRow campaign, SubmissionRequest request, UUID id, Kept kept) {
        return new FrozenDocument(
                campaign.incidentId(),
                "HHS_WORKSHEET",
                request.report().name() + "-" + request.kind().name() + "-" + id,
                "application/pdf",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                kept.worksheet());
    }

    private static Kept kept(Worksheets.Sheet sheet) {
        byte[] pdf = WorksheetLayout.pdf(sheet.view());
        return new Kept(sheet.view().complete(), pdf, Hashes.sha256(pdf));
    }
}
