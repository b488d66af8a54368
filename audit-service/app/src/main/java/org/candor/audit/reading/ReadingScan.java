package org.candor.audit.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.audit.reading.decision.Finding;
import org.candor.audit.reading.decision.Read;
import org.candor.audit.reading.decision.UnusualReading;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.time.Ids;

/**
 * Looks through a day's readings. A day is looked through once more whenever it is asked for: what was found before stays one
 * finding, and one that was reviewed stays as it was reviewed. So two replicas may do it at once.
 */
@ApplicationScoped
class ReadingScan {

    private static final Set<String> OVERSIGHT = Set.of("auditor", "counsel", "administrator");
    private static final int PIECE = 1000;
    private static final int FARTHEST_BACK = 35;

    private static final String READS = """
            select e.index, e.bytes, coalesce(z.time_zone, 'UTC'),
                   coalesce((cast(r.officers as jsonb) -> 'officers')
                            @> jsonb_build_array(jsonb_build_object('person', e.actor)), false)
              from trail.entry e
              left join incident_routing r on r.incident_id = e.incidents[1]
              left join entity_zone z on z.entity_id = r.entity_id
             where e.type = 'org.candor.audit.access-recorded.v1' and cardinality(e.incidents) = 1
               and e.happened_at >= ?1 and e.happened_at < ?2 and e.index > ?3
             order by e.index limit ?4
            """;

    private static final String FOUND = """
            insert into reading_finding as f (finding_id, person, day, rule, incidents, found_at, version)
            values (?1, ?2, ?3, ?4, cast(string_to_array(?5, ',') as uuid[]), ?6, 0)
            on conflict (person, day, rule) do update set incidents = excluded.incidents, version = f.version + 1
             where f.reviewed_at is null and f.incidents <> excluded.incidents
            """;

    private static final String SCANNED =
            "insert into reading_scan (day, scanned_at) values (?1, ?2) on conflict do nothing";

    private final UnusualReading rules;
    private final Ids ids;
    private final Clock clock;

    ReadingScan(ReadingSettings settings, Ids ids, Clock clock) {
        this.rules = new UnusualReading(settings.mostIncidents(), settings.nightFrom(), settings.nightUntil());
        this.ids = ids;
        this.clock = clock;
    }

    /** Every day since the last, up to yesterday; the first time only yesterday. */
    @Scheduled(
            cron = "${candor.reading.scan-cron}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> scanDaysBefore() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Transactions.read(
                        () -> Sql.rows(LocalDate.class, "select day from reading_scan order by day desc limit 1"))
                .map(rows ->
                        rows.stream().findFirst().map(day -> day.plusDays(1)).orElse(today.minusDays(1)))
                .map(day -> day.isBefore(today.minusDays(FARTHEST_BACK)) ? today.minusDays(FARTHEST_BACK) : day)
                .onItem()
                .transformToMulti(first -> Multi.createFrom().items(first.datesUntil(today)))
                .onItem()
                .transformToUniAndConcatenate(day ->
                        scan(day).chain(() -> Transactions.run(() -> Sql.update(SCANNED, day, clock.instant()))))
                .onItem()
                .ignoreAsUni();
    }

    /** Looks through that day (UTC), also while it lasts. */
    Uni<Void> scan(LocalDate day) {
        return reads(day, -1, new ArrayList<>())
                .map(this::findings)
                .chain(found -> Transactions.run(() -> keep(day, found)));
    }

    private List<Finding> findings(List<Read> reads) {
        return reads.stream().collect(groupingBy(Read::person)).entrySet().stream()
                .flatMap(person -> rules.findings(person.getKey(), person.getValue()).stream())
                .toList();
    }

    private Uni<List<Read>> reads(LocalDate day, long after, List<Read> sofar) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Transactions.read(() -> Sql.rows(Object[].class, READS, from, to, after, PIECE))
                .chain(rows -> {
                    rows.stream().flatMap(row -> read(row).stream()).forEach(sofar::add);
                    return rows.size() < PIECE
                            ? Uni.createFrom().item(sofar)
                            : reads(day, (Long) rows.getLast()[0], sofar);
                });
    }

    /** Nothing for a list, for what was refused, and for another service. */
    private static Optional<Read> read(Object[] row) {
        AccessRecorded access = Readers.recorded((byte[]) row[1]);
        boolean opened = access.allowed()
                && !access.action().startsWith("list-")
                && !access.roles().contains("service");
        return opened
                ? Optional.of(new Read(
                        access.actor(),
                        access.incidentIds().getFirst(),
                        access.at(),
                        ZoneId.of((String) row[2]),
                        (Boolean) row[3],
                        access.roles().stream().anyMatch(OVERSIGHT::contains)))
                : Optional.empty();
    }

    private Uni<Void> keep(LocalDate day, List<Finding> findings) {
        return Multi.createFrom()
                .iterable(findings)
                .onItem()
                .transformToUniAndConcatenate(finding -> Sql.update(
                        FOUND,
                        ids.next(),
                        finding.person(),
                        day,
                        finding.rule().name(),
                        arrayOf(finding.incidents().stream()),
                        clock.instant()))
                .onItem()
                .ignoreAsUni();
    }

    /** In a fixed order, so that the same set is the same array. */
    private static String arrayOf(Stream<UUID> incidents) {
        return incidents.map(UUID::toString).sorted().collect(joining(","));
    }
}
