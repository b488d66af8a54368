package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.Completions.CompletionRequest;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.PeopleViews.PersonRequest;
import org.candor.investigation.readiness.PeopleViews.PersonView;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.investigation.readiness.decision.Roll;
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
    private final Rolls rolls;
    private final Settlement settlement;
    private final Ids ids;

    PeopleDesk(
            Workforce workforce,
            Offices offices,
            Completions completions,
            Rolls rolls,
            Settlement settlement,
            Ids ids) {
        this.workforce = workforce;
        this.offices = offices;
        this.completions = completions;
        this.rolls = rolls;
        this.settlement = settlement;
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
                .chain(office -> after.map(cursor -> workforce.subject(entityId, cursor.id()))
                        .orElse(Uni.createFrom().item(Optional.of("")))
                        .map(subject -> subject.orElse(""))
                        .chain(subject -> rolls.fold(
                                entityId,
                                office.today(),
                                subject,
                                List.<PersonView>of(),
                                (found, part) -> found(entityId, filter, limit + 1, found, part),
                                found -> found.size() <= limit)))
                .chain(found -> workforce
                        .ids(entityId, found.stream().map(PersonView::person).toList())
                        .map(ids -> Page.of(
                                found,
                                limit,
                                Function.identity(),
                                view -> new Cursor(Instant.EPOCH, ids.get(view.person())))));
    }

    private static List<PersonView> found(String entityId, Filter filter, int most, List<PersonView> soFar, Roll part) {
        return Stream.concat(
                        soFar.stream(),
                        part.present().stream()
                                .map(member ->
                                        PeopleViews.of(entityId, member, part.standings(member), Optional.empty()))
                                .filter(filter::takes))
                .limit(most)
                .toList();
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
                        .chain(() -> settlement.ask(office))
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
        if (isBack(row, request)) {
            row.roleSince = null;
        } else if (row.role != null && !row.role.equals(request.role())) {
            row.roleSince = office.today();
        }
        row.earlierLeftOn = earlierLeftOn(row, request);
        row.department = request.department();
        row.role = request.role();
        row.joinedOn = request.joinedOn();
        row.leftOn = request.leftOn();
        row.changes++;
        row.changedBy = office.by();
        row.changedAt = office.now();
        return row;
    }

    /** Who comes back has his role, be it another one, from the day on which he is back. */
    private static boolean isBack(WorkforceRow row, PersonRequest request) {
        return row.leftOn != null && request.joinedOn().isAfter(row.leftOn);
    }

    /** A later correction of the day of joining may undo that he left at all. */
    private static LocalDate earlierLeftOn(WorkforceRow row, PersonRequest request) {
        return Stream.of(row.leftOn, row.earlierLeftOn)
                .filter(day -> day != null && request.joinedOn().isAfter(day))
                .findFirst()
                .orElse(null);
    }

    private Uni<Tagged<PersonView>> view(Office office, String person) {
        return workforce
                .person(office.entityId(), person)
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(row -> workforce
                        .trainings(office.entityId(), List.of(person))
                        .chain(trainings -> rolls.standings(office.entityId(), person, office.today())
                                .map(standings -> new Tagged<>(
                                        PeopleViews.of(
                                                office.entityId(), row.member(), standings, Optional.of(trainings)),
                                        row.changes))));
    }
}
