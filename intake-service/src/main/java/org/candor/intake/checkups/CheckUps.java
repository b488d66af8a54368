package org.candor.intake.checkups;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.intake.checkups.decision.CheckUpPlan;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;

/** Plans the check-ups of a report. The board knows the next one only: further ones are set when it is due. */
@ApplicationScoped
public class CheckUps {

    private static final String PLAN = """
            insert into check_up (check_up_id, incident_id, entity_id, drill, zone, number, days_after, due_on, state, role)
            select cast(p.id as uuid), ?1, ?2, ?3, ?4, p.number, cast(p.days as bigint), cast(p.due as date), 'PLANNED', ?8
              from unnest(cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[])) with ordinality
                   as p(id, days, due, number)
             where not exists (select 1 from check_up where incident_id = ?1)
            """;

    private static final String OTHERS = "incidentId = ?1 and state in ?2 and role <> ?3";

    private final CheckUpPlan plan;
    private final CheckUpRows rows;
    private final Outbox outbox;
    private final Ids ids;

    CheckUps(CheckUpConfig config, CheckUpRows rows, Outbox outbox, Ids ids) {
        this.plan = new CheckUpPlan(config.days());
        this.rows = rows;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** What is planned for a report, and what the board is told of it; empty where nobody is asked. */
    public record Plan(List<CheckUp> checkUps) {

        public Plan {
            checkUps = List.copyOf(checkUps);
        }

        /** The first one's deadline. */
        public Optional<DeadlineSet> deadline() {
            return checkUps.stream().findFirst().map(CheckUp::deadline);
        }
    }

    public Plan plan(
            UUID incidentId,
            EntityOfficers entity,
            ReportKind kind,
            boolean byWorkforce,
            Instant receivedAt,
            boolean drill,
            OfficerRole responsible) {
        if (!CheckUpPlan.protects(kind, byWorkforce)) {
            return new Plan(List.of());
        }
        return new Plan(plan.from(LocalDate.ofInstant(receivedAt, entity.zone())).stream()
                .map(one -> row(incidentId, entity, one, drill, responsible))
                .toList());
    }

    /** Call inside the transaction that stores the report, once it is stored. */
    public Uni<Void> keep(Plan planned) {
        return planned.checkUps().isEmpty()
                ? Uni.createFrom().voidItem()
                : insert(planned.checkUps()).replaceWithVoid();
    }

    /** As {@link #keep}, where no check-up is planned yet; answers whether it was kept. */
    public Uni<Boolean> keepFirst(Plan planned) {
        return planned.checkUps().isEmpty()
                ? Uni.createFrom().item(false)
                : insert(planned.checkUps()).map(kept -> kept > 0);
    }

    /**
     * Makes the open ones the duty of this role, and tells the board of those that it shows. Call inside the transaction in
     * which the route was decided again.
     */
    public Uni<Void> assign(UUID incidentId, OfficerRole responsible, Origin origin) {
        return rows.count(OTHERS, incidentId, CheckUpRows.OPEN, responsible)
                .chain(others -> others == 0
                        ? Uni.createFrom().voidItem()
                        : rows.held(incidentId)
                                .chain(all ->
                                        outbox.publishAll(Topic.REPORT, CheckUps.assigned(all, responsible), origin)));
    }

    /** The board shows those that are due, and the next one. */
    private static List<DeadlineSet> assigned(List<CheckUp> all, OfficerRole responsible) {
        List<CheckUp> open =
                all.stream().filter(row -> CheckUpRows.OPEN.contains(row.state)).toList();
        open.forEach(row -> row.role = responsible);
        Stream<CheckUp> due = open.stream().filter(row -> row.state == CheckUp.State.DUE);
        Stream<CheckUp> next =
                open.stream().filter(row -> row.state == CheckUp.State.PLANNED).limit(1);
        return Stream.concat(due, next).map(CheckUp::deadline).toList();
    }

    private static Uni<Integer> insert(List<CheckUp> planned) {
        CheckUp first = planned.getFirst();
        return Sql.update(
                PLAN,
                first.incidentId,
                first.entityId,
                first.drill,
                first.zone,
                texts(planned, row -> row.checkUpId.toString()),
                texts(planned, row -> Long.toString(row.daysAfter)),
                texts(planned, row -> row.dueOn.toString()),
                first.role.name());
    }

    private static String[] texts(List<CheckUp> planned, Function<CheckUp, String> value) {
        return planned.stream().map(value).toArray(String[]::new);
    }

    private CheckUp row(
            UUID incidentId,
            EntityOfficers entity,
            CheckUpPlan.Planned planned,
            boolean drill,
            OfficerRole responsible) {
        CheckUp row = new CheckUp();
        row.checkUpId = ids.next();
        row.incidentId = incidentId;
        row.entityId = entity.entityId();
        row.drill = drill;
        row.zone = entity.zone().getId();
        row.number = planned.number();
        row.daysAfter = planned.daysAfter();
        row.dueOn = planned.dueOn();
        row.state = CheckUp.State.PLANNED;
        row.role = responsible;
        return row;
    }
}
