package org.candor.notification.hhs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.NoticeEvent.HhsSubmitted;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;
import org.candor.notification.NotificationProblem;
import org.candor.notification.Workers;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.campaign.decision.Duties;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;
import org.candor.notification.document.NoticeMarkup;
import org.candor.notification.roster.RosterCounts;

/** Fills the worksheet from what is known, keeps the officer's answers, records what was submitted. */
@ApplicationScoped
class Worksheets {

    /** The sheet with the version that the next PUT must name. */
    record Sheet(WorksheetView view, long version) {}

    private record Stored(Answers answers, long version) {}

    private final Portal portal = Portal.read();
    private final CampaignDesk desk;
    private final Directory directory;
    private final RosterCounts counts;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Workers workers;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    Worksheets(
            CampaignDesk desk,
            Directory directory,
            RosterCounts counts,
            Outbox outbox,
            Idempotency idempotency,
            Workers workers,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.directory = directory;
        this.counts = counts;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.workers = workers;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Sheet> get(UUID incidentId) {
        return Transactions.read(() -> desk.visible(incidentId).chain(this::sheet));
    }

    Uni<byte[]> pdf(UUID incidentId) {
        return get(incidentId).chain(sheet -> workers.run(() -> WorksheetLayout.pdf(sheet.view())));
    }

    Uni<Sheet> put(UUID incidentId, Map<String, List<String>> answers, String ifMatch) {
        Answers given = new Answers(answers);
        List<String> wrong = given.wrong(portal);
        if (!wrong.isEmpty()) {
            Problem problem = new Problem(NotificationProblem.UNKNOWN_ANSWER);
            // Only ids of the portal are given back; a made-up one is named as such.
            wrong.forEach(id -> problem.field(
                    portal.field(id).map(field -> "/" + field.id()).orElse("/"), "the portal does not take this"));
            throw problem;
        }
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> stored(incidentId)
                        .invoke(stored -> checkVersion(stored, ifMatch))
                        .chain(() -> Sql.update(
                                "insert into hhs_worksheet (incident_id, answers, version) values (?1, ?2, 1)"
                                        + " on conflict (incident_id) do update set answers = excluded.answers,"
                                        + " version = hhs_worksheet.version + 1",
                                incidentId,
                                EventJson.write(given)))
                        .chain(() -> sheet(campaign))));
    }

    Uni<WorksheetView.SubmissionView> submit(UUID incidentId, SubmissionRequest request, String retryKey) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "submit-hhs-" + incidentId,
                        retryKey,
                        request,
                        WorksheetView.SubmissionView.class,
                        () -> submit(campaign, request))));
    }

    private Uni<WorksheetView.SubmissionView> submit(CampaignRow campaign, SubmissionRequest request) {
        ObligationKind kind =
                "PART2".equals(request.report()) ? ObligationKind.PART2_REPORT : ObligationKind.HHS_NOTICE;
        String track = campaign.campaign().duties().list().stream()
                .filter(duty -> duty.kind() == kind)
                .map(Duty::track)
                .findFirst()
                .orElse("");
        String actor = caller.subject();
        HhsSubmitted fact = new HhsSubmitted(
                campaign.incidentId(),
                track,
                request.trackingNumber(),
                request.submittedOn(),
                kind == ObligationKind.PART2_REPORT ? HhsSubmitted.PART2 : HhsSubmitted.HIPAA);
        return desk.apply(
                        campaign,
                        new Command.Fulfil(Set.of(kind), Optional.empty(), Optional.empty(), request.submittedOn()),
                        actor)
                .chain(() -> Sql.update(
                        "insert into hhs_submission (id, incident_id, track, tracking_number, submitted_on, recorded_at,"
                                + " recorded_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        ids.next(),
                        campaign.incidentId(),
                        track,
                        request.trackingNumber(),
                        request.submittedOn(),
                        clock.instant(),
                        actor))
                .chain(() -> outbox.publish(Topic.NOTICE, fact, campaign.origin(actor)))
                .replaceWith(new WorksheetView.SubmissionView(track, request.trackingNumber(), request.submittedOn()));
    }

    private static void checkVersion(Stored stored, String ifMatch) {
        if (stored.version() > 0) {
            EntityTags.check(ifMatch, stored.version());
        }
    }

    private static Uni<Stored> stored(UUID incidentId) {
        return Sql.rows(Object[].class, "select answers, version from hhs_worksheet where incident_id = ?1", incidentId)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Stored(
                                EventJson.read((String) row[0], Answers.class), ((Number) row[1]).longValue()))
                        .orElseGet(() -> new Stored(new Answers(Map.of()), 0)));
    }

    private Uni<Sheet> sheet(CampaignRow campaign) {
        UUID incidentId = campaign.incidentId();
        return stored(incidentId)
                .chain(stored -> known(campaign)
                        .chain(known -> submissions(incidentId)
                                .map(submissions -> new Sheet(
                                        view(campaign, stored.answers().over(known), submissions), stored.version()))));
    }

    private Uni<Answers> known(CampaignRow campaign) {
        UUID incidentId = campaign.incidentId();
        return directory
                .entity(campaign.entityId())
                .map(Optional::orElseThrow)
                .chain(paper -> counts.of(incidentId)
                        .chain(counted -> sentDays(incidentId).map(days -> known(campaign, paper, counted, days))));
    }

    private static Uni<Object[]> sentDays(UUID incidentId) {
        return Sql.rows(
                        Object[].class,
                        "select min(sent_on), max(sent_on) from notice where incident_id = ?1 and state = 'SENT'",
                        incidentId)
                .map(List::getFirst);
    }

    private static Answers known(
            CampaignRow campaign, EntityPaper paper, RosterCounts.Counts counted, Object[] sentDays) {
        Duties duties = campaign.campaign().duties();
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("reportType", List.of("Initial Breach Report"));
        known.put("filer", List.of("Covered entity for its own breach"));
        put(known, "entityName", paper.sender().name());
        put(known, "entityStreet", paper.sender().street());
        put(known, "entityCity", paper.sender().city());
        put(known, "entityState", paper.sender().state());
        put(known, "entityZip", paper.sender().zip());
        put(known, "contactEmail", paper.sender().email());
        put(known, "contactPhone", NoticeMarkup.phone(paper.sender().tollFree()));
        put(known, "discoveryStart", day(campaign.discoveredOn()));
        put(known, "discoveryEnd", day(campaign.discoveredOn()));
        put(known, "individuals", counted.total() == 0 ? "" : Long.toString(counted.total()));
        put(known, "noticeStart", day(sentDays[0]));
        put(known, "noticeEnd", day(sentDays[1]));
        asTold(known, duties);
        return new Answers(known);
    }

    /** What the obligations say; no number is compared here. */
    private static void asTold(Map<String, List<String>> known, Duties duties) {
        duties.list().stream()
                .filter(duty -> duty.kind() == ObligationKind.HHS_NOTICE)
                .findFirst()
                .ifPresent(duty -> known.put(
                        "affecting",
                        List.of(
                                duty.track().equals("CONTEMPORANEOUS")
                                        ? "500 or More Individuals"
                                        : "Fewer Than 500 Individuals")));
        Optional<Duty> substitute = duties.list().stream()
                .filter(duty -> duty.kind() == ObligationKind.SUBSTITUTE_NOTICE)
                .findFirst();
        known.put("substitute", List.of(substitute.isPresent() ? "Yes" : "No"));
        substitute.ifPresent(duty -> known.put(
                "substituteCount", List.of(duty.method().equals("CONSPICUOUS") ? "10 or more" : "Fewer than 10")));
        List<String> media = duties.list().stream()
                .filter(duty -> duty.kind() == ObligationKind.MEDIA_NOTICE)
                .map(Duty::jurisdiction)
                .toList();
        known.put("media", List.of(media.isEmpty() ? "No" : "Yes"));
        known.put("mediaStates", media);
    }

    private static void put(Map<String, List<String>> known, String id, String value) {
        if (!value.isBlank()) {
            known.put(id, List.of(value));
        }
    }

    private static String day(Object day) {
        return day instanceof LocalDate local ? local.toString() : "";
    }

    private static Uni<List<WorksheetView.SubmissionView>> submissions(UUID incidentId) {
        return Sql.rows(
                        Object[].class,
                        "select track, tracking_number, submitted_on from hhs_submission where incident_id = ?1"
                                + " order by recorded_at",
                        incidentId)
                .map(rows -> rows.stream()
                        .map(row ->
                                new WorksheetView.SubmissionView((String) row[0], (String) row[1], (LocalDate) row[2]))
                        .toList());
    }

    private WorksheetView view(CampaignRow campaign, Answers answers, List<WorksheetView.SubmissionView> submissions) {
        List<String> missing = answers.missing(portal);
        return new WorksheetView(
                campaign.incidentId(),
                campaign.drill(),
                portal.form(),
                portal.version(),
                portal.lastVerified(),
                missing.isEmpty(),
                missing,
                portal.screens().stream().map(screen -> screen(screen, answers)).toList(),
                submissions);
    }

    private static WorksheetView.ScreenView screen(Portal.Screen screen, Answers answers) {
        return new WorksheetView.ScreenView(
                screen.title(),
                screen.fields().stream()
                        .filter(answers::asked)
                        .map(field -> new WorksheetView.FieldView(
                                field.id(),
                                field.label(),
                                field.type(),
                                field.required(),
                                answers.of(field),
                                field.values(),
                                field.help(),
                                field.verified()))
                        .toList());
    }
}
