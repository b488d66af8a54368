package org.candor.audit.safeguard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.programme.Draft;
import org.candor.audit.programme.Reader;
import org.candor.audit.programme.Register;
import org.candor.audit.safeguard.Locations.Rated;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;

/** The inventory of places. One that is new is inspected from then on, and its department's safeguards are assessed. */
@ApplicationScoped
class LocationDesk {

    static final String INSPECTION = "WORKPLACE_INSPECTION";
    private static final String ASSESSMENT = "SAFEGUARD_ASSESSMENT";
    private static final String NOBODY = "";

    private final Locations locations;
    private final Register register;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;

    LocationDesk(Locations locations, Register register, Caller caller, AccessLog accessLog, Ids ids, Clock clock) {
        this.locations = locations;
        this.register = register;
        this.caller = caller;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
    }

    /** A code that is there already stays as it is, and is answered. */
    Uni<LocationView> add(LocationRequest request) {
        if (!caller.mayActFor(request.entityId())) {
            throw Problem.notFound();
        }
        return Transactions.run(() -> Uni.createFrom()
                .deferred(() -> addAll(request.entityId(), List.of(new Draft<>(ids.next(), rated(request)))))
                .chain(() -> locations.ofCode(request.entityId(), request.code()))
                .map(Optional::orElseThrow)
                .call(location -> record("add-location", location.locationId())));
    }

    /** Answers which were new. Call inside a transaction, after the grant was looked at. */
    Uni<Set<UUID>> addAll(String entityId, List<Draft<Rated>> drafts) {
        return locations
                .add(entityId, drafts, caller.subject(), now())
                .call(fresh -> ask(
                        entityId,
                        drafts.stream()
                                .filter(draft -> fresh.contains(draft.id()))
                                .map(draft -> draft.what().request())
                                .toList()));
    }

    /** Refuses a risk that is lower than the kind of place has. */
    static Rated rated(LocationRequest request) {
        return new Rated(
                request,
                request.place()
                        .rated(Optional.ofNullable(request.risk()))
                        .orElseThrow(() ->
                                new Problem(AuditProblem.RISK_TOO_LOW).field("risk", "lower than the kind of place")));
    }

    Uni<List<LocationView>> page(String department, String risk, CodeCursor after, int limit) {
        return Transactions.run(() -> locations
                .page(Reader.of(caller), department, risk, after, limit)
                .call(() -> accessLog.list("list-locations", "department=" + department + "&risk=" + risk, List.of())));
    }

    Uni<LocationView> read(UUID locationId) {
        return Transactions.run(() -> locations
                .find(locationId, Reader.of(caller))
                .map(found -> found.orElseThrow(Problem::notFound))
                .call(() -> record("read-location", locationId)));
    }

    /** Nothing is asked there from then on; what was found stays. */
    Uni<LocationView> close(UUID locationId, String ifMatch) {
        return Transactions.run(() -> locations
                .lock(locationId)
                .chain(() -> require(locationId))
                .invoke(location -> {
                    EntityTags.check(ifMatch, location.version());
                    refuseClosed(location);
                })
                .call(location ->
                        register.today(location.entityId()).chain(today -> locations.close(locationId, today)))
                .call(location ->
                        register.cancelAll(location.entityId(), INSPECTION, location.code(), NOBODY, caller.subject()))
                .chain(() -> locations.find(locationId, Reader.acting(caller)))
                .map(Optional::orElseThrow)
                .call(() -> record("close-location", locationId)));
    }

    /** Whoever may act there; else {@code NOT_FOUND}. Call inside a session. */
    Uni<LocationView> require(UUID locationId) {
        return locations.find(locationId, Reader.acting(caller)).map(found -> found.orElseThrow(Problem::notFound));
    }

    static void refuseClosed(LocationView location) {
        if (location.closedOn() != null) {
            throw new Problem(AuditProblem.LOCATION_CLOSED);
        }
    }

    private Uni<Void> ask(String entityId, List<LocationRequest> added) {
        List<String> departments = added.stream()
                .map(LocationRequest::department)
                .distinct()
                .sorted()
                .toList();
        return register.today(entityId)
                .call(today -> register.enterAll(
                        added.stream()
                                .map(place -> register.entry(
                                        entityId, INSPECTION, place.code(), place.department(), NOBODY, today))
                                .toList(),
                        caller.subject()))
                .call(today -> register.enterWhereNone(
                        departments.stream()
                                .map(name -> register.entry(entityId, ASSESSMENT, name, name, NOBODY, today))
                                .toList(),
                        caller.subject()))
                .replaceWithVoid();
    }

    private Uni<Void> record(String action, UUID locationId) {
        return accessLog.list(action, "locationId=" + locationId, List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
