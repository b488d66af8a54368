package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.decision.Completion;
import org.candor.audit.programme.decision.Duty.Accepted;
import org.candor.audit.programme.decision.Duty.Open;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** What was done, round by round, and the files that prove it; added and read, never changed. Call inside a session. */
@ApplicationScoped
class Rounds {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private static final String ADD = """
            insert into programme.duty_round (duty_id, number, outcome, due_on, done_on, days_late, evidence, document_id, note,
                                              reason, next_due_on, done_by, recorded_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(nullif(?8, '') as uuid), ?9, ?10, cast(nullif(?11, '') as date), ?12, ?13)
            """;

    private static final String COLUMNS = """
            select r.duty_id, r.number, r.outcome, r.due_on, r.done_on, r.days_late, r.evidence, r.document_id, f.sha256, r.note,
                   r.reason, r.next_due_on, r.done_by, r.recorded_at, d.kind, d.subject, d.department, d.entity_id
              from programme.duty_round r join programme.duty d on d.duty_id = r.duty_id
              left join programme.duty_file f on f.duty_id = r.duty_id and f.document_id = r.document_id
            """;

    private static final String ADD_FILE = """
            insert into programme.duty_file (duty_id, document_id, name, sha256, added_by, added_at)
            values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing
            """;

    /** A round as it is stored. */
    record Round(
            UUID dutyId,
            int number,
            String outcome,
            LocalDate dueOn,
            LocalDate doneOn,
            long daysLate,
            String evidence,
            Optional<UUID> documentId,
            Optional<String> sha256,
            byte[] note,
            byte[] reason,
            Optional<LocalDate> nextDueOn,
            String doneBy,
            Instant recordedAt,
            String kind,
            String subject,
            String department,
            String entityId) {

        static Round of(
                DutyRow row,
                String outcome,
                Completion completion,
                Accepted accepted,
                Optional<UUID> documentId,
                byte[] note,
                byte[] reason,
                String actor,
                Instant now) {
            return new Round(
                    row.dutyId(),
                    row.round(),
                    outcome,
                    row.dueOn(),
                    completion.doneOn(),
                    accepted.daysLate(),
                    completion.evidence(),
                    documentId,
                    Optional.empty(),
                    note,
                    reason,
                    accepted.next() instanceof Open open ? Optional.of(open.dueOn()) : Optional.empty(),
                    actor,
                    now,
                    row.kind(),
                    row.subject(),
                    row.department(),
                    row.entityId());
        }
    }

    Uni<Void> add(Round round) {
        return Sql.update(
                        ADD,
                        round.dutyId(),
                        round.number(),
                        round.outcome(),
                        round.dueOn(),
                        round.doneOn(),
                        round.daysLate(),
                        round.evidence(),
                        round.documentId().map(UUID::toString).orElse(""),
                        round.note(),
                        round.reason(),
                        round.nextDueOn().map(LocalDate::toString).orElse(""),
                        round.doneBy(),
                        round.recordedAt())
                .replaceWithVoid();
    }

    Uni<List<Round>> of(UUID dutyId) {
        return Sql.rows(Object[].class, COLUMNS + " where r.duty_id = ?1 order by r.number", dutyId)
                .map(rows -> rows.stream().map(Rounds::round).toList());
    }

    /** Up to {@code limit + 1} of all duties that the reader finds, newest first. */
    Uni<List<Round>> log(Reader reader, String kind, String department, Optional<Cursor> after, int limit) {
        Cursor from = after.orElse(NEWEST);
        return reader.rows(
                        COLUMNS + " where " + Duties.VISIBLE + """
                                 and (?5 = '' or d.kind = ?5) and (?6 = '' or d.department = ?6)
                                 and (r.recorded_at, r.duty_id) < (?7, ?8)
                                 order by r.recorded_at desc, r.duty_id desc limit ?9
                                """, kind, department, from.at(), from.id(), limit + 1)
                .map(rows -> rows.stream().map(Rounds::round).toList());
    }

    Uni<Void> addFile(UUID dutyId, DutyView.FileView file) {
        return Sql.update(
                        ADD_FILE, dutyId, file.documentId(), file.name(), file.sha256(), file.addedBy(), file.addedAt())
                .replaceWithVoid();
    }

    Uni<List<DutyView.FileView>> files(UUID dutyId) {
        return Sql.rows(
                        Object[].class,
                        "select document_id, name, sha256, added_by, added_at from programme.duty_file where duty_id = ?1"
                                + " order by added_at, document_id",
                        dutyId)
                .map(rows -> rows.stream()
                        .map(row -> new DutyView.FileView(
                                (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], Sql.instant(row[4])))
                        .toList());
    }

    private static Round round(Object[] row) {
        return new Round(
                (UUID) row[0],
                (Integer) row[1],
                (String) row[2],
                (LocalDate) row[3],
                (LocalDate) row[4],
                (Long) row[5],
                (String) row[6],
                Optional.ofNullable((UUID) row[7]),
                Optional.ofNullable((String) row[8]),
                (byte[]) row[9],
                (byte[]) row[10],
                Optional.ofNullable((LocalDate) row[11]),
                (String) row[12],
                Sql.instant(row[13]),
                (String) row[14],
                (String) row[15],
                (String) row[16],
                (String) row[17]);
    }
}
