package org.candor.kit.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.Topic;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records accesses on {@code audit.access.v1}. Call it inside the transaction in which the protected data is read, and
 * answer only after that transaction has committed.
 */
@ApplicationScoped
public class AccessLog {

    private static final int MOST_IDS = 200;

    private final Outbox outbox;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;
    private final String service;

    AccessLog(
            Outbox outbox,
            Caller caller,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "candor.service") String service) {
        this.outbox = outbox;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.service = service;
    }

    /** One incident was read or changed; {@code action} is a verb and a resource, such as {@code read-report}. */
    public Uni<Void> read(String action, UUID incidentId) {
        return record(action, "", "", List.of(incidentId), 1);
    }

    /**
     * One thing of an incident was read for a reason that the reader had to give.
     *
     * @param reason a code, never free text
     */
    public Uni<Void> readFor(String reason, String action, UUID incidentId, String part) {
        return record(action, part, reason, List.of(incidentId), 1);
    }

    /** One thing of an incident was read or changed; {@code part} names its id, such as {@code fileId=…}. */
    public Uni<Void> readPart(String action, UUID incidentId, String part) {
        return record(action, part, "", List.of(incidentId), 1);
    }

    /** A list was read; {@code filter} holds names of parameters and codes, never free text. */
    public Uni<Void> list(String action, String filter, List<UUID> incidentIds) {
        return record(action, filter, "", incidentIds, incidentIds.size());
    }

    private Uni<Void> record(String action, String filter, String reason, List<UUID> incidentIds, long count) {
        List<UUID> named = incidentIds.stream().limit(MOST_IDS).toList();
        List<String> roles = List.copyOf(new TreeSet<>(caller.roles()));
        AccessRecorded access = new AccessRecorded(
                ids.next(),
                service,
                caller.subject(),
                roles,
                action,
                named,
                count,
                filter,
                true,
                reason,
                clock.instant());
        return outbox.publish(Topic.ACCESS, access, new Origin("", false, caller.subject()));
    }
}
