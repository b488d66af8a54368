package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.candor.events.Envelope;
import org.candor.investigation.directory.Directory;
import org.candor.kit.access.AccessLog;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;

/** The door to what an entity keeps about its readiness: each access is recorded. Call inside a transaction. */
@ApplicationScoped
class Offices {

    private final Directory directory;
    private final Workforce workforce;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Clock clock;

    Offices(Directory directory, Workforce workforce, AccessLog accessLog, Caller caller, Clock clock) {
        this.directory = directory;
        this.workforce = workforce;
        this.accessLog = accessLog;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * An entity that is granted to the caller.
     *
     * @param today its local day; of UTC while the directory has not told the zone
     */
    record Office(String entityId, ZoneId zone, LocalDate today, Instant now, String by) {
        Origin origin() {
            return new Origin(entityId, false, by);
        }
    }

    /** Any entity that is not granted to the caller does not exist for him. */
    Uni<Office> enter(String entityId, String action) {
        return enter(entityId, action, "entity=one");
    }

    /** @param filter names of parameters and codes, never free text */
    Uni<Office> enter(String entityId, String action, String filter) {
        if (!caller.mayActFor(entityId)) {
            throw Problem.notFound();
        }
        return zone(entityId)
                .map(zone -> office(entityId, zone, caller.subject()))
                .call(() -> accessLog.list(action, filter, List.of()));
    }

    /** To change what the entity keeps: one after another, so that nothing is read that another is about to change. */
    Uni<Office> change(String entityId, String action) {
        return change(entityId, action, "entity=one");
    }

    /** For what follows by itself from what was entered or told; nobody looks, so no access is recorded. */
    Uni<Office> unattended(String entityId) {
        return zone(entityId).map(zone -> office(entityId, zone, Envelope.SYSTEM));
    }

    /** @param filter as of {@link #enter(String, String, String)} */
    Uni<Office> change(String entityId, String action, String filter) {
        return enter(entityId, action, filter).call(() -> workforce.lock(entityId));
    }

    private Uni<ZoneId> zone(String entityId) {
        return directory
                .entity(entityId)
                .map(entity -> entity.map(Directory.LegalEntity::zone).orElse(ZoneOffset.UTC));
    }

    private Office office(String entityId, ZoneId zone, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Office(entityId, zone, now.atZone(zone).toLocalDate(), now, by);
    }
}
