package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CasePhase;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.DrillViews.DrillRequest;
import org.candor.investigation.readiness.DrillViews.DrillView;
import org.candor.investigation.readiness.DrillViews.FindingRequest;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.decision.Drill;
import org.candor.investigation.readiness.decision.Drills;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** Plans drills, follows them through their case, and keeps what they showed. Call inside a transaction. */
@ApplicationScoped
class DrillDesk {

    private static final String POLICY = "Policy I.A.2";

    private final DrillRows drills;
    private final Offices offices;
    private final Duties duties;
    private final CaseAccess cases;

    DrillDesk(DrillRows drills, Offices offices, Duties duties, CaseAccess cases) {
        this.drills = drills;
        this.offices = offices;
        this.duties = duties;
        this.cases = cases;
    }

    private interface Change {
        Uni<Void> on(Office office, DrillRow row);
    }

    Uni<Page<DrillView>> list(String entityId, Optional<Drill.State> state, Optional<Cursor> after, int limit) {
        return offices.enter(entityId, "read-drills")
                .chain(() -> drills.seen(entityId))
                .chain(seen -> drills.of(entityId, state, after, limit)
                        .map(rows -> Page.of(
                                rows,
                                limit,
                                row -> DrillViews.of(row, seen, null),
                                row -> new Cursor(Instant.EPOCH, row.id))));
    }

    Uni<Tagged<DrillView>> read(UUID id) {
        return drills.find(id)
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(row -> offices.enter(row.entityId, "read-drill").chain(() -> view(row)));
    }

    Uni<Void> plan(UUID id, DrillRequest request) {
        return offices.enter(request.entityId(), "plan-drill").chain(office -> {
            Drill drill = Drills.plan(request.dueOn(), Optional.ofNullable(request.everyMonths()), office.today())
                    .orThrow(ReadinessProblem::of);
            return plan(office, id, request.scenario(), drill);
        });
    }

    Uni<Tagged<DrillView>> run(UUID id, String ifMatch, UUID incidentId) {
        return change(
                id,
                ifMatch,
                "run-drill",
                (office, row) -> cases.toRead(incidentId, "run-drill")
                        .chain(known -> drills.isTaken(incidentId).invoke(taken -> {
                            boolean exercise = known.drill() && known.entityId().equals(row.entityId);
                            row.state = Drills.run(row.drill(), exercise, taken)
                                    .orThrow(ReadinessProblem::of)
                                    .state();
                            row.incidentId = incidentId;
                        }))
                        .replaceWithVoid());
    }

    /** A task of the organisation and not of the exercise: it stands on the board of what is real. */
    Uni<Tagged<DrillView>> find(UUID id, UUID findingId, String ifMatch, FindingRequest request) {
        return change(
                id,
                ifMatch,
                "record-drill-finding",
                (office, row) -> mayRead(row, "record-drill-finding").chain(() -> {
                    Drills.find(row.drill(), request.dueOn(), office.today()).orThrow(ReadinessProblem::of);
                    DrillFindingRow finding = new DrillFindingRow();
                    finding.id = findingId;
                    finding.drillId = id;
                    finding.text = request.text();
                    finding.owner = request.owner();
                    finding.dueOn = request.dueOn();
                    finding.recordedBy = office.by();
                    finding.recordedAt = office.now();
                    return drills.add(finding)
                            .chain(() -> duties.announce(
                                    office,
                                    findingId,
                                    "DRILL_FINDING",
                                    "Set right what a drill showed",
                                    request.dueOn(),
                                    request.owner(),
                                    POLICY));
                }));
    }

