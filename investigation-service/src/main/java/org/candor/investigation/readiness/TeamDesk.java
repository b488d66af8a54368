package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.TeamViews.ChangePart;
import org.candor.investigation.readiness.TeamViews.MemberRequest;
import org.candor.investigation.readiness.TeamViews.MemberView;
import org.candor.investigation.readiness.TeamViews.TrainingPart;
import org.candor.investigation.readiness.TeamViews.TrainingRequest;
import org.candor.investigation.readiness.decision.Area;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** Keeps the teams of the legal entities that are granted to the caller. Call inside a transaction. */
@ApplicationScoped
class TeamDesk {

    private final Teams teams;
    private final Workforce workforce;
    private final Offices offices;
    private final Completions completions;
    private final Ids ids;

    TeamDesk(Teams teams, Workforce workforce, Offices offices, Completions completions, Ids ids) {
        this.teams = teams;
        this.workforce = workforce;
        this.offices = offices;
        this.completions = completions;
        this.ids = ids;
    }

    Uni<Page<MemberView>> members(String entityId, Optional<Cursor> after, int limit) {
        return offices.enter(entityId, "read-response-team")
                .chain(office -> teams.members(entityId, after, limit)
                        .chain(members -> workforce
                                .trainings(
                                        entityId,
                                        members.stream().map(row -> row.person).toList())
                                .map(trainings -> page(office, members, trainings, limit))));
    }

    private static Page<MemberView> page(
            Office office, List<MemberRow> members, List<TrainingRow> trainings, int limit) {
        Map<String, List<TrainingRow>> byPerson = trainings.stream().collect(Collectors.groupingBy(row -> row.person));
        return Page.of(
                members,
                limit,
                member -> view(member, byPerson.getOrDefault(member.person, List.of()), office.today())
                        .view(),
                member -> new Cursor(Instant.EPOCH, member.id));
    }

    Uni<Tagged<MemberView>> member(String entityId, String person) {
        return offices.enter(entityId, "read-team-member").chain(office -> member(office, person));
    }

    Uni<List<ChangePart>> history(String entityId, String person) {
        return offices.enter(entityId, "read-team-history")
                .chain(() -> teams.member(entityId, person))
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(member -> teams.history(member.id))
                .map(rows -> rows.stream().map(ChangePart::of).toList());
    }

    Uni<Tagged<MemberView>> put(String person, String ifMatch, MemberRequest request) {
        return offices.change(request.entityId(), "change-response-team").chain(office -> {
            Readiness.vouch(person, office.by()).orThrow(ReadinessProblem::of);
            return teams.active(request.entityId())
                    .invoke(team -> Readiness.membership(
                                    request.member(), person, Optional.ofNullable(request.deputy()), team)
                            .orThrow(ReadinessProblem::of))
                    .chain(() -> teams.member(request.entityId(), person))
                    .chain(found -> {
                        EntityTags.check(ifMatch, found.map(row -> row.changes).orElse(0));
                        MemberRow row = found.orElseGet(() -> fresh(request.entityId(), person));
                        take(row, request);
                        return teams.add(row).chain(() -> teams.add(change(office, row)));
                    })
                    .chain(() -> member(office, person));
        });
    }

    Uni<Tagged<MemberView>> train(UUID id, TrainingRequest request) {
        return offices.change(request.entityId(), "record-training")
                .chain(office -> completions
                        .enter(office, id, completions.completion(office, request.person(), request.completion()))
                        .chain(() -> member(office, request.person())));
    }

    private Uni<Tagged<MemberView>> member(Office office, String person) {
        return teams.member(office.entityId(), person)
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(member -> workforce
                        .trainings(office.entityId(), List.of(person))
                        .map(trainings -> view(member, trainings, office.today())));
    }

    private static void take(MemberRow row, MemberRequest request) {
        row.active = request.active();
        row.areas = request.areas().stream().map(Area::name).sorted().toArray(String[]::new);
        row.authorisedUntil = request.authorisedUntil();
        row.deputy = request.deputy();
        row.since = request.since();
        row.until = request.until();
        row.changes++;
    }

    private MemberRow fresh(String entityId, String person) {
        MemberRow row = new MemberRow();
        row.id = ids.next();
        row.entityId = entityId;
        row.person = person;
        return row;
    }

    private MemberChangeRow change(Office office, MemberRow row) {
        MemberChangeRow change = new MemberChangeRow();
        change.id = ids.next();
        change.memberId = row.id;
        change.active = row.active;
        change.areas = row.areas;
        change.authorisedUntil = row.authorisedUntil;
        change.deputy = row.deputy;
        change.since = row.since;
        change.until = row.until;
        change.changedBy = office.by();
        change.changedAt = office.now();
        return change;
    }

    private static Tagged<MemberView> view(MemberRow row, List<TrainingRow> trainings, LocalDate today) {
        MemberView view = new MemberView(
                row.entityId,
                row.person,
                row.active,
                areas(row.areas),
                row.authorisedUntil,
                row.deputy,
                row.since,
                row.until,
                trainings.stream().map(TrainingPart::of).toList(),
                new Teams.Person(row, trainings).missing(today));
        return new Tagged<>(view, row.changes);
    }

    private static List<Area> areas(String[] names) {
        return List.of(names).stream().map(Area::valueOf).toList();
    }
}
