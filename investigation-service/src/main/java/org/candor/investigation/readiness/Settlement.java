package org.candor.investigation.readiness;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.OfficerRole;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.decision.TrainingDuties;
import org.candor.investigation.readiness.decision.TrainingDuties.Duty;
import org.candor.investigation.readiness.decision.TrainingDuties.Kind;
import org.candor.investigation.readiness.decision.TrainingDuties.Step;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;

/**
 * Brings the announced deadlines about training in line with the roll. It is asked for in the transaction that changes the
 * roll and done soon after it, once for however many changes: nobody who enters one course waits for a whole workforce to be
 * read. Call inside a transaction.
 */
@ApplicationScoped
class Settlement {

    private static final String ASK = """
            insert into readiness_settlement (entity_id, asked) values (?1, true)
            on conflict (entity_id) do update set asked = true
            """;

    private static final String WAITING = """
            select s.entity_id from readiness_settlement s left join legal_entity e on e.entity_id = s.entity_id
             where (s.asked or s.settled_on is null
                    or s.settled_on < cast(cast(?1 as timestamptz) at time zone coalesce(e.time_zone, 'UTC') as date))
            """;

    private static final String ONE = WAITING + " and s.entity_id = ?2";
    private static final String SOME = WAITING + " order by s.entity_id limit 500";

    private static final String SETTLED =
            "update readiness_settlement set asked = false, settled_on = ?2 where entity_id = ?1";

    private static final String OPEN =
            "select duty_key, kind, due_on from readiness_duty where entity_id = ?1 and ended is null";

    /** What was met or called off and is asked for anew is another deadline. */
    private static final String ANNOUNCE = """
            insert into readiness_duty (id, entity_id, duty_key, kind, due_on) values (?1, ?2, ?3, ?4, ?5)
            on conflict (entity_id, duty_key) do update
               set id = case when readiness_duty.ended is null then readiness_duty.id else excluded.id end,
                   due_on = excluded.due_on, ended = null
            returning id
            """;

    private static final String END =
            "update readiness_duty set ended = ?3 where entity_id = ?1 and duty_key = ?2 returning id";

    private final Offices offices;
    private final Workforce workforce;
    private final Rolls rolls;
    private final Duties duties;
    private final Ids ids;

    Settlement(Offices offices, Workforce workforce, Rolls rolls, Duties duties, Ids ids) {
        this.offices = offices;
        this.workforce = workforce;
        this.rolls = rolls;
        this.duties = duties;
        this.ids = ids;
    }

    /** After every change of what the roll asks for. */
    Uni<Void> ask(Office office) {
        return Sql.update(ASK, office.entityId()).replaceWithVoid();
    }

    /** Entities whose roll has changed, or whose day: somebody's last one may have passed. */
    static Uni<List<String>> waiting(Instant now) {
        return Sql.rows(String.class, SOME, now);
    }

    /** Asks again once it alone may change the entity's roll: another replica may have settled it. */
    Uni<Void> settle(String entityId) {
        return workforce
                .lock(entityId)
                .chain(() -> offices.unattended(entityId))
                .chain(office -> Sql.rows(String.class, ONE, office.now(), entityId)
                        .chain(waiting -> waiting.isEmpty() ? Uni.createFrom().voidItem() : settle(office)));
    }

    private Uni<Void> settle(Office office) {
        return rolls.fold(
                        office.entityId(),
                        office.today(),
                        Map.<Duty, TrainingDuties.Progress>of(),
                        (found, part) -> TrainingDuties.together(found, TrainingDuties.of(part)))
                .chain(found -> open(office).map(open -> TrainingDuties.steps(found, open, office.today())))
                .chain(steps -> events(office, steps))
                .chain(events -> events.isEmpty() ? Uni.createFrom().voidItem() : duties.publish(office, events))
                .chain(() -> Sql.update(SETTLED, office.entityId(), office.today()))
                .replaceWithVoid();
    }

    private static Uni<List<Duty>> open(Office office) {
        return Sql.rows(Object[].class, OPEN, office.entityId())
                .map(rows -> rows.stream()
                        .map(row -> new Duty((String) row[0], Kind.valueOf((String) row[1]), (LocalDate) row[2]))
                        .toList());
    }

    private Uni<List<DeadlineEvent>> events(Office office, List<Step> steps) {
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> event(office, step))
                .collect()
                .asList();
    }

    private Uni<DeadlineEvent> event(Office office, Step step) {
        return switch (step) {
            case Step.Announce announce -> announced(office, announce.duty());
            case Step.Fulfil fulfil ->
                ended(office, fulfil.duty(), "MET")
                        .map(id -> Duties.met(office, id, fulfil.duty().dueOn()));
            case Step.CallOff callOff ->
                ended(office, callOff.duty(), "CANCELLED")
                        .map(id -> new DeadlineCancelled(id, null, "It is asked of nobody any more"));
        };
    }

    private Uni<DeadlineEvent> announced(Office office, Duty duty) {
        boolean first = duty.kind() == Kind.TRAINING_NEW_MEMBER;
        String title =
                first ? "Train whom a role asks for the first time" : "Train again whom a changed policy concerns";
        String source =
                first ? "45 CFR 164.530(b)(2)(i)(B), 164.308(a)(5)(i)" : "45 CFR 164.530(b)(2)(i)(C), 164.308(a)(5)(i)";
        return Sql.rows(
                        UUID.class,
                        ANNOUNCE,
                        ids.next(),
                        office.entityId(),
                        duty.key(),
                        duty.kind().name(),
                        duty.dueOn())
                .map(rows -> Duties.set(
                        office,
                        rows.getFirst(),
                        duty.kind().name(),
                        title,
                        duty.dueOn(),
                        OfficerRole.SECURITY_OFFICER,
                        source));
    }

    private static Uni<UUID> ended(Office office, Duty duty, String how) {
        return Sql.rows(UUID.class, END, office.entityId(), duty.key(), how).map(List::getFirst);
    }
}