    Uni<Tagged<DrillView>> settle(UUID id, UUID findingId, String ifMatch, String proof) {
        return change(
                id,
                ifMatch,
                "complete-drill-finding",
                (office, row) -> mayRead(row, "complete-drill-finding")
                        .chain(() -> drills.findings(id))
                        .map(all -> all.stream()
                                .filter(one -> one.id.equals(findingId))
                                .findFirst()
                                .orElseThrow(Problem::notFound))
                        .chain(finding -> {
                            if (finding.doneOn != null) {
                                throw new Problem(ReadinessProblem.FINDING_DONE_ALREADY);
                            }
                            finding.doneOn = office.today();
                            finding.doneBy = office.by();
                            finding.proof = proof;
                            return duties.fulfil(office, findingId, finding.dueOn);
                        }));
    }

    /** Ends it on the day on which it is told, and plans the next one where it comes again. */
    Uni<Tagged<DrillView>> conclude(UUID id, UUID nextId, String ifMatch, String outcome) {
        return change(
                id,
                ifMatch,
                "conclude-drill",
                (office, row) -> closed(row).chain(closed -> {
                    Drill concluded = Drills.conclude(row.drill(), closed).orThrow(ReadinessProblem::of);
                    row.heldOn = office.today();
                    end(office, row, concluded, outcome);
                    return duties.fulfil(office, id, row.dueOn)
                            .chain(() -> Drills.nextDueOn(concluded, office.today())
                                    .map(dueOn -> plan(
                                                    office,
                                                    nextId,
                                                    row.scenario,
                                                    new Drill(Drill.State.PLANNED, dueOn, concluded.everyMonths()))
                                            .invoke(() -> row.next = nextId))
                                    .orElseGet(() -> Uni.createFrom().voidItem()));
                }));
    }

    Uni<Tagged<DrillView>> cancel(UUID id, String ifMatch, String reason) {
        return change(id, ifMatch, "cancel-drill", (office, row) -> {
            end(office, row, Drills.cancel(row.drill()).orThrow(ReadinessProblem::of), reason);
            return duties.callOff(office, id, "The drill was cancelled");
        });
    }

    private static void end(Office office, DrillRow row, Drill ended, String outcome) {
        row.state = ended.state();
        row.outcome = outcome;
        row.endedBy = office.by();
        row.endedAt = office.now();
    }

    /** What an exercise showed does not exist for whom its case does not exist. */
    private Uni<Void> mayRead(DrillRow row, String action) {
        return row.incidentId == null
                ? Uni.createFrom().voidItem()
                : cases.toRead(row.incidentId, action).replaceWithVoid();
    }

    /** Who may not see the case does not end its drill. */
    private Uni<Boolean> closed(DrillRow row) {
        return row.incidentId == null
                ? Uni.createFrom().item(false)
                : cases.toRead(row.incidentId, "conclude-drill").map(known -> known.phase() == CasePhase.CLOSED);
    }

    private Uni<Void> plan(Office office, UUID id, String scenario, Drill drill) {
        DrillRow row = new DrillRow();
        row.id = id;
        row.entityId = office.entityId();
        row.scenario = scenario;
        row.state = drill.state();
        row.dueOn = drill.dueOn();
        row.everyMonths = drill.everyMonths().orElse(null);
        row.plannedBy = office.by();
        row.plannedAt = office.now();
        row.changes = 1;
        return drills.add(row)
                .chain(() -> duties.announce(
                        office,
                        id,
                        "DRILL_DUE",
                        "Hold a drill of the response to incidents",
                        row.dueOn,
                        OfficerRole.SECURITY_OFFICER,
                        POLICY));
    }

    private Uni<Tagged<DrillView>> change(UUID id, String ifMatch, String action, Change change) {
        return drills.findForChange(id)
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(row -> offices.enter(row.entityId, action)
                        .invoke(() -> EntityTags.check(ifMatch, row.changes))
                        .chain(office -> change.on(office, row))
                        .invoke(() -> row.changes++)
                        .chain(drills::flush)
                        .chain(() -> view(row)));
    }

    private Uni<Tagged<DrillView>> view(DrillRow row) {
        return drills.seen(row.entityId)
                .chain(seen -> drills.findings(row.id)
                        .map(findings -> new Tagged<>(DrillViews.of(row, seen, findings), row.changes)));
    }
}
