package org.candor.breach.log;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.breach.BreachProblem;
import org.candor.breach.directory.LegalEntities;
import org.candor.breach.directory.LegalEntity;
import org.candor.breach.log.ImportRequest.EarlierBreach;
import org.candor.breach.log.decision.EarlierReport;
import org.candor.breach.obligations.Columns;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/** Earlier breaches that were brought in. The same reference again changes that entry: tracking numbers come later. */
@ApplicationScoped
class ImportedBreaches {

    private static final String PUT = """
        insert into logged_breach as l (id, entity_id, reference, discovered_on, individuals, estimated, part2_records,
                                   told_on, reported_on, tracking_number, track, report_due, imported_by, imported_at,
                                   part2_reported_on, part2_tracking_number)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(nullif(?8, '') as date), cast(nullif(?9, '') as date),
                nullif(?10, ''), ?11, ?12, ?13, ?14, cast(nullif(?15, '') as date), nullif(?16, ''))
        on conflict (entity_id, reference) do update
           set discovered_on = excluded.discovered_on, individuals = excluded.individuals,
               estimated = excluded.estimated, part2_records = excluded.part2_records, told_on = excluded.told_on,
               reported_on = excluded.reported_on, tracking_number = excluded.tracking_number, track = excluded.track,
               report_due = excluded.report_due, imported_by = excluded.imported_by, imported_at = excluded.imported_at,
               part2_reported_on = excluded.part2_reported_on, part2_tracking_number = excluded.part2_tracking_number
        """;

    private static final String OF_YEAR = """
        select l.id, l.reference, l.entity_id, e.name, l.discovered_on, l.individuals, l.estimated, l.track, l.told_on,
               l.report_due, l.reported_on, l.tracking_number, l.part2_records, l.part2_reported_on,
               l.part2_tracking_number
          from logged_breach l join legal_entity e on e.entity_id = l.entity_id
         where l.discovered_on between ?1 and ?2
           and (?3 = '*' or l.entity_id = any (string_to_array(?3, ',')))
         order by l.discovered_on, l.id
        """;

    private final LegalEntities entities;
    private final ImportedDeadlines deadlines;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    ImportedBreaches(
            LegalEntities entities, ImportedDeadlines deadlines, AccessLog accesses, Caller caller, Clock clock) {
        this.entities = entities;
        this.deadlines = deadlines;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    /** All or nothing; answers how many entries the log of that entity got or changed. */
    Uni<Integer> bringIn(ImportRequest request) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        check(request.breaches());
        return Transactions.run(() -> entities.findById(request.entityId())
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(entity -> Multi.createFrom()
                        .iterable(request.breaches())
                        .onItem()
                        .transformToUniAndConcatenate(earlier -> put(request.entityId(), entity, earlier))
                        .collect()
                        .last())
                .chain(() -> accesses.list("import-breaches", "entity=" + request.entityId(), List.of()))
                .replaceWith(request.breaches().size()));
    }

    /** The first fault, with the place of its breach in the list. */
    private void check(List<EarlierBreach> breaches) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        for (int i = 0; i < breaches.size(); i++) {
            String place = "/breaches/" + i + "/";
            faults(breaches.get(i), tomorrow).findFirst().ifPresent(fault -> {
                throw new Problem(BreachProblem.FACTS_CONTRADICT).field(place + fault.field(), fault.says());
            });
        }
    }

    private static Stream<EarlierReport.Fault> faults(EarlierBreach earlier, LocalDate tomorrow) {
        List<EarlierReport.Fault> report = EarlierReport.faults(
                earlier.discoveredOn(),
                earlier.individuals(),
                earlier.part2Records(),
                earlier.toldOn(),
                earlier.reportedOn(),
                earlier.trackingNumber() != null,
                tomorrow);
        List<EarlierReport.Fault> part2 = EarlierReport.part2Faults(
                earlier.discoveredOn(),
                earlier.part2Records(),
                earlier.part2ReportedOn(),
                earlier.part2TrackingNumber() != null,
                tomorrow);
        return Stream.concat(report.stream(), part2.stream());
    }

    private Uni<Void> put(String entityId, LegalEntity entity, EarlierBreach earlier) {
        EarlierReport report = EarlierReport.of(earlier.discoveredOn(), earlier.individuals(), earlier.toldOn());
        UUID id = UUID.nameUUIDFromBytes((entityId + "/" + earlier.reference()).getBytes(StandardCharsets.UTF_8));
        return deadlines
                .follow(id, entityId, entity, earlier)
                .chain(() -> Sql.update(
                        PUT,
                        id,
                        entityId,
                        earlier.reference(),
                        earlier.discoveredOn(),
                        earlier.individuals(),
                        earlier.estimated(),
                        earlier.part2Records(),
                        text(earlier.toldOn()),
                        text(earlier.reportedOn()),
                        text(earlier.trackingNumber()),
                        report.track(),
                        report.due(),
                        caller.subject(),
                        clock.instant(),
                        text(earlier.part2ReportedOn()),
                        text(earlier.part2TrackingNumber())))
                .replaceWithVoid();
    }

    Uni<List<LogEntry>> of(int year) {
        return Transactions.read(() -> Sql.rows(
                        Object[].class,
                        OF_YEAR,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        caller.entitiesFilter())
                .map(rows -> rows.stream().map(ImportedBreaches::entry).toList()));
    }

    private static LogEntry entry(Object[] row) {
        LocalDate due = Columns.day(row[9]);
        LocalDate reported = Columns.day(row[10]);
        return new LogEntry(
                null,
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                null,
                Columns.day(row[4]),
                ((Number) row[5]).longValue(),
                (Boolean) row[6],
                (String) row[7],
                Columns.day(row[8]),
                due,
                reported,
                reported == null ? null : Math.max(0, reported.toEpochDay() - due.toEpochDay()),
                (String) row[11],
                null,
                null,
                part2(row));
    }

    private static LogEntry.Part2Report part2(Object[] row) {
        long records = ((Number) row[12]).longValue();
        LocalDate discovered = Columns.day(row[4]);
        if (!ImportedDeadlines.owesPart2(records, discovered)) {
            return null;
        }
        EarlierReport report = EarlierReport.of(discovered, records, Columns.day(row[8]));
        return new LogEntry.Part2Report(records, report.track(), report.due(), Columns.day(row[13]), (String) row[14]);
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
