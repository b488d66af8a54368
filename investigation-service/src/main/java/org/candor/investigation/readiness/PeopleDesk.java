package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.Completions.CompletionRequest;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.PeopleViews.PersonRequest;
import org.candor.investigation.readiness.PeopleViews.PersonView;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.investigation.readiness.decision.Standing;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** Keeps the list of the workforce, and says who has to learn what and by when. Call inside a transaction. */
@ApplicationScoped
class PeopleDesk {

    private final Workforce workforce;
    private final Offices offices;
    private final Completions completions;
    private final Duties duties;
    private final Ids ids;

    PeopleDesk(Workforce workforce, Offices offices, Completions completions, Duties duties, Ids ids) {
        this.workforce = workforce;
        this.offices = offices;
        this.completions = completions;
        this.duties = duties;
        this.ids = ids;
    }

    /** What a list asks for; null asks for nothing. */
    record Filter(String department, String role, Standing.State state) {
        boolean takes(PersonView view) {
            return (department == null || department.equals(view.department()))
                    && (role == null || role.equals(view.role()))
                    && (state == null || state == view.state());
        }
    }

    /** Those who work here, by their subjects; how somebody stands is reckoned and stored nowhere. */
    Uni<Page<PersonView>> list(String entityId, Filter filter, Optional<Cursor> after, int limit) {
        return offices.enter(entityId, "read-workforce")
                .chain(office -> workforce
                        .people(entityId)
                        .chain(rows -> workforce
                                .roll(entityId, office.today())
                                .map(roll -> rows.stream()
                                        .dropWhile(notYet(after))
                                        .skip(after.isPresent() ? 1 : 0)
                                        .filter(row -> row.member().worksHere(office.today()))
                                        .map(row -> new Listed(row.id, PeopleViews.of(row, roll, Optional.empty())))
                                        .filter(listed -> filter.takes(listed.view()))
                                        .limit(limit + 1L)
                                        .toList())))
                .map(listed -> Page.of(listed, limit, Listed::view, one -> new Cursor(Instant.EPOCH, one.id())));
    }

    private record Listed(UUID id, PersonView view) {}

    private static Predicate<WorkforceRow> notYet(Optional<Cursor> after) {
        return row -> after.map(cursor -> !cursor.id().equals(row.id)).orElse(false);
    }

    Uni<Tagged<PersonView>> person(String entityId, String person) {
        return offices.enter(entityId, "read-workforce-person").chain(office -> view(office, person));
    }

    /** Whoever joins learns from the answer what is due and by when, and the board is told. */
    Uni<Tagged<PersonView>> put(String person, String ifMatch, PersonRequest request) {
        if (request.leftOn() != null && request.leftOn().isBefore(request.joinedOn())) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/leftOn", "before the day of joining");
        }
        return offices.change(request.entityId(), "change-workforce")
                .invoke(office -> Readiness.vouch(person, office.by()).orThrow(ReadinessProblem::of))
                .chain(office -> workforce
                        .person(request.entityId(), person)
                        .chain(found -> {
                            EntityTags.check(
                                    ifMatch, found.map(row -> row.changes).orElse(0));
                            return workforce.add(take(office, found.orElseGet(() -> fresh(office, person)), request));
                        })
                        .chain(() -> duties.settle(office))
                        .chain(() -> view(office, person)));
    }

    Uni<Tagged<PersonView>> complete(UUID id, String person, CompletionRequest request) {
        return offices.change(request.entityId(), "record-training")
                .chain(office -> workforce
                        .person(request.entityId(), person)
                        .invoke(found -> found.orElseThrow(Problem::notFound))
                        .chain(() -> completions.enter(office, id, completions.completion(office, person, request)))
                        .chain(() -> view(office, person)));
    }

    WorkforceRow fresh(Office office, String person) {
        WorkforceRow row = new WorkforceRow();
        row.id = ids.next();
        row.entityId = office.entityId();
        row.person = person;
        return row;
    }

    static WorkforceRow take(Office office, WorkforceRow row, PersonRequest request) {
        if (row.role != null && !row.role.equals(request.role())) {
            row.roleSince = office.today();
        }
        row.department = request.department();
        row.role = request.role();
        row.joinedOn = request.joinedOn();
        row.leftOn = request.leftOn();
        row.changes++;
        row.changedBy = office.by();
        row.changedAt = office.now();
        return row;
    }

    private Uni<Tagged<PersonView>> view(Office office, String person) {
        return workforce
                .person(office.entityId(), person)
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(row -> workforce
                        .trainings(office.entityId(), person)
                        .chain(trainings -> workforce
                                .roll(office.entityId(), person, office.today())
                                .map(roll ->
                                        new Tagged<>(PeopleViews.of(row, roll, Optional.of(trainings)), row.changes))));
    }
}
