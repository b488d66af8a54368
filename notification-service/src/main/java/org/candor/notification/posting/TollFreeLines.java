package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.lookup.LookUpIndex;
import org.candor.notification.posting.decision.LineChecks;

/** The toll-free number of a substitute notice: active for its time, and checked (45 CFR 164.404(d)(2)(ii)). */
@ApplicationScoped
class TollFreeLines {

    private static final String OPEN = """
            insert into toll_free_line (incident_id, number, active_from, active_through) values (?1, ?2, ?3, ?4)
            on conflict (incident_id) do update
               set active_through = greatest(toll_free_line.active_through, excluded.active_through)
            """;

    private static final String FIND = """
            select number, active_from, active_through, check_due, check_deadline from toll_free_line where incident_id = ?1
            """;

    private record Line(
            String number, LocalDate activeFrom, LocalDate activeThrough, LocalDate checkDue, UUID checkDeadline) {}

    private final CampaignDesk desk;
    private final StandingDeadlines deadlines;
    private final LookUpIndex index;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    TollFreeLines(
            CampaignDesk desk,
            StandingDeadlines deadlines,
            LookUpIndex index,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.deadlines = deadlines;
        this.index = index;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /** The number is live from today. */
    Uni<Void> open(CampaignRow campaign, String number, LocalDate from, LocalDate through, String actor) {
        return Sql.update(OPEN, campaign.incidentId(), number, from, through)
                .chain(() -> index.want(campaign.incidentId()))
                .chain(() -> expect(campaign, LineChecks.first(from), actor));
    }

    /** A posting is up again, so that the line is needed longer. */
    Uni<Void> standThrough(CampaignRow campaign, LocalDate through, String actor) {
        return Sql.update(
                        "update toll_free_line set active_through = greatest(active_through, ?2) where incident_id = ?1",
                        campaign.incidentId(),
                        through)
                .chain(() -> expect(campaign, LineChecks.first(desk.today(campaign)), actor));
    }

    /** Under a hold nobody may learn anything at the line, so nobody checks it. */
    Uni<Void> pause(CampaignRow campaign, String actor) {
        return drop(campaign, "Held; the line says nothing of this breach", actor);
    }

    /** The line has stood its time. */
    Uni<Void> release(CampaignRow campaign, String actor) {
        return drop(campaign, "The line has stood its days", actor);
    }

    Uni<LineView> get(UUID incidentId) {
        return Transactions.run(
                () -> desk.read(incidentId, "read-toll-free-line").chain(() -> view(incidentId)));
    }

    Uni<LineView> check(UUID incidentId, LineCheckRequest request, String retryKey) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "check-line-" + incidentId,
                        retryKey,
                        request,
                        LineView.class,
                        () -> check(campaign, request))));
    }

    private Uni<LineView> check(CampaignRow campaign, LineCheckRequest request) {
        UUID incidentId = campaign.incidentId();
        if (request.checkedOn().isAfter(desk.today(campaign))) {
            throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/checkedOn", "not after today");
        }
        return line(incidentId)
                .call(() -> Sql.update(
                        "insert into line_check (id, incident_id, checked_on, answered, note, recorded_at, recorded_by)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        ids.next(),
                        incidentId,
                        request.checkedOn(),
                        request.answered(),
                        request.note() == null ? "" : request.note(),
                        clock.instant(),
                        caller.subject()))
                // A line that does not answer is not checked: the deadline stays until it does.
                .chain(line -> request.answered() && line.checkDeadline() != null
                        ? checked(campaign, line, request.checkedOn())
                        : Uni.createFrom().voidItem())
                .chain(() -> view(incidentId));
    }

    private Uni<Void> checked(CampaignRow campaign, Line line, LocalDate on) {
        String actor = caller.subject();
        long late = Math.max(0, ChronoUnit.DAYS.between(line.checkDue(), on));
        return deadlines
                .met(campaign, line.checkDeadline(), on, late, actor)
                .chain(() -> forget(campaign.incidentId()))
                .chain(() -> LineChecks.after(on, line.activeThrough())
                        .map(next -> expect(campaign, next, actor))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> expect(CampaignRow campaign, LocalDate due, String actor) {
        UUID deadline = ids.next();
        return Sql.update(
                        "update toll_free_line set check_due = ?2, check_deadline = ?3"
                                + " where incident_id = ?1 and check_deadline is null",
                        campaign.incidentId(),
                        due,
                        deadline)
                .chain(set -> set == 0 ? Uni.createFrom().voidItem() : deadlines.check(campaign, deadline, due, actor));
    }

    private Uni<Void> drop(CampaignRow campaign, String reason, String actor) {
        return find(campaign.incidentId())
                .chain(found -> found.map(Line::checkDeadline)
                        .map(deadline -> deadlines
                                .cancelled(campaign, deadline, reason, actor)
                                .chain(() -> forget(campaign.incidentId()))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Uni<Integer> forget(UUID incidentId) {
        return Sql.update(
                "update toll_free_line set check_due = null, check_deadline = null where incident_id = ?1", incidentId);
    }

    private static Uni<Line> line(UUID incidentId) {
        return find(incidentId).map(found -> found.orElseThrow(Problem::notFound));
    }

    private static Uni<Optional<Line>> find(UUID incidentId) {
        return Sql.rows(Object[].class, FIND, incidentId)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Line(
                                (String) row[0], (LocalDate) row[1], (LocalDate) row[2], (LocalDate) row[3], (UUID)
                                        row[4])));
    }

    private static Uni<LineView> view(UUID incidentId) {
        return line(incidentId)
                .chain(line -> Sql.rows(
                                Object[].class,
                                "select checked_on, answered, note, recorded_by from line_check where incident_id = ?1"
                                        + " order by recorded_at",
                                incidentId)
                        .map(rows -> new LineView(
                                line.number(),
                                line.activeFrom(),
                                line.activeThrough(),
                                line.checkDue(),
                                checks(rows))));
    }

    private static List<LineView.Check> checks(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new LineView.Check((LocalDate) row[0], (Boolean) row[1], (String) row[2], (String) row[3]))
                .toList();
    }
}
