package org.candor.breach.log;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.directory.LegalEntity;
import org.candor.breach.log.ImportRequest.EarlierBreach;
import org.candor.breach.log.decision.EarlierReport;
import org.candor.breach.obligations.Columns;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ObligationEvent;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/**
 * What is still to be reported of earlier breaches that were brought in: to the Secretary, and apart from that the records under
 * 42 CFR Part 2.
 */
@ApplicationScoped
class ImportedDeadlines {

    private static final String BEFORE = """
        select reported_on is null, part2_records, part2_reported_on is null, discovered_on
          from logged_breach where id = ?1
        """;

    private final Outbox outbox;
    private final Caller caller;

    ImportedDeadlines(Outbox outbox, Caller caller) {
        this.outbox = outbox;
        this.caller = caller;
    }

    /** A report of an earlier breach: how it was called before, and what is to be told of it. */
    private record Report(UUID id, String kind, String title, String citation) {}

    /** Call in the transaction of the import, before the entry is written. */
    Uni<Void> follow(UUID id, String entityId, LegalEntity entity, EarlierBreach earlier) {
        return Sql.rows(Object[].class, BEFORE, id)
                .map(rows -> rows.stream().findFirst())
                .chain(before -> outbox.publishAll(
                        Topic.OBLIGATION,
                        facts(id, entityId, entity, earlier, before),
                        new Origin(entityId, false, caller.subject())));
    }

    private static List<ObligationEvent> facts(
            UUID id, String entityId, LegalEntity entity, EarlierBreach earlier, Optional<Object[]> before) {
        Report hipaa = new Report(
                id,
                "HHS_NOTICE",
                "Report an earlier breach to the Secretary: it stands in the log under its old reference",
                "45 CFR 164.408");
        Report part2 = new Report(
                UUID.nameUUIDFromBytes((id + "/part2").getBytes(StandardCharsets.UTF_8)),
                "PART2_REPORT",
                "Report the Part 2 records of an earlier breach apart: it stands in the log under its old reference",
                "42 CFR 2.16(b); 45 CFR 164.408");
        boolean hipaaWasOpen = before.filter(row -> (Boolean) row[0]).isPresent();
        boolean part2WasOpen = before.filter(
                        row -> owesPart2(((Number) row[1]).longValue(), Columns.day(row[3])) && (Boolean) row[2])
                .isPresent();
        List<ObligationEvent> facts = new ArrayList<>();
        EarlierReport due = EarlierReport.of(earlier.discoveredOn(), earlier.individuals(), earlier.toldOn());
        fact(hipaa, due, earlier.reportedOn(), hipaaWasOpen, entityId, entity).ifPresent(facts::add);
        if (owesPart2(earlier.part2Records(), earlier.discoveredOn())) {
            EarlierReport apart = EarlierReport.of(earlier.discoveredOn(), earlier.part2Records(), earlier.toldOn());
            fact(part2, apart, earlier.part2ReportedOn(), part2WasOpen, entityId, entity)
                    .ifPresent(facts::add);
        } else if (part2WasOpen) {
            facts.add(new DeadlineCancelled(part2.id(), null, "no Part 2 records are affected after all"));
        }
        return facts;
    }

    /** By their own count, for discoveries from 16 February 2026. */
    static boolean owesPart2(long records, LocalDate discovered) {
        return records > 0 && !discovered.isBefore(EarlierReport.FIRST_PART2_REPORT);
    }

    /** What was reported before it was brought in never had a deadline here. */
    private static Optional<ObligationEvent> fact(
            Report report,
            EarlierReport due,
            LocalDate reportedOn,
            boolean wasOpen,
            String entityId,
            LegalEntity entity) {
        if (reportedOn == null) {
            return Optional.of(new DeadlineSet(
                    report.id(),
                    null,
                    entityId,
                    report.kind(),
                    report.title(),
                    due.due(),
                    null,
                    entity.zone().getId(),
                    OfficerRole.PRIVACY_OFFICER,
                    report.citation()));
        }
        long late = Math.max(0, reportedOn.toEpochDay() - due.due().toEpochDay());
        return wasOpen ? Optional.of(new DeadlineMet(report.id(), null, reportedOn, late)) : Optional.empty();
    }
}
