package org.candor.investigation.readiness;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.investigation.readiness.Completions.CompletionRequest;
import org.candor.investigation.readiness.Completions.Evidence;
import org.candor.investigation.readiness.ImportResource.ImportView;
import org.candor.investigation.readiness.ImportResource.Result;
import org.candor.investigation.readiness.ImportResource.RowPart;
import org.candor.investigation.readiness.ListRows.Fault;
import org.candor.investigation.readiness.ListRows.Row;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.PeopleViews.PersonRequest;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;

/**
 * Takes in lists. Every row has its own result: those that are right are taken, the others are named by line and column and
 * never by what stands in them. A dry run finds the same and changes nothing. Call inside a transaction.
 */
@ApplicationScoped
class ImportDesk {

    private static final int LONGEST_ROLE = 60;
    private static final int PART = 500;

    private final Workforce workforce;
    private final Teams teams;
    private final Offices offices;
    private final Completions completions;
    private final PeopleDesk people;
    private final Settlement settlement;
    private final Ids ids;

    ImportDesk(
            Workforce workforce,
            Teams teams,
            Offices offices,
            Completions completions,
            PeopleDesk people,
            Settlement settlement,
            Ids ids) {
        this.workforce = workforce;
        this.teams = teams;
        this.offices = offices;
        this.completions = completions;
        this.people = people;
        this.settlement = settlement;
        this.ids = ids;
    }

    /** Who is not in the list stays as he is. */
    Uni<ImportView> people(String entityId, byte[] file, boolean dryRun) {
        List<Row> rows = ListRows.of(file, List.of("person", "department", "role", "joined_on"));
        Set<String> seen = new HashSet<>();
        return offices.change(entityId, "import-workforce", "dryRun=" + dryRun)
                .chain(office -> inParts(rows, part -> people(office, part, seen, dryRun))
                        .call(results -> settled(office, results, dryRun)))
                .map(results -> ImportView.of(dryRun, results));
    }

    private Uni<List<RowPart>> people(Office office, List<Row> rows, Set<String> seen, boolean dryRun) {
        return workforce.people(office.entityId(), persons(rows)).chain(known -> {
            Map<String, WorkforceRow> byPerson =
                    known.stream().collect(Collectors.toMap(row -> row.person, Function.identity()));
            List<WorkforceRow> changed = new ArrayList<>();
            List<RowPart> results = results(rows, row -> {
                String person = row.text("person");
                PersonRequest request = request(office.entityId(), row);
                if (!seen.add(person)) {
                    throw new Fault("TWICE", "person");
                }
                WorkforceRow before = byPerson.get(person);
                Result result = compared(before, request);
                if (result != Result.UNCHANGED) {
                    Readiness.vouch(person, office.by()).orThrow(ReadinessProblem::of);
                    WorkforceRow kept = before == null ? people.fresh(office, person) : before;
                    changed.add(PeopleDesk.take(office, kept, request));
                }
                return result;
            });
            return (dryRun || changed.isEmpty() ? Uni.createFrom().voidItem() : workforce.putPeople(office, changed))
                    .replaceWith(results);
        });
    }

    Uni<ImportView> trainings(String entityId, byte[] file, boolean dryRun) {
        List<Row> rows = ListRows.of(file, List.of("person", "course", "completed_on"));
        Set<Done> done = new HashSet<>();
        return offices.change(entityId, "import-trainings", "dryRun=" + dryRun)
                .chain(office -> teams.active(entityId)
                        .chain(team -> inParts(rows, part -> trainings(office, part, Set.copyOf(team), done, dryRun))))
                .map(results -> ImportView.of(dryRun, results));
    }

