package org.candor.notification.hhs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.web.EntityTags;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Duty;

/** Fills the worksheet from what is known and keeps the officer's answers. */
@ApplicationScoped
class Worksheets {

    private static final Portal PORTAL = Portal.read();

    /** The sheet with the version that the next PUT must name. */
    record Sheet(WorksheetView view, long version) {}

    private record Stored(Answers answers, long version) {}

    private final CampaignDesk desk;
    private final KnownAnswers known;
    private final SubmissionRows submissions;
    private final Workers workers;

    Worksheets(CampaignDesk desk, KnownAnswers known, SubmissionRows submissions, Workers workers) {
        this.desk = desk;
        this.known = known;
        this.submissions = submissions;
        this.workers = workers;
    }

    Uni<Sheet> get(UUID incidentId, Report report) {
        return Transactions.run(
                () -> desk.read(incidentId, "read-hhs-worksheet").chain(campaign -> sheet(campaign, report)));
    }

    /** As {@link #get}, for what is recorded and shown to nobody: no reading. */
    Uni<Sheet> filled(UUID incidentId, Report report) {
        return Transactions.read(() -> desk.visible(incidentId).chain(campaign -> sheet(campaign, report)));
    }

    Uni<byte[]> pdf(UUID incidentId, Report report) {
        return get(incidentId, report).chain(sheet -> workers.run(() -> WorksheetLayout.pdf(sheet.view())));
    }

    Uni<Sheet> put(UUID incidentId, Report report, Map<String, List<String>> answers, String ifMatch) {
        Answers given = new Answers(answers);
        refuseWrong(given, PORTAL.of(report));
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> stored(incidentId, report)
                        .invoke(stored -> checkVersion(stored, ifMatch))
                        .chain(() -> Sql.update(
                                "insert into hhs_worksheet (incident_id, report, answers, version) values (?1, ?2, ?3, 1)"
                                        + " on conflict (incident_id, report) do update set answers = excluded.answers,"
                                        + " version = hhs_worksheet.version + 1",
                                incidentId,
                                report.name(),
                                EventJson.write(given)))
                        .chain(() -> sheet(campaign, report))));
    }

    private static void refuseWrong(Answers given, Portal portal) {
        List<String> wrong = given.wrong(portal);
        if (!wrong.isEmpty()) {
            Problem problem = new Problem(NotificationProblem.UNKNOWN_ANSWER);
            // Only ids of the portal are given back; a made-up one is named as such.
            wrong.forEach(id -> problem.field(
                    portal.field(id).map(field -> "/" + field.id()).orElse("/"), "the portal does not take this"));
            throw problem;
        }
    }

    private static void checkVersion(Stored stored, String ifMatch) {
        if (stored.version() > 0) {
            EntityTags.check(ifMatch, stored.version());
        }
    }

    private static Uni<Stored> stored(UUID incidentId, Report report) {
        return Sql.rows(
                        Object[].class,
                        "select answers, version from hhs_worksheet where incident_id = ?1 and report = ?2",
                        incidentId,
                        report.name())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Stored(
                                EventJson.read((String) row[0], Answers.class), ((Number) row[1]).longValue()))
                        .orElseGet(() -> new Stored(new Answers(Map.of()), 0)));
    }

    private Uni<Sheet> sheet(CampaignRow campaign, Report report) {
        UUID incidentId = campaign.incidentId();
        Portal portal = PORTAL.of(report);
        return stored(incidentId, report)
                .chain(stored -> known.of(campaign, report, portal)
                        .chain(filled -> submissions
                                .of(incidentId, report)
                                .map(submitted -> new Sheet(
                                        view(
                                                campaign,
                                                report,
                                                portal,
                                                stored.answers().over(filled),
                                                submitted),
                                        stored.version()))));
    }

    private static WorksheetView view(
            CampaignRow campaign,
            Report report,
            Portal portal,
            Answers answers,
            List<WorksheetView.SubmissionView> submissions) {
        List<String> missing = answers.missing(portal);
        Optional<Duty> duty = campaign.campaign().duties().list().stream()
                .filter(one -> one.kind() == report.duty())
                .findFirst();
        Portal.Field filer = portal.field("filer").orElseThrow();
        return new WorksheetView(
                campaign.incidentId(),
                campaign.drill(),
                report,
                portal.form(),
                portal.version(),
                portal.lastVerified(),
                missing.isEmpty(),
                missing,
                portal.screens().stream().map(screen -> screen(screen, answers)).toList(),
                duty.map(Duty::track).orElse(null),
                duty.map(Duty::due).orElse(null),
                !answers.of(filer).equals(List.of(filer.values().getFirst())),
                submissions);
    }

    private static WorksheetView.ScreenView screen(Portal.Screen screen, Answers answers) {
        return new WorksheetView.ScreenView(
                screen.title(),
                screen.note(),
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
