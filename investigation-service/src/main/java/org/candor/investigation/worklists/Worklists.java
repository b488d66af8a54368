package org.candor.investigation.worklists;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.events.CasePhase;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.Playbook;
import org.candor.investigation.cases.decision.Playbooks;
import org.candor.investigation.timeline.Deadlines;
import org.candor.investigation.worklists.WorklistViews.ApprovalPart;
import org.candor.investigation.worklists.WorklistViews.CasePart;
import org.candor.investigation.worklists.WorklistViews.OverduePart;
import org.candor.investigation.worklists.WorklistViews.PhaseCount;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;

/** The queries behind the worklists. Call inside a session. */
@ApplicationScoped
class Worklists {

    /** What every list and number begins with: ?1 the caller, ?2 his grant. */
    private static final String SEEN = """
              from case_file c
             where incident_visible(c.incident_id, ?1, ?2) and not c.drill
            """;

    private static final String CASE = """
            select c.incident_id, c.entity_id, c.phase, c.report_kind, c.urgent, c.opened_at, c.updated_at
            """ + SEEN;

    private static final String AFTER = " and (c.opened_at, c.incident_id) < (?3, ?4)";
    private static final String ORDER = " order by c.opened_at desc, c.incident_id desc limit ?5";

    private static final String MINE = """
             and c.closed_at is null
             and (exists (select 1 from case_assignment a
                           where a.incident_id = c.incident_id and a.person = ?1 and a.released_at is null)
                  or exists (select 1 from incident_routing r
                              where r.incident_id = c.incident_id
                                and cast(r.officers as jsonb) -> 'officers'
                                    @> jsonb_build_array(jsonb_build_object('person', cast(?1 as text)))))
            """;

    private static final String TEAM = """
             and c.closed_at is null
             and exists (select 1
                           from response_member me
                           join response_member other on other.entity_id = me.entity_id and other.active
                           join case_assignment a on a.person = other.person and a.released_at is null
                          where me.person = ?1 and me.active and me.entity_id = c.entity_id
                            and a.incident_id = c.incident_id)
            """;

    /** Codes, ids and titles only; none of it was written by hand. */
    private static final String SEARCH = """
             and (cast(c.incident_id as text) like ?6
                  or lower(c.report_kind) like ?6 or lower(c.phase) like ?6 or lower(c.entity_id) like ?6
                  or exists (select 1 from case_deadline d
                              where d.incident_id = c.incident_id and lower(d.title) like ?6)
                  or exists (select 1 from timeline_entry t
                              where t.incident_id = c.incident_id
                                and (lower(t.kind) like ?6 or lower(t.reference) like ?6)))
            """;

    private static final String OVERDUE = """
            select d.deadline_id, d.incident_id, d.kind, d.title, d.role, d.due_on, d.due_at
              from case_deadline d join case_file c using (incident_id)
             where incident_visible(c.incident_id, ?1, ?2) and not c.drill
               and d.met_on is null and not d.cancelled
               and (d.due_at < ?3 or d.due_on < cast(cast(?3 as timestamptz) at time zone d.zone as date))
             order by coalesce(cast(d.due_on as timestamptz), d.due_at), d.deadline_id
             limit 500
            """;

    /**
     * ?3 the head of the organisation, ?4 an officer, ?6 who approves steps, ?5 the steps that ask for it. Nothing waits for
     * who wrote it himself.
     */
    private static final String APPROVALS = """
            select w.what, w.id, w.incident_id, w.since
              from (select 'recommendation' as what, r.id, r.incident_id, r.proposed_at as since, r.proposed_by <> ?1 as his
                      from recommendation r where r.approved is null and ?3
                    union all
                    select 'step', s.id, s.incident_id, s.recorded_at, s.recorded_by <> ?1
                      from step_entry s join case_file f using (incident_id)
                     where s.outcome = 'DONE' and s.round = f.round and s.step = any (string_to_array(?5, ',')) and ?6
                       and not exists (select 1 from step_approval a where a.entry_id = s.id)
                       and not exists (select 1 from step_entry later where later.replaces = s.id)
                    union all
                    select 'agency-report', a.id, a.incident_id, a.written_at, not (?1 = any (a.authors))
                      from agency_draft a where a.signed_at is null and not a.withdrawn and (?3 or ?4)
                    union all
                    select 'sanction', p.id, p.incident_id, p.proposed_at, not (?1 = any (p.proposers))
                      from sanction_person p join sanction_record s using (incident_id)
                     where p.proposal is not null and p.ruling is null and ?1 = any (s.readers) and (?3 or ?4)) w
              join case_file c on c.incident_id = w.incident_id
             where incident_visible(c.incident_id, ?1, ?2) and not c.drill and c.closed_at is null and w.his
             order by w.since, w.id
             limit 500
            """;

    private static final String COUNTS = "select c.phase, count(*) " + SEEN + " group by c.phase";

