package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.events.ReportEvent.ImplicatedPersonAdded;
import org.candor.events.Topic;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.reports.OpenReports.Opened;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;

/** Keeps whom a report implicates. Whoever is added is recused in the same transaction (policy I.B.1.c). */
@ApplicationScoped
class Implications {

    private final OpenReports openReports;
    private final ImplicationRows rows;
    private final ConcernedEntity concernedEntity;
    private final ReportRoutes routes;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Implications(
            OpenReports openReports,
            ImplicationRows rows,
            ConcernedEntity concernedEntity,
            ReportRoutes routes,
            AccessLog accessLog,
            Outbox outbox,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.openReports = openReports;
        this.rows = rows;
        this.concernedEntity = concernedEntity;
        this.routes = routes;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Void> add(UUID incidentId, String person) {
        return Transactions.run(() -> openReports
                .visible(incidentId)
                .call(() -> accessLog.read("implicate-person", incidentId))
                .chain(opened -> concernedEntity.of(opened.report()).chain(entity -> add(opened, person, entity))));
    }

    /** Once is enough: a repeated request adds nothing. */
    private Uni<Void> add(Opened opened, String person, EntityOfficers entity) {
        return all(opened)
                .chain(known ->
                        known.contains(person) ? Uni.createFrom().voidItem() : addNew(opened, person, entity, known));
    }

    private Uni<Void> addNew(Opened opened, String person, EntityOfficers entity, List<String> known) {
        Report report = opened.report();
        Implication row = row(opened, person);
        report.updatedAt = row.addedAt;
        Origin origin = new Origin(report.entityId, report.drill, caller.subject());
        ImplicatedPersonAdded fact = new ImplicatedPersonAdded(
                report.incidentId, report.entityId, entity.staff().knows(person), row.addedAt);
        List<String> implicated =
                Stream.concat(known.stream(), Stream.of(person)).toList();
        return rows.persist(row)
                .chain(() -> outbox.publish(Topic.REPORT, fact, origin))
                .chain(() -> routes.again(report, entity, implicated, origin));
    }

    /** All of them as they were written, those of the report first. */
    Uni<List<String>> all(Opened opened) {
        return rows.list("incidentId = ?1 order by addedAt, implicationId", opened.report().incidentId)
                .map(later -> Stream.concat(
                                opened.details().implicated().stream(),
                                later.stream()
                                        .map(row -> opened.cipher()
                                                .read(Implication.PERSON, row.implicationId, row.person)))
                        .toList());
    }

    private Implication row(Opened opened, String person) {
        Implication row = new Implication();
        row.implicationId = ids.next();
        row.incidentId = opened.report().incidentId;
        row.person = opened.cipher().seal(Implication.PERSON, row.implicationId, person);
        row.addedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.addedBy = caller.subject();
        return row;
    }
}
