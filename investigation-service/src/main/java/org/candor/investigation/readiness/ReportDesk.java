package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.candor.investigation.readiness.ReportResource.ReportView;
import org.candor.investigation.readiness.decision.Catalogue;
import org.candor.investigation.readiness.decision.DepartmentCounts;
import org.candor.investigation.readiness.decision.Roll;
import org.candor.investigation.readiness.decision.Standing;
import org.candor.investigation.readiness.decision.WorkforceMember;
import org.candor.investigation.timeline.Sheet;
import org.candor.kit.identity.Caller;

/** Reports on the training of an entity's departments. Call inside a transaction. */
@ApplicationScoped
class ReportDesk {

    private static final List<String> HEADER =
            List.of("department", "person", "role", "joined", "course", "state", "completed", "due");

    /** Who sees every department. */
    private static final List<String> ALL_DEPARTMENTS =
            List.of("privacy-officer", "security-officer", "administrator", "auditor");

    private final Rolls rolls;
    private final Offices offices;
    private final Catalogue catalogue;
    private final Caller caller;

    ReportDesk(Rolls rolls, Offices offices, Catalogue catalogue, Caller caller) {
        this.rolls = rolls;
        this.offices = offices;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    Uni<ReportView> report(String entityId, String department) {
        return offices.enter(entityId, "read-readiness-report")
                .chain(office -> rolls.fold(
                                entityId,
                                office.today(),
                                List.<DepartmentCounts>of(),
                                (counts, part) ->
                                        DepartmentCounts.together(counts, DepartmentCounts.of(seen(part, department))))
                        .map(counts -> new ReportView(entityId, office.today(), catalogue.version(), counts)));
    }

    Uni<String> sheet(String entityId, String department) {
        return offices.enter(entityId, "export-readiness-report")
                .chain(office -> rolls.fold(entityId, office.today(), new ArrayList<List<String>>(), (rows, part) -> {
                            Roll seen = seen(part, department);
                            seen.present().stream()
                                    .flatMap(member -> rows(seen, member))
                                    .forEach(rows::add);
                            return rows;
                        })
                        .map(rows -> Sheet.csv(HEADER, rows)));
    }

    private Roll seen(Roll part, String department) {
        return new Roll(
                part.people().stream().filter(seen(department)).toList(),
                part.curricula(),
                part.trainings(),
                part.changes(),
                part.today());
    }

    /** A manager looks after his own people. */
    private Predicate<WorkforceMember> seen(String department) {
        Predicate<WorkforceMember> asked = member -> department == null || department.equals(member.department());
        return ALL_DEPARTMENTS.stream().anyMatch(caller::hasRole)
                ? asked
                : asked.and(member ->
                        caller.department().filter(member.department()::equals).isPresent());
    }

    /** Who has nothing to learn has a row too: a list of a department names everybody in it. */
    private static Stream<List<String>> rows(Roll roll, WorkforceMember member) {
        List<Standing> standings = roll.standings(member);
        return standings.isEmpty()
                ? Stream.of(row(member, "", "", "", ""))
                : standings.stream()
                        .map(one -> row(
                                member,
                                one.course(),
                                one.state().name(),
                                one.completedOn().map(Objects::toString).orElse(""),
                                one.dueOn().toString()));
    }

    private static List<String> row(WorkforceMember member, String course, String state, String completed, String due) {
        return List.of(
                member.department(),
                member.person(),
                member.role(),
                member.joinedOn().toString(),
                course,
                state,
                completed,
                due);
    }
}
