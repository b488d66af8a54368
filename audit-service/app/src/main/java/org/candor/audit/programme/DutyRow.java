package org.candor.audit.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.programme.decision.Duty;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;

/**
 * A duty as it is stored.
 *
 * @param countedFrom from when its retention counts; empty while it is in effect
 */
record DutyRow(
        UUID dutyId,
        String entityId,
        String kind,
        String subject,
        String department,
        OfficerRole role,
        String person,
        String against,
        Period every,
        LocalDate dueOn,
        Optional<LocalDate> lastDoneOn,
        Optional<LocalDate> countedFrom,
        State state,
        Optional<UUID> parentId,
        Optional<UUID> incidentId,
        Optional<Money> cost,
        int round,
        byte[] note,
        String createdBy,
        Instant createdAt,
        long version) {

    /** Columns in the order of {@link #of}. */
    static final String COLUMNS = """
            d.duty_id, d.entity_id, d.kind, d.subject, d.department, d.role, d.person, d.against, d.every, d.due_on,
            d.last_done_on, d.state, d.parent_id, d.round, d.note, d.created_by, d.created_at, d.version, d.incident_id,
            d.amount, d.currency,
            (select e.counted_from from programme.record_end e where e.register = 'DUTY' and e.record_id = d.duty_id)""";

    /** How it stands. */
    enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    /** The first round of what is entered. */
    static DutyRow first(UUID id, Entry entry, byte[] note, String actor, Instant now) {
        return new DutyRow(
                id,
                entry.entityId(),
                entry.kind(),
                entry.subject(),
                entry.department(),
                entry.role(),
                entry.person(),
                entry.against(),
                entry.every(),
                entry.dueOn(),
                Optional.empty(),
                Optional.empty(),
                State.OPEN,
                entry.parentId(),
                entry.incidentId(),
                entry.cost(),
                1,
                note,
                actor,
                now,
                0);
    }

    static DutyRow of(Object[] row) {
        return new DutyRow(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                OfficerRole.valueOf((String) row[5]),
                (String) row[6],
                (String) row[7],
                Period.parse((String) row[8]),
                (LocalDate) row[9],
                Optional.ofNullable((LocalDate) row[10]),
                Optional.ofNullable((LocalDate) row[21]),
                State.valueOf((String) row[11]),
                Optional.ofNullable((UUID) row[12]),
                Optional.ofNullable((UUID) row[18]),
                Optional.ofNullable((BigDecimal) row[19]).map(amount -> new Money(amount, (String) row[20])),
                (Integer) row[13],
                (byte[]) row[14],
                (String) row[15],
                Sql.instant(row[16]),
                (Long) row[17]);
    }

    /** The round after this one. */
    DutyRow next(LocalDate day) {
        return with(role, person, round + 1, day);
    }

    DutyRow assigned(OfficerRole other, String somebody) {
        return with(other, somebody, round, dueOn);
    }

    private DutyRow with(OfficerRole who, String somebody, int number, LocalDate day) {
        return new DutyRow(
                dutyId,
                entityId,
                kind,
                subject,
                department,
                who,
                somebody,
                against,
                every,
                day,
                lastDoneOn,
                countedFrom,
                state,
                parentId,
                incidentId,
                cost,
                number,
                note,
                createdBy,
                createdAt,
                version);
    }

    Duty duty(DutyKind of) {
        return switch (state) {
            case OPEN -> new Duty.Open(of, every, dueOn, lastDoneOn);
            case DONE -> new Duty.Done();
            case CANCELLED -> new Duty.Cancelled();
        };
    }
}