    private static final String MEDIANS = """
            select p.phase, count(*),
                   percentile_cont(0.5) within group (order by extract(epoch from p.ended_at - p.started_at))
              from phase_span p join case_file c using (incident_id)
             where incident_visible(c.incident_id, ?1, ?2) and not c.drill and p.ended_at is not null
             group by p.phase
            """;

    private static final String DRILLS = """
            select c.incident_id, c.entity_id, c.phase, c.report_kind, c.urgent, c.opened_at, c.updated_at
              from case_file c
             where incident_visible(c.incident_id, ?1, ?2) and c.drill
            """;

    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    private final Caller caller;
    private final Clock clock;
    private final String stepsToApprove;

    Worklists(Caller caller, Clock clock, Playbooks playbooks) {
        this.caller = caller;
        this.clock = clock;
        this.stepsToApprove = playbooks.all().stream()
                .flatMap(playbook -> playbook.steps().stream())
                .filter(Playbook.Step::approval)
                .map(Playbook.Step::id)
                .collect(Collectors.joining(","));
    }

    /** Open cases in which the caller is in charge or assigned. */
    Uni<List<CasePart>> mine(Optional<Cursor> after, int limit) {
        return cases(CASE + MINE, after, limit);
    }

    /** Open cases on which somebody of a response team that the caller belongs to is assigned. */
    Uni<List<CasePart>> team(Optional<Cursor> after, int limit) {
        return cases(CASE + TEAM, after, limit);
    }

    Uni<List<CasePart>> search(String words, Optional<Cursor> after, int limit) {
        String escaped = words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return cases(CASE + SEARCH, after, limit, "%" + escaped + "%");
    }

    /** Exercises, open and closed: the log of drills (policy I.A.2). */
    Uni<List<CasePart>> drills(Optional<Cursor> after, int limit) {
        return cases(DRILLS, after, limit);
    }

    Uni<List<OverduePart>> overdue() {
        return Sql.rows(Object[].class, OVERDUE, caller.subject(), caller.entitiesFilter(), clock.instant())
                .map(rows -> rows.stream().map(Worklists::overdue).toList());
    }

    Uni<List<ApprovalPart>> approvals() {
        boolean head = caller.hasRole("administrator");
        boolean officer = caller.hasRole("privacy-officer") || caller.hasRole("security-officer");
        boolean stands = head || caller.hasRole("security-officer");
        return Sql.rows(
                        Object[].class,
                        APPROVALS,
                        caller.subject(),
                        caller.entitiesFilter(),
                        head,
                        officer,
                        stepsToApprove,
                        stands)
                .map(rows -> rows.stream()
                        .map(row -> new ApprovalPart(
                                (String) row[0], (UUID) row[1], (UUID) row[2], Deadlines.instant(row[3])))
                        .toList());
    }

    /** Cases by phase, and how long the phases that have ended took. */
    Uni<List<PhaseCount>> counts() {
        return Sql.rows(Object[].class, COUNTS, caller.subject(), caller.entitiesFilter())
                .chain(counts -> Sql.rows(Object[].class, MEDIANS, caller.subject(), caller.entitiesFilter())
                        .map(medians -> Arrays.stream(CasePhase.values())
                                .map(phase -> count(phase, counts, medians))
                                .toList()));
    }

    private Uni<List<CasePart>> cases(String query, Optional<Cursor> after, int limit, Object... more) {
        Cursor from = after.orElse(START);
        List<Object> parameters =
                new ArrayList<>(List.of(caller.subject(), caller.entitiesFilter(), from.at(), from.id(), limit + 1));
        parameters.addAll(List.of(more));
        return Sql.rows(Object[].class, query + AFTER + ORDER, parameters.toArray())
                .map(rows -> rows.stream().map(Worklists::part).toList());
    }

    private static PhaseCount count(CasePhase phase, List<Object[]> counts, List<Object[]> medians) {
        long cases = of(phase, counts).map(row -> ((Number) row[1]).longValue()).orElse(0L);
        Optional<Object[]> median = of(phase, medians);
        return new PhaseCount(
                phase,
                cases,
                median.map(row -> ((Number) row[1]).longValue()).orElse(0L),
                median.map(row -> Duration.ofSeconds(((Number) row[2]).longValue())
                                .toString())
                        .orElse(null));
    }

    private static Optional<Object[]> of(CasePhase phase, List<Object[]> rows) {
        return rows.stream().filter(row -> phase.name().equals(row[0])).findFirst();
    }

    private static CasePart part(Object[] row) {
        return new CasePart(
                (UUID) row[0],
                (String) row[1],
                CasePhase.valueOf((String) row[2]),
                ReportKind.valueOf((String) row[3]),
                (Boolean) row[4],
                Deadlines.instant(row[5]),
                Deadlines.instant(row[6]));
    }

    private static OverduePart overdue(Object[] row) {
        LocalDate dueOn = row[5] == null ? null : Deadlines.day(row[5]);
        Instant dueAt = row[6] == null ? null : Deadlines.instant(row[6]);
        return new OverduePart(
                (UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (String) row[4], dueOn, dueAt);
    }
}
