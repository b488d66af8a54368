package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.directory.Directory;
import org.candor.investigation.readiness.TeamResource.ChangePart;
import org.candor.investigation.readiness.TeamResource.MemberRequest;
import org.candor.investigation.readiness.TeamResource.MemberView;
import org.candor.investigation.readiness.TeamResource.TrainingPart;
import org.candor.investigation.readiness.TeamResource.TrainingRequest;
import org.candor.investigation.readiness.decision.Area;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.kit.access.AccessLog;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** Keeps the teams of the legal entities that are granted to the caller. Call inside a transaction. */
@ApplicationScoped
class TeamDesk {

    private final Teams teams;
    private final Directory directory;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    TeamDesk(Teams teams, Directory directory, AccessLog accessLog, Caller caller, Ids ids, Clock clock) {
        this.teams = teams;
        this.directory = directory;
        this.accessLog = accessLog;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Page<MemberView>> members(String entityId, Optional<Cursor> after, int limit) {
        return today(entityId)
                .chain(today -> recorded("read-response-team", teams.members(entityId, after, limit))
                        .chain(members -> teams.trainings(entityId)
                                .map(trainings -> Page.of(
                                        members,
                                        limit,
                                        member -> view(member, trainings, today).view(),
                                        member -> new Cursor(Instant.EPOCH, member.id)))));
    }

    Uni<Tagged<MemberView>> member(String entityId, String person) {
        return today(entityId)
                .chain(today -> teams.member(entityId, person)
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .chain(member -> teams.trainings(entityId).map(trainings -> view(member, trainings, today))));
    }

    Uni<List<ChangePart>> history(String entityId, String person) {
        return today(entityId)
                .chain(() -> teams.member(entityId, person))
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(member -> teams.history(member.id))
                .map(rows -> rows.stream()
                        .map(row -> new ChangePart(
                                row.active, areas(row.areas), row.authorisedUntil, row.changedBy, row.changedAt))
                        .toList());
    }

    Uni<Tagged<MemberView>> put(String person, String ifMatch, MemberRequest request) {
        Readiness.vouch(person, caller.subject()).orThrow(ReadinessProblem::of);
        return today(request.entityId())
                .chain(() -> recorded("change-response-team", teams.member(request.entityId(), person)))
                .chain(found -> {
                    EntityTags.check(ifMatch, found.map(row -> row.changes).orElse(0));
                    MemberRow row = found.orElseGet(() -> fresh(request.entityId(), person));
                    row.active = request.active();
                    row.areas =
                            request.areas().stream().map(Area::name).sorted().toArray(String[]::new);
                    row.authorisedUntil = request.authorisedUntil();
                    row.changes++;
                    return teams.add(row).chain(() -> teams.add(change(row)));
                })
                .chain(() -> member(request.entityId(), person));
    }

    Uni<Tagged<MemberView>> train(UUID id, TrainingRequest request) {
        Readiness.vouch(request.person(), caller.subject()).orThrow(ReadinessProblem::of);
        return today(request.entityId())
                .chain(today -> {
                    Readiness.record(request.training(), today).orThrow(ReadinessProblem::of);
                    TrainingRow row = new TrainingRow();
                    row.id = id;
                    row.entityId = request.entityId();
                    row.person = request.person();
                    row.course = request.course();
                    row.completedOn = request.completedOn();
                    row.validUntil = request.validUntil();
                    row.recordedBy = caller.subject();
                    row.recordedAt = now();
                    return recorded("record-training", teams.add(row));
                })
                .chain(() -> member(request.entityId(), request.person()));
    }

    private <T> Uni<T> recorded(String action, Uni<T> work) {
        return work.call(() -> accessLog.list(action, "entity=one", List.of()));
    }

    /** The local day of an entity that is granted to the caller; any other does not exist for him. */
    private Uni<LocalDate> today(String entityId) {
        if (!caller.mayActFor(entityId)) {
            throw Problem.notFound();
        }
        return directory
                .entity(entityId)
                .map(entity -> entity.map(Directory.LegalEntity::zone).orElse(ZoneOffset.UTC))
                .map(zone -> now().atZone(zone).toLocalDate());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private MemberRow fresh(String entityId, String person) {
        MemberRow row = new MemberRow();
        row.id = ids.next();
        row.entityId = entityId;
        row.person = person;
        return row;
    }

    private MemberChangeRow change(MemberRow row) {
        MemberChangeRow change = new MemberChangeRow();
        change.id = ids.next();
        change.memberId = row.id;
        change.active = row.active;
        change.areas = row.areas;
        change.authorisedUntil = row.authorisedUntil;
        change.changedBy = caller.subject();
        change.changedAt = now();
        return change;
    }

    private static Tagged<MemberView> view(MemberRow row, List<TrainingRow> all, LocalDate today) {
        List<TrainingRow> trainings = Teams.of(row.person, all);
        MemberView view = new MemberView(
                row.entityId,
                row.person,
                row.active,
                areas(row.areas),
                row.authorisedUntil,
                trainings.stream()
                        .map(one -> new TrainingPart(one.course, one.completedOn, one.validUntil, one.recordedBy))
                        .toList(),
                new Teams.Person(row, trainings).missing(today));
        return new Tagged<>(view, row.changes);
    }

    private static List<Area> areas(String[] names) {
        return List.of(names).stream().map(Area::valueOf).toList();
    }
}
