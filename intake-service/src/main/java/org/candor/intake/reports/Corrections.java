package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ReportEvent.ReportCorrected;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.checkups.CheckUps;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.reports.OpenReports.Opened;
import org.candor.intake.reports.decision.ReportRules;
import org.candor.intake.routing.Routes;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.EntityTags;

/** Corrects a report: what it said before stays as a version, what it says now is what lists and searches go by. */
@ApplicationScoped
class Corrections {

    private final OpenReports openReports;
    private final ReportVersions versions;
    private final ConcernedEntity concernedEntity;
    private final Terms terms;
    private final CheckUps checkUps;
    private final Routes routes;
    private final ReportRoutes reportRoutes;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Corrections(
            OpenReports openReports,
            ReportVersions versions,
            ConcernedEntity concernedEntity,
            Terms terms,
            CheckUps checkUps,
            Routes routes,
            ReportRoutes reportRoutes,
            AccessLog accessLog,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.openReports = openReports;
        this.versions = versions;
        this.concernedEntity = concernedEntity;
        this.terms = terms;
        this.checkUps = checkUps;
        this.routes = routes;
        this.reportRoutes = reportRoutes;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Answers the number of the new version. */
    Uni<Report> correct(UUID incidentId, CorrectionRequest request, String ifMatch) {
        return Transactions.run(() -> terms.ready()
                .chain(() -> openReports.readable(incidentId))
                .invoke(opened -> EntityTags.check(ifMatch, opened.report().version))
                .call(() -> accessLog.read("correct-report", incidentId))
                .chain(opened ->
                        concernedEntity.of(opened.report()).chain(entity -> correct(opened, request, entity))));
    }

    private Uni<Report> correct(Opened opened, CorrectionRequest request, EntityOfficers entity) {
        Report report = opened.report();
        ReportVersion before = ReportVersion.of(report);
        ReportDetails detailsBefore = opened.details();
        ReportDetails details = request.over(detailsBefore);
        apply(report, request, details, entity);
        List<String> changed = changed(before, detailsBefore, report, details);
        if (changed.isEmpty()) {
            throw new Problem(IntakeProblem.NOTHING_CORRECTED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        before.replacedAt = now;
        before.replacedBy = caller.subject();
        before.reason = opened.cipher()
                .seal(
                        before.placeOfReason(),
                        report.incidentId,
                        request.reason().value());
        before.details =
                opened.cipher().seal(before.placeOfDetails(), report.incidentId, EventJson.write(detailsBefore));
        report.details = opened.cipher().seal(ReportDetails.PLACE, report.incidentId, EventJson.write(details));
        report.reportVersion++;
        report.updatedAt = now;
        Origin origin = new Origin(report.entityId, report.drill, caller.subject());
        return versions.persist(before)
                .chain(() -> outbox.publish(Topic.REPORT, fact(report, changed, now), origin))
                .chain(() -> protect(report, entity, origin))
                .call(() -> report.kind == before.kind
                        ? Uni.createFrom().voidItem()
                        : reportRoutes.againSoon(report.incidentId))
                .replaceWith(report);
    }

    /** Plans the check-ups where the correction makes whoever reported one whom the entity must not harm. */
    private Uni<Void> protect(Report report, EntityOfficers entity, Origin origin) {
        return routes.responsible(report.incidentId, entity)
                .map(responsible -> checkUps.plan(
                        report.incidentId,
                        entity,
                        report.kind,
                        report.byWorkforce,
                        report.receivedAt,
                        report.drill,
                        responsible))
                .chain(plan -> checkUps.keepFirst(plan)
                        .chain(kept -> kept
                                ? outbox.publish(Topic.REPORT, plan.deadline().orElseThrow(), origin)
                                : Uni.createFrom().voidItem()));
    }

    private void apply(Report report, CorrectionRequest request, ReportDetails details, EntityOfficers entity) {
        report.kind = either(request.kind(), report.kind);
        report.relation = either(request.relation(), report.relation);
        report.channel = either(request.channel(), report.channel);
        report.medium = either(request.medium(), report.medium);
        report.phiPossible = either(request.phiPossible(), report.phiPossible);
        report.urgent = either(request.urgent(), report.urgent);
        Optional<Instant> happened = said(request.happenedAt(), report.happenedAt);
        Optional<Instant> learned = said(request.learnedAt(), report.learnedAt);
        ReportRules.refuse(happened, learned, report.receivedAt).ifPresent(Refusals::refuse);
        report.happenedAt =
                happened.map(at -> ReportRules.byReceipt(at, report.receivedAt)).orElse(null);
        report.learnedAt =
                learned.map(at -> ReportRules.byReceipt(at, report.receivedAt)).orElse(null);
        report.byWorkforce = report.relation.isWorkforce();
        report.late = ReportRules.isLate(report.relation, learned, report.receivedAt);
        report.answerDueOn = ReportRules.answerDueOn(report.kind, report.receivedAt, entity.zone())
                .orElse(null);
        terms.fill(report, details.systems());
    }

    private static Optional<Instant> said(OffsetDateTime now, Instant before) {
        return Optional.ofNullable(now).map(OffsetDateTime::toInstant).or(() -> Optional.ofNullable(before));
    }

    private static List<String> changed(
            ReportVersion before, ReportDetails detailsBefore, Report now, ReportDetails details) {
        List<String> changed = new ArrayList<>();
        note(changed, "kind", before.kind, now.kind);
        note(changed, "relation", before.relation, now.relation);
        note(changed, "channel", before.channel, now.channel);
        note(changed, "medium", before.medium, now.medium);
        note(changed, "happenedAt", before.happenedAt, now.happenedAt);
        note(changed, "learnedAt", before.learnedAt, now.learnedAt);
        note(changed, "phiPossible", before.phiPossible, now.phiPossible);
        note(changed, "urgent", before.urgent, now.urgent);
        note(changed, "place", detailsBefore.place(), details.place());
        note(changed, "systems", detailsBefore.systems(), details.systems());
        note(changed, "latenessReason", detailsBefore.latenessReason(), details.latenessReason());
        note(changed, "narrative", detailsBefore.narrative(), details.narrative());
        return changed;
    }

    private static void note(List<String> changed, String field, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            changed.add(field);
        }
    }

    private static <T> T either(T corrected, T kept) {
        return corrected == null ? kept : corrected;
    }

    private static ReportCorrected fact(Report report, List<String> changed, Instant now) {
        return new ReportCorrected(
                report.incidentId,
                report.entityId,
                report.reportVersion,
                changed,
                report.kind,
                report.byWorkforce,
                report.phiPossible,
                report.urgent,
                report.happenedAt,
                report.learnedAt,
                report.late,
                report.answerDueOn,
                now);
    }
}