    /** Of the workforce and of the active response team. */
    private Uni<List<RowPart>> trainings(
            Office office, List<Row> rows, Set<String> team, Set<Done> done, boolean dryRun) {
        Set<String> persons = persons(rows);
        return workforce
                .ids(office.entityId(), persons)
                .chain(listed -> workforce.trainings(office.entityId(), persons).chain(before -> {
                    before.forEach(row -> done.add(new Done(row.person, row.course, row.completedOn)));
                    List<TrainingRow> fresh = new ArrayList<>();
                    List<RowPart> results = results(rows, row -> {
                        String person = row.text("person");
                        if (!listed.containsKey(person) && !team.contains(person)) {
                            throw new Fault("UNKNOWN_PERSON", "person");
                        }
                        Completions.Completion completion =
                                completions.completion(office, person, completion(office.entityId(), row));
                        if (!done.add(new Done(
                                person,
                                completion.training().course(),
                                completion.training().completedOn()))) {
                            return Result.UNCHANGED;
                        }
                        fresh.add(completions.row(office, ids.next(), completion));
                        return Result.ADDED;
                    });
                    return (dryRun || fresh.isEmpty() ? Uni.createFrom().voidItem() : completions.enter(office, fresh))
                            .replaceWith(results);
                }));
    }

    /** Each part is read and written at once, and between two of them others are answered. */
    private static Uni<List<RowPart>> inParts(List<Row> rows, Function<List<Row>, Uni<List<RowPart>>> take) {
        return Multi.createFrom()
                .iterable(rows)
                .group()
                .intoLists()
                .of(PART)
                .onItem()
                .transformToUniAndConcatenate(part -> take.apply(part))
                .collect()
                .asList()
                .map(parts -> parts.stream().flatMap(List::stream).toList());
    }

    private Uni<Void> settled(Office office, List<RowPart> results, boolean dryRun) {
        boolean changed =
                results.stream().anyMatch(part -> part.result() == Result.ADDED || part.result() == Result.CHANGED);
        return dryRun || !changed ? Uni.createFrom().voidItem() : settlement.ask(office);
    }

    /** Those that can be read; a row of which that is not so is refused later. */
    private static Set<String> persons(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> {
                    try {
                        return row.optional("person").stream();
                    } catch (Fault unreadable) {
                        return Stream.empty();
                    }
                })
                .collect(Collectors.toSet());
    }

    private record Done(String person, String course, LocalDate completedOn) {}

    private static List<RowPart> results(List<Row> rows, Function<Row, Result> take) {
        return rows.stream().map(row -> result(row, take)).toList();
    }

    private static RowPart result(Row row, Function<Row, Result> take) {
        try {
            return new RowPart(row.line(), take.apply(row.whole()), null, null);
        } catch (Fault fault) {
            return new RowPart(row.line(), Result.REFUSED, fault.code(), fault.column());
        } catch (Problem problem) {
            return new RowPart(row.line(), Result.REFUSED, problem.code().code(), null);
        }
    }

    private static PersonRequest request(String entityId, Row row) {
        LocalDate joinedOn = row.day("joined_on");
        Optional<LocalDate> leftOn = row.optionalDay("left_on");
        if (leftOn.filter(day -> day.isBefore(joinedOn)).isPresent()) {
            throw new Fault("LEFT_BEFORE_JOINING", "left_on");
        }
        String role = row.text("role");
        if (role.length() > LONGEST_ROLE) {
            throw new Fault("UNREADABLE", "role");
        }
        return new PersonRequest(entityId, row.text("department"), role, joinedOn, leftOn.orElse(null));
    }

    private static CompletionRequest completion(String entityId, Row row) {
        return new CompletionRequest(
                entityId,
                row.text("course"),
                row.day("completed_on"),
                row.optionalDay("valid_until").orElse(null),
                row.optional("evidence")
                        .map(reference -> new Evidence(null, null, reference))
                        .orElse(null));
    }

    private static Result compared(WorkforceRow before, PersonRequest request) {
        if (before == null) {
            return Result.ADDED;
        }
        PersonRequest same =
                new PersonRequest(before.entityId, before.department, before.role, before.joinedOn, before.leftOn);
        return same.equals(request) ? Result.UNCHANGED : Result.CHANGED;
    }
}
