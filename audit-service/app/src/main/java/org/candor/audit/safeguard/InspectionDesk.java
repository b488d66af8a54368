package org.candor.audit.safeguard;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.Reader;
import org.candor.audit.programme.Register;
import org.candor.audit.programme.Register.Evidence;
import org.candor.audit.safeguard.InspectionRequest.ItemRequest;
import org.candor.audit.safeguard.decision.Inspection.Answer;
import org.candor.audit.safeguard.decision.Inspection.Given;
import org.candor.audit.safeguard.decision.Inspection.NotWhole;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;

/** Takes inspections: a whole check list does the place's duty, and what is not met becomes a task of its own. */
@ApplicationScoped
class InspectionDesk {

    private static final String FINDING = "FINDING";

    /** What a retry is answered from; kept as JSON. */
    record Inspected(UUID inspectionId) {}

    private final Locations locations;
    private final LocationDesk desk;
    private final Checklists checklists;
    private final Register register;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;

    InspectionDesk(
            Locations locations,
            LocationDesk desk,
            Checklists checklists,
            Register register,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog,
            Ids ids,
            Clock clock) {
        this.locations = locations;
        this.desk = desk;
        this.checklists = checklists;
        this.register = register;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<InspectionView> inspect(UUID locationId, InspectionRequest request, String retryKey) {
        return Transactions.run(() -> desk.require(locationId)
                .chain(location -> idempotency.once(
                        "inspect/" + locationId,
                        retryKey,
                        request,
                        Inspected.class,
                        () -> locations.lock(locationId).chain(() -> take(location, request))))
                .chain(inspected -> locations
                        .inspections(locationId)
                        .map(all -> all.stream()
                                .filter(one -> one.inspectionId().equals(inspected.inspectionId()))
                                .findFirst()
                                .orElseThrow(Problem::notFound))));
    }

    Uni<List<InspectionView>> list(UUID locationId) {
        return Transactions.run(() -> locations
                .find(locationId, Reader.of(caller))
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(() -> locations.inspections(locationId))
                .call(() -> record("list-inspections", locationId)));
    }

    private Uni<Inspected> take(LocationView location, InspectionRequest request) {
        LocationDesk.refuseClosed(location);
        refusePartial(location, request);
        UUID inspectionId = ids.next();
        return register.today(location.entityId())
                .map(today -> Optional.ofNullable(request.inspectedOn()).orElse(today))
                .chain(day -> dutyDone(location, day)
                        .chain(dutyId -> locations
                                .inspected(
                                        inspectionId,
                                        location.locationId(),
                                        dutyId,
                                        request.edition(),
                                        day,
                                        caller.subject(),
                                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                                .chain(() -> answers(inspectionId, location, dutyId, request.answers(), day))))
                .chain(() -> record("inspect-location", location.locationId()))
                .replaceWith(new Inspected(inspectionId));
    }

    private Uni<UUID> dutyDone(LocationView location, LocalDate day) {
        Evidence evidence = new Evidence(day, "CHECKLIST", Optional.empty());
        return register.done(
                        location.entityId(), LocationDesk.INSPECTION, location.code(), "", evidence, caller.subject())
                .map(done -> done.stream().findFirst().orElseThrow(() -> new Problem(AuditProblem.DUTY_NOT_OPEN)));
    }

    private Uni<Void> answers(
            UUID inspectionId, LocationView location, UUID dutyId, List<ItemRequest> answers, LocalDate day) {
        return Multi.createFrom()
                .iterable(answers)
                .onItem()
                .transformToUniAndConcatenate(given -> finding(location, dutyId, given, day)
                        .chain(finding -> locations.answered(inspectionId, given.item(), given.answer(), finding))
                        .replaceWith(given))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Optional<UUID>> finding(LocationView location, UUID dutyId, ItemRequest given, LocalDate day) {
        return given.answer() == Answer.NOT_MET
                ? register.enter(
                        register.entry(
                                        location.entityId(),
                                        FINDING,
                                        location.code() + " " + given.item(),
                                        location.department(),
                                        Optional.ofNullable(given.person()).orElse(""),
                                        day)
                                .foundAt(dutyId, given.note(), Optional.ofNullable(given.dueOn())),
                        caller.subject())
                : Uni.createFrom().item(Optional.empty());
    }

    private void refusePartial(LocationView location, InspectionRequest request) {
        if (!checklists.edition().equals(request.edition())) {
            throw new Problem(AuditProblem.OTHER_CHECKLISTS).field("edition", "the one that is asked now");
        }
        Map<String, Given> answers = new LinkedHashMap<>();
        for (ItemRequest given : request.answers()) {
            if (answers.put(given.item(), new Given(given.answer(), given.note() != null)) != null) {
                throw new Problem(AuditProblem.INSPECTION_NOT_WHOLE).field("answers", "a question is answered twice");
            }
        }
        if (checklists.inspection(location.media()).judge(answers) instanceof NotWhole partial) {
            throw new Problem(AuditProblem.INSPECTION_NOT_WHOLE)
                    .missing(Stream.of(partial.unanswered(), partial.unworded())
                            .flatMap(Set::stream)
                            .toList())
                    .field("answers", "one to each question of the place and no other, with words where it is not met");
        }
    }

    private Uni<Void> record(String action, UUID locationId) {
        return accessLog.list(action, "locationId=" + locationId, List.of());
    }
}
